"""Payer, claim and visits left."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Choices, Day, Flag, Quantity, Table, Words

DISCIPLINES = {
    "physiotherapy": "Physiotherapy",
    "massage_therapy": "Massage therapy",
    "kinesiology": "Kinesiology",
    "counselling": "Counselling",
    "psychology": "Psychology",
    "acupuncture": "Acupuncture",
    "chiropractic": "Chiropractic",
}

payer_kind = Fact(
    "payer_kind",
    Choice(
        {
            "private": "Private pay",
            "icbc": "ICBC",
            "worksafebc": "WorkSafeBC",
            "extended": "Extended health plan",
        }
    ),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Payer",
    ask="Who pays for your care.",
    meaning="Who pays (case file: episode.payer.kind)",
    section="case_format; operations 2",
)

claim_number = Fact(
    "claim_number",
    Words(longest=8, strip=" -"),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Claim number",
    ask="The number of your claim.",
    meaning="Claim number, blanks and hyphens stripped (case file: episode.payer.claim)",
    section="operations 1.6",
)

claim_number_checked_date = Fact(
    "claim_number_checked_date",
    Day(),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Claim number checked on",
    ask="The day we checked your claim number online.",
    meaning="Day the claim number was checked online",
    section="operations 1.6; icbc_rules R34",
)

claim_accident_date = Fact(
    "claim_accident_date",
    Day(),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Accident date of claim",
    ask="The day of the accident, as written in your claim.",
    meaning="Accident date of the claim (case file: episode.payer.accident_date). Warn if it differs from injury_date",
    section="operations 1.1, 1.2",
)

claim_disputed = Fact(
    "claim_disputed",
    Flag(),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Claim disputed",
    ask="Whether there is a dispute about your claim.",
    meaning="The claim is disputed",
    section="treatment 3.2",
)

visits_elsewhere_count = Fact(
    "visits_elsewhere_count",
    Table(
        Quantity(low=0, whole=True),
        DISCIPLINES,
    ),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Visits used elsewhere",
    ask="How many visits for this claim you have had at other clinics, by type of care.",
    meaning="Visits used at other clinics for this claim, by discipline",
    section="operations 1.3",
    unit="count",
)

initial_visit_billed = Fact(
    "initial_visit_billed",
    Table(
        Flag(),
        DISCIPLINES,
    ),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Initial visit billed",
    ask="Whether a first visit was billed for this claim, here or at another clinic.",
    meaning="An initial visit was billed for this claim, here or elsewhere",
    section="operations 1.3; icbc_rules R07",
)

treatment_plan_status = Fact(
    "treatment_plan_status",
    Table(
        Choice(
            {
                "not_sent": "Not sent yet",
                "sent": "Sent",
                "approved": "Approved",
                "partly_approved": "Partly approved",
                "denied": "Denied",
            }
        ),
        DISCIPLINES,
    ),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Treatment plan status",
    ask="Where our request for more care stands, for each type of care.",
    meaning="Request for more care, by discipline",
    section="operations 1.7; icbc_rules R18",
)

treatment_plan_visits = Fact(
    "treatment_plan_visits",
    Table(
        Quantity(low=0, whole=True),
        DISCIPLINES,
    ),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Treatment plan visits approved",
    ask="How many more visits were approved, for each type of care.",
    meaning="Visits approved",
    section="operations 1.3, 1.7",
    unit="count",
)

treatment_plan_start_date = Fact(
    "treatment_plan_start_date",
    Table(
        Day(),
        DISCIPLINES,
    ),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Treatment plan start",
    ask="The first day of the approved plan, for each type of care.",
    meaning="First day of the approved plan",
    section="operations 1.3",
)

treatment_plan_end_date = Fact(
    "treatment_plan_end_date",
    Table(
        Day(),
        DISCIPLINES,
    ),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Treatment plan end",
    ask="The last day of the approved plan, for each type of care.",
    meaning="Last day of the approved plan",
    section="operations 1.3",
)

recovery_network_member = Fact(
    "recovery_network_member",
    Flag(),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Recovery Network member",
    ask="Whether the clinic can send the bill straight to your payer.",
    meaning="Clinic setting: direct billing is possible",
    section="operations 1.5",
)

physician_referral_on_file = Fact(
    "physician_referral_on_file",
    Flag(),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Physician referral on file",
    ask="Whether we have the doctor's note that your payer wants.",
    meaning="A physician's referral or note that this payer wants is there",
    section="operations 2; icbc_rules R39",
)

education_duties_done = Fact(
    "education_duties_done",
    Choices(
        {
            "early_return": "Early return to activity or work",
            "expected_duration": "How long symptoms may last",
            "usual_course": "Usual course",
            "likely_factors": "Likely factors",
            "self_and_pain_management": "Self-care and pain management",
            "comorbid_conditions": "Other conditions present",
        }
    ),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Education duties done",
    ask="What we went over with you, as marked in the note of your first visit.",
    meaning="Education duties ticked in the first visit note",
    section="operations 1.9; icbc_rules R40",
)

extended_percent_paid = Fact(
    "extended_percent_paid",
    Table(
        Quantity(low=0, high=100, whole=True),
        DISCIPLINES,
    ),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Extended plan: percent paid",
    ask="How much of a visit your extended health plan pays, in percent, by type of care.",
    meaning="Percent of the price that the extended health plan pays, by discipline, as the insurer says",
    section="operations 2",
    unit="%",
)

extended_left_this_year = Fact(
    "extended_left_this_year",
    Table(
        Quantity(low=0, whole=True),
        DISCIPLINES,
    ),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Extended plan: whole dollars left this year",
    ask="How many dollars your extended health plan still pays this year, by type of care.",
    meaning="Whole dollars that the extended health plan still pays this calendar year, by discipline, as the insurer "
    "said on the day of the entry",
    section="operations 2",
)

msp_supplementary = Fact(
    "msp_supplementary",
    Flag(),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="MSP supplementary benefits",
    ask="Whether you have MSP supplementary benefits.",
    meaning="The person has MSP supplementary benefits (family income at or below the limit of the Province)",
    section="operations 2",
)

msp_visits_elsewhere_this_year = Fact(
    "msp_visits_elsewhere_this_year",
    Quantity(low=0, whole=True),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="MSP visits elsewhere this year",
    ask="How many visits with MSP supplementary benefits you have had elsewhere this year.",
    meaning="Visits paid by MSP supplementary benefits elsewhere in this calendar year, of all disciplines together",
    section="operations 2",
    unit="count",
)

claim_rule_set = Fact(
    "claim_rule_set",
    Choice(
        {
            "part_7": "Part 7",
            "part_7_minor_injury": "Part 7 with minor injury rules",
            "enhanced_care": "Enhanced Care",
        }
    ),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Claim rule set",
    ask="Which set of rules your claim falls under, by the day of the accident.",
    meaning="Rule set chosen by accident date",
    section="operations 1.1",
    derived_from="payer_kind; claim_accident_date (operations 1.1)",
)

preauthorised_window_end_date = Fact(
    "preauthorised_window_end_date",
    Day(),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Preauthorised window end",
    ask="The last day you can have visits that need no approval.",
    meaning="Last day allowed without approval",
    section="operations 1.2",
    derived_from="payer_kind; claim_accident_date (day rule: operations 1.2)",
)

preauthorised_weeks_left = Fact(
    "preauthorised_weeks_left",
    Quantity(high=12),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Preauthorised weeks left",
    ask="How many weeks are left for visits that need no approval.",
    meaning="Weeks left of the window, rounded up",
    section="treatment 3.5; conflicts C42",
    unit="weeks",
    derived_from="preauthorised_window_end_date (operations 1.2)",
)

preauthorised_visits_left = Fact(
    "preauthorised_visits_left",
    Table(
        Quantity(low=0, whole=True),
        DISCIPLINES,
    ),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Preauthorised visits left",
    ask="How many visits you have left that need no approval, for each type of care.",
    meaning="Visits left without approval, by discipline",
    section="operations 1.3",
    unit="count",
    derived_from="icbc_preauth.csv; claim_accident_date; treatments; visits_elsewhere_count (operations 1.3)",
)

usable_physiotherapy_visits = Fact(
    "usable_physiotherapy_visits",
    Quantity(low=0, whole=True),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Usable physiotherapy visits",
    ask="How many physio visits can still be used in the time that needs no approval.",
    meaning="Physiotherapy visits that can still be used in the window",
    section="treatment 3.5",
    unit="count",
    derived_from="min(preauthorised_visits_left[physiotherapy], 2 x preauthorised_weeks_left, days left) (treatment 3.5)",
)

treatment_plan_due_date = Fact(
    "treatment_plan_due_date",
    Day(),
    room=Room.COVERAGE,
    scope=Scope.EPISODE,
    supplied_by=Supplier.COMPUTED,
    label="Treatment plan due",
    ask="The day by which our request for more care is due.",
    meaning="Day the request for more care is due",
    section="operations 1.2, 1.7",
    derived_from="preauthorised_window_end_date; visits_elsewhere_count (lead time: operations 1.7)",
)
