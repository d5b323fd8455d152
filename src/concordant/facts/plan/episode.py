"""The course of care: dates, goals, sessions, adherence."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Day, Flag, Quantity, Table, Words

RESPONSES = {
    "better": "Better",
    "plateau": "No further gain",
    "worse": "Worse",
}

episode_start_date = Fact(
    "episode_start_date",
    Day(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Care episode start",
    ask="The day this course of care began.",
    meaning="Start of this care episode (case file: episode.started)",
    section="case_format",
)

goal = Fact(
    "goal",
    Words(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.PATIENT,
    label="Patient goal",
    ask="What is your goal for this course of care? Use your own words.",
    meaning="Goal in the person's own words (case file: episode.goal)",
    section="case_format; operations 4.3",
)

discharge_date = Fact(
    "discharge_date",
    Day(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Discharge date",
    ask="The day this course of care ended.",
    meaning="Day of discharge",
    section="treatment 3.1; retest 6",
)

weeks_in_care = Fact(
    "weeks_in_care",
    Quantity(low=0),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Weeks in care",
    ask="How many weeks have passed since this course of care began.",
    meaning="Weeks since the episode began",
    section="treatment 1.2, 1.3, 1.4, 1.5",
    unit="weeks",
    derived_from="episode_start_date; as-of day",
)

weeks_in_treatment = Fact(
    "weeks_in_treatment",
    Quantity(low=0),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Weeks in treatment",
    ask="How many weeks have passed since you were first treated.",
    meaning="Weeks since the first treatment, or since the first visit where no treatment is recorded: the clock of retests",
    section="outcomes 1.7; retest 9",
    unit="weeks",
    derived_from="the day of the first treatment, else of the first visit; as-of day",
)

weeks_since_discharge = Fact(
    "weeks_since_discharge",
    Quantity(low=0),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Weeks since discharge",
    ask="How many weeks have passed since this course of care ended.",
    meaning="Weeks since discharge",
    section="treatment 1.4",
    unit="weeks",
    derived_from="discharge_date; as-of day",
)

current_phase = Fact(
    "current_phase",
    Choice(
        {
            "hold": "On hold",
            "relief": "Relief",
            "restore": "Restore movement and control",
            "strengthen": "Strengthen",
            "self_manage": "Self-manage",
        }
    ),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Phase of care",
    ask="The stage of care you are in now.",
    meaning="Phase of care; never earlier than the phase reached before",
    section="treatment 3.1",
    derived_from="the newest signed plan; which phase is proposed: entry and exit rules of treatment 3.1",
)

care_profile = Fact(
    "care_profile",
    Choice(
        {
            "low": "Low",
            "standard": "Standard",
            "complex": "Complex",
        }
    ),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Care profile",
    ask="How much care your plan has.",
    meaning="How much care",
    section="treatment 3.2",
    derived_from="the newest signed plan; which profile is proposed: treatment 3.2",
)

physiotherapy_visits_done = Fact(
    "physiotherapy_visits_done",
    Quantity(low=0, whole=True),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Physiotherapy visits done",
    ask="How many visits with a physio you have had in this course of care.",
    meaning="Physiotherapy visits this episode",
    section="treatment 1.5",
    unit="count",
    absent=0,
    derived_from="treatments by physiotherapist",
)

soft_tissue_sessions_done = Fact(
    "soft_tissue_sessions_done",
    Quantity(low=0, whole=True),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="RMT or soft tissue sessions done",
    ask="How many massage or soft tissue sessions you have had in this course of care.",
    meaning="RMT or soft tissue sessions this episode",
    section="treatment 1.2",
    unit="count",
    absent=0,
    derived_from="treatments with an item of class soft_tissue",
)

hands_on_sessions_done = Fact(
    "hands_on_sessions_done",
    Quantity(low=0, whole=True),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Hands-on sessions done",
    ask="How many sessions with any hands-on work you have had in this course of care.",
    meaning="Sessions with any hands-on item this episode; gates: retest 9",
    section="retest 9; treatment 3.5",
    unit="count",
    absent=0,
    derived_from="treatments with any hands-on item",
)

sessions_this_technique = Fact(
    "sessions_this_technique",
    Table(Quantity(low=0, whole=True), key_word="intervention ids"),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Sessions by technique",
    ask="How many sessions you have had of each kind of treatment.",
    meaning="Sessions per intervention; in a rule: of the intervention being judged",
    section="treatment 1.1, 1.2, 1.4",
    unit="count",
    absent=0,
    derived_from="treatments by intervention",
)

snag_attempts = Fact(
    "snag_attempts",
    Quantity(low=0, whole=True),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="SNAG attempts",
    ask="How many times a joint glide was tried while you moved your neck.",
    meaning="SNAG attempts this episode",
    section="treatment 1.1",
    unit="count",
    absent=0,
    derived_from="snag_pain_free entries",
)

mobilisation_response = Fact(
    "mobilisation_response",
    Choice(RESPONSES),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Response to mobilisation",
    ask="How you have done with gentle joint movement done by hand.",
    meaning="Response to mobilisation",
    section="treatment 1.1",
    derived_from="sessions_this_technique of the mobilisations; any_headache_verdict: plateau = 3 or more sessions and within_error",
)

soft_tissue_response = Fact(
    "soft_tissue_response",
    Choice(RESPONSES),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Response to soft tissue work",
    ask="How you have done with massage and soft tissue work.",
    meaning="Response to soft tissue work",
    section="treatment 1.2",
    derived_from="soft_tissue_sessions_done; any_headache_verdict: plateau = 3 or more sessions and within_error",
)

home_tolerated = Fact(
    "home_tolerated",
    Flag(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Home programme tolerated",
    ask="Whether your body copes with the home programme.",
    meaning="Home programme tolerated",
    section="treatment 3.1, 5.3",
    derived_from="exercises_done on 5 or more of the last 7 days and not flare_24h",
)

isometric_tolerated = Fact(
    "isometric_tolerated",
    Flag(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Isometric exercise tolerated",
    ask="Whether your body copes with exercise in which you push without moving.",
    meaning="Isometric work tolerated; false when none recorded",
    section="treatment 1.3",
    derived_from="home rows and treatments: 6 or more isometric sets in 14 days and flares_14d == 0",
)

adherence_percent_28d = Fact(
    "adherence_percent_28d",
    Quantity(low=0, high=100),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Home programme adherence, 28 days",
    ask="The share of your set home exercises that you did in the last 28 days.",
    meaning="Home items done / prescribed over 28 days; unknown when too few days have an answer",
    section="treatment 1.5, 3.1, 5.3",
    unit="%",
    derived_from="home rows of the case file, else exercises_done; the signed plans (treatment 5.3)",
)

flare_24h = Fact(
    "flare_24h",
    Flag(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Flare over 24 hours",
    ask="Whether a session or home set put your pain up by 2 points or more, past your 7-day mean, for over 24 hours.",
    meaning="Pain up by 2 or more over the 7-day mean, for over 24 h after a session or home set",
    section="treatment 1.1, 1.2, 1.3, 1.5, 5.3",
    derived_from="intensity_nrs on the day after a treatment or home row, against the mean of the 7 days before",
)

flares_14d = Fact(
    "flares_14d",
    Quantity(low=0, whole=True),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Flares, last 14 days",
    ask="How many times your pain flared up in the last 14 days.",
    meaning="Flares in the last 14 days",
    section="treatment 1.1, 1.2, 1.3, 5.3",
    unit="count",
    absent=0,
    derived_from="count of flare_24h over 14 days; days in a row are one flare",
)

primary_headache_treated = Fact(
    "primary_headache_treated",
    Flag(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Primary headache now treated",
    ask="Whether a headache of another type is now being treated. We learn this from a reply to our letter.",
    meaning="Entry after a reply to the letter. Event",
    section="treatment 1.5",
    absent=False,
)

counselling_started = Fact(
    "counselling_started",
    Flag(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Counselling started",
    ask="Whether your talks with a counsellor have begun.",
    meaning="Counselling has started. Event",
    section="treatment 1.5",
    absent=False,
)

exercise_independent = Fact(
    "exercise_independent",
    Flag(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.EXAMINER,
    label="Independent with home programme",
    ask="Whether you do your home programme on your own and in the right way.",
    meaning="The person does the home programme alone and correctly",
    section="retest 9; conflicts C41",
)

relapse_plan_written = Fact(
    "relapse_plan_written",
    Flag(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.EXAMINER,
    label="Written relapse plan given",
    ask="Whether you were given a written plan to look after yourself and deal with a setback.",
    meaning="A written self-management and relapse plan was handed over",
    section="retest 9; conflicts C41",
)

new_target_written = Fact(
    "new_target_written",
    Flag(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.EXAMINER,
    label="New target written",
    ask="Whether a new goal for more sessions was written down with you.",
    meaning="A new treatment target was written down, for sessions beyond the usual number. Event",
    section="retest 9",
    absent=False,
)

team_review_done = Fact(
    "team_review_done",
    Flag(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.EXAMINER,
    label="Team review done",
    ask="Whether the team has met to look at your care so far.",
    meaning="The team reviewed the course before sessions beyond the highest number tested. Event",
    section="retest 9",
    absent=False,
)
