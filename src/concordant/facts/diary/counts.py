"""Days per month and what else is counted over diary windows."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Day, Flag, Quantity, Range, Table

headache_resolved = Fact(
    "headache_resolved",
    Flag(),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.DIARY,
    label="Headache resolved",
    ask="Has this headache gone away? Say yes only if your diary shows none of it for the last 28 days.",
    meaning="No headache of this profile for the last 28 diary days, and the person says it has gone",
    section="diagnosis 1.2",
    derived_from="proposed from headache_today over the last 28 diary days, with the person's word",
)

headache_resolved_date = Fact(
    "headache_resolved_date",
    Day(),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.DIARY,
    label="Last day with this headache",
    ask="If this headache has gone, what was the last day you had it?",
    meaning="Last day with this headache, if resolved",
    section="diagnosis 1.2",
    derived_from="proposed from the last day row with this headache",
)

worsening_factor = Fact(
    "worsening_factor",
    Quantity(low=0),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Worsening factor",
    ask="How many times more often or stronger your headache is now than before. A score of 2 means it has doubled.",
    meaning="Frequency or severity after the index event divided by before; 2 = doubled; take the larger of the two ratios",
    section="diagnosis 1.2.1, 3.2, 3.3",
    unit="x (ratio)",
    derived_from="headache_days_per_30d; pain_severity or intensity_nrs: after the index event / before, the larger ratio (diagnosis 0.6 G8, 1.2.1 W7)",
)

headache_burden = Fact(
    "headache_burden",
    Quantity(low=0, high=300),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Burden of this headache",
    ask="Days with this headache in 30 days, times how strong it is from 0 to 10.",
    meaning="Days per 30 days times intensity (0 to 10); orders the list of diagnoses and decides nothing",
    section="diagnosis 3.2",
    unit="index",
    derived_from="headache_days_per_30d; intensity_nrs of the last 30 days of this headache, else pain_severity (diagnosis 0.6 G4, 3.2)",
)

attacks_per_day = Fact(
    "attacks_per_day",
    Quantity(low=0),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.DIARY,
    label="Attacks per day",
    ask="In a time when you have attacks, how many do you get per day? Give the average. One every other day is 0.5.",
    meaning="Mean number of attacks per day in the active period; 0.5 = one every other day",
    section="diagnosis 1.10, 1.11",
    unit="/d",
    derived_from="counted from headache_today; headache_hours; else asked",
)

headache_days_per_30d = Fact(
    "headache_days_per_30d",
    Quantity(low=0, high=30),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.DIARY,
    label="Days with this headache per 30 days",
    ask="In the last 30 days, on how many days did you have this headache?",
    meaning="Days with this headache per 30 days. For ICHD-3 thresholds only; outcome windows use the _per_28d facts",
    section="diagnosis 1.8",
    unit="d/30 d",
    derived_from="counted from headache_today of this headache, last 30 diary days (diagnosis 0.5); else asked",
)

any_headache_days_per_30d = Fact(
    "any_headache_days_per_30d",
    Quantity(low=0, high=30),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.DIARY,
    label="Any-headache days per 30 days",
    ask="In the last 30 days, on how many days did you have a headache of any kind?",
    meaning="Days with any headache per 30 days. For ICHD-3 thresholds only; outcome windows use any_headache_days_per_28d",
    section="diagnosis 1.17",
    unit="d/30 d",
    derived_from="counted from headache_today of any headache, last 30 diary days (diagnosis 0.5); else asked",
)

non_secondary_headache_days_per_30d = Fact(
    "non_secondary_headache_days_per_30d",
    Quantity(low=0, high=30),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Non-secondary headache days per 30 days",
    ask="How many days out of 30 you had a headache. Days when it came only from some other problem, such as your neck, are left out.",
    meaning="Days with any headache per 30 days, without days typed only as a secondary headache (CGH, chapter 5 and others)",
    section="diagnosis 1.6",
    unit="d/30 d",
    derived_from="headache_today; day_headache_types (diagnosis 1.6, 3.2)",
)

headache_days_per_year = Fact(
    "headache_days_per_year",
    Quantity(low=0, high=366),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Days with this headache per year",
    ask="How many days you had this headache in the last 365 days.",
    meaning="Days with this headache in the last 365 days",
    section="diagnosis 1.8",
    unit="d/y",
    derived_from="headache_today over the last 365 days (diagnosis 0.5, 1.8)",
)

months_at_this_frequency = Fact(
    "months_at_this_frequency",
    Quantity(low=0),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Months at this frequency",
    ask="How many months this headache has come about as often as it does now.",
    meaning="How long the present frequency band has lasted",
    section="diagnosis 1.6, 1.8",
    unit="months",
    derived_from="headache_days_per_30d, month by month (diagnosis 1.6, 1.8)",
)

bout_count = Fact(
    "bout_count",
    Quantity(low=0, whole=True),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Number of bouts",
    ask="How many separate periods of attacks you have had.",
    meaning="Number of attack periods (cluster periods)",
    section="diagnosis 1.10",
    unit="bouts",
    derived_from="headache_today; attacks_per_day: periods of attacks (diagnosis 1.10)",
)

bout_length_days = Fact(
    "bout_length_days",
    Range(),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Bout length",
    ask="How many days your periods of attacks last with no treatment.",
    meaning="Length of the bouts, untreated",
    section="diagnosis 1.10",
    unit="d",
    derived_from="headache_today: length of each period of attacks (diagnosis 1.10)",
)

remission_between_bouts_days = Fact(
    "remission_between_bouts_days",
    Range(),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Remission between bouts",
    ask="How many days with no pain you have between your periods of attacks.",
    meaning="Pain-free time between bouts",
    section="diagnosis 1.10",
    unit="d",
    derived_from="headache_today: gaps between periods (diagnosis 1.10)",
)

remission_longest_12mo_days = Fact(
    "remission_longest_12mo_days",
    Quantity(low=0, high=366, whole=True),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Longest remission in 12 months",
    ask="The longest time with no pain in the last 12 months, in days.",
    meaning="Longest pain-free time in the last 12 months",
    section="diagnosis 1.10",
    unit="d",
    derived_from="headache_today over 12 months (diagnosis 1.10)",
)

migraine_criteria_days_per_30d = Fact(
    "migraine_criteria_days_per_30d",
    Quantity(low=0, high=30),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Migraine-criteria days per 30 days",
    ask="How many diary days out of 30 count as migraine days.",
    meaning="Diary days per 30 days that meet 1.3 node C1, C2 or C3",
    section="diagnosis 1.6",
    unit="d/30 d",
    derived_from="intensity_nrs; headache_side_today; pulsating_today; worse_with_routine_activity_today; nausea_today; vomiting_today; photophobia_today; phonophobia_today; aura_today; believed_migraine_at_onset; relieved_by_triptan_or_ergot: days that meet 1.3 C1, C2 or C3 (diagnosis 1.6)",
)

tth_criteria_days_per_30d = Fact(
    "tth_criteria_days_per_30d",
    Quantity(low=0, high=30),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Tension-type-criteria days per 30 days",
    ask="How many diary days out of 30 fit the rules for tension-type headache.",
    meaning="Diary days per 30 days that meet 2.3 nodes C and D",
    section="diagnosis 1.8",
    unit="d/30 d",
    derived_from="intensity_nrs; headache_side_today; pulsating_today; pain_qualities; worse_with_routine_activity_today; nausea_today; vomiting_today; photophobia_today; phonophobia_today: days that meet 2.3 C and D (diagnosis 1.8)",
)

non_secondary_headache_months = Fact(
    "non_secondary_headache_months",
    Quantity(low=0),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Months with 15 or more headache days",
    ask="How many months in a row you had a headache on 15 or more days. Days when it came only from some other problem, such as your neck, are left out.",
    meaning="Months in a row, back from today, with at least 15 headache days per 30 days that are not secondary (1.3 A)",
    section="diagnosis 1.6",
    unit="months",
    derived_from="non_secondary_headache_days_per_30d, month by month (diagnosis 0.5, 1.6 A)",
)

migraine_criteria_months = Fact(
    "migraine_criteria_months",
    Quantity(low=0),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Months with 8 or more migraine days",
    ask="How many months in a row you had 8 or more migraine days.",
    meaning="Months in a row, back from today, with at least 8 migraine-criteria days per 30 days (1.3 C)",
    section="diagnosis 1.6",
    unit="months",
    derived_from="migraine_criteria_days_per_30d, month by month (diagnosis 0.5, 1.6 C)",
)

migraine_attacks_in_diary = Fact(
    "migraine_attacks_in_diary",
    Quantity(low=0, whole=True),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Migraine attacks in the diary",
    ask="How many attacks in your diary fit the rules for migraine.",
    meaning="Attacks of this headache in the diary that meet 1.1 B, C and D; an attack is a run of days with it",
    section="diagnosis 0.4, 1.4",
    unit="attacks",
    derived_from="headache_today; headache_hours; day_headache_types (diagnosis 0.4, 1.4)",
)

probable_migraine_attacks_in_diary = Fact(
    "probable_migraine_attacks_in_diary",
    Quantity(low=0, whole=True),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Migraine and probable migraine attacks in the diary",
    ask="How many attacks in your diary fit the rules for migraine, or miss only one of them.",
    meaning="Attacks of this headache in the diary that meet 1.1 B, C and D or all but one of them (G13)",
    section="diagnosis 0.4, 0.6 G13, 1.6",
    unit="attacks",
    derived_from="headache_today; headache_hours; day_headache_types (diagnosis 0.4, 0.6 G13)",
)

tension_type_attacks_in_diary = Fact(
    "tension_type_attacks_in_diary",
    Quantity(low=0, whole=True),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Tension-type attacks in the diary",
    ask="How many attacks in your diary fit the rules for tension-type headache.",
    meaning="Attacks of this headache in the diary that meet 2.1 B, C and D; an attack is a run of days with it",
    section="diagnosis 0.4, 1.8",
    unit="attacks",
    derived_from="headache_today; headache_hours; day_headache_types (diagnosis 0.4, 1.8)",
)

acute_med_days_per_30d = Fact(
    "acute_med_days_per_30d",
    Table(
        Quantity(low=0, high=30),
        {
            "ergotamine": "Ergotamine",
            "triptan": "Triptan (such as sumatriptan)",
            "paracetamol": "Acetaminophen (paracetamol)",
            "nsaid": "Anti-inflammatory (such as ibuprofen)",
            "asa": "Aspirin (ASA)",
            "other_non_opioid": "Other pain reliever, not an opioid",
            "opioid": "Opioid (such as morphine)",
            "combination": "Combined pain reliever (such as one with codeine or caffeine)",
            "other": "Other headache drug",
        },
    ),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.DIARY,
    label="Acute medication days per 30 days",
    ask="In the last 30 days, on how many days did you take each kind of headache drug? Count days, not pills.",
    meaning="Distinct days with intake, per class, per 30 days",
    section="diagnosis 1.17",
    unit="d/30 d",
    derived_from="counted from acute_medication, per class, last 30 diary days (diagnosis 0.5, 1.17); else asked",
)

non_opioid_days_per_30d = Fact(
    "non_opioid_days_per_30d",
    Quantity(low=0, high=30),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Non-opioid days per 30 days",
    ask="How many days out of 30 you took a pain reliever that is not an opioid. Each day counts once.",
    meaning="Distinct days with any non-opioid analgesic (paracetamol, NSAID, ASA, other), counted once per day",
    section="diagnosis 1.17",
    unit="d/30 d",
    derived_from="acute_medication: paracetamol, nsaid, asa, other_non_opioid, each day once (diagnosis 1.17); with only acute_med_days_per_30d known: between the largest of these classes and their sum",
)

any_acute_med_days_per_30d = Fact(
    "any_acute_med_days_per_30d",
    Quantity(low=0, high=30),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Any acute medication days per 30 days",
    ask="How many days out of 30 you took any drug to treat a headache.",
    meaning="Distinct days with any acute headache drug",
    section="diagnosis 1.17, 4.2",
    unit="d/30 d",
    derived_from="acute_medication of any class, each day once (diagnosis 1.17); with only acute_med_days_per_30d known: between its largest class and the sum of its classes",
)

overuse_months = Fact(
    "overuse_months",
    Table(
        Quantity(low=0),
        {
            "ergotamine": "Ergotamine",
            "triptan": "Triptan (such as sumatriptan)",
            "paracetamol": "Acetaminophen (paracetamol)",
            "nsaid": "Anti-inflammatory (such as ibuprofen)",
            "asa": "Aspirin (ASA)",
            "other_non_opioid": "Other pain reliever, not an opioid",
            "opioid": "Opioid (such as morphine)",
            "combination": "Combined pain reliever (such as one with codeine or caffeine)",
            "other": "Other headache drug",
            "non_opioid": "Any pain reliever that is not an opioid",
            "any": "Any headache drug",
        },
    ),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Months at or above overuse threshold",
    ask="How many months in a row you took a kind of headache drug on as many days as the limit, or more.",
    meaning="Months in a row at or above the class threshold",
    section="diagnosis 1.17",
    unit="months",
    derived_from="acute_med_days_per_30d and non_opioid_days_per_30d, month by month, against the day limits of 8.2 (diagnosis 1.17 B)",
)

any_headache_days_per_28d = Fact(
    "any_headache_days_per_28d",
    Quantity(low=0, high=28),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Any-headache days per 28 days",
    ask="How many days out of 28 you had a headache of any kind.",
    meaning="Headache days per 28 days, any headache: the primary outcome (F28). A headache day: outcomes 1.1",
    section="outcomes 1.1, 1.5; treatment 1.1, 1.4, 3.1, 3.2",
    unit="d/28 d",
    derived_from="28 x days with headache_today / days observed in the 28-day window (outcomes 1.1, 1.5)",
)

moderate_or_severe_headache_days_per_28d = Fact(
    "moderate_or_severe_headache_days_per_28d",
    Quantity(low=0, high=28),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Moderate or severe days per 28 days",
    ask="How many days out of 28 you had at least moderate head pain that lasted or was treated.",
    meaning="Headache days with at least moderate pain that lasted or were treated",
    section="outcomes 1.1",
    unit="d/28 d",
    derived_from="intensity_nrs; headache_hours; acute_medication (outcomes 1.1)",
)

cgh_like_days_per_28d = Fact(
    "cgh_like_days_per_28d",
    Quantity(low=0, high=28),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Cervicogenic-like headache days (28 d)",
    ask="How many days out of 28 you had a headache that seems to come from the neck.",
    meaning="Days per 28 days that look cervicogenic: secondary outcome",
    section="outcomes 1.6",
    unit="d/28 d",
    derived_from="day_headache_types contains cgh_like",
)

headache_hours_per_28d = Fact(
    "headache_hours_per_28d",
    Quantity(low=0, high=672),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Headache hours (28 d)",
    ask="How many hours of headache you had in 28 days.",
    meaning="Hours of headache per 28 days",
    section="outcomes 1.1",
    unit="h/28 d",
    derived_from="28 x sum of headache_hours / days observed",
)

headache_index_nrs_hours_per_28d = Fact(
    "headache_index_nrs_hours_per_28d",
    Quantity(low=0, high=6720),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Headache index (28 d)",
    ask="A number for your headaches over 28 days. It joins how strong they were and how long they lasted.",
    meaning="Headache index",
    section="outcomes 1.1",
    unit="NRS h/28 d",
    derived_from="28 x sum of intensity_nrs x headache_hours / days observed",
)

headache_intensity_nrs_mean_7d = Fact(
    "headache_intensity_nrs_mean_7d",
    Quantity(low=0, high=10),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Mean worst headache pain (7 d)",
    ask="How strong your headaches were at their worst, on average, in the last 7 days.",
    meaning="Mean worst pain of the headache days of the last 7 days",
    section="treatment 1.5, 3.1, 3.2",
    unit="NRS",
    derived_from="intensity_nrs over headache days, last 7 days; 0 when >= 5 of 7 days answered and no headache day (conflicts C37)",
)

headache_intensity_nrs_mean_28d = Fact(
    "headache_intensity_nrs_mean_28d",
    Quantity(low=0, high=10),
    room=Room.DIARY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Mean worst headache pain (28 d)",
    ask="How strong this headache was at its worst, on average, over 28 days.",
    meaning="Mean worst pain of the headache days of a 28-day window",
    section="retest 7",
    unit="NRS",
    derived_from="intensity_nrs over headache days, 28-day window",
)

disability_days_per_28d = Fact(
    "disability_days_per_28d",
    Quantity(low=0, high=28),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Days of lost activity (28 d)",
    ask="How many days out of 28 you lost half or more of your work, home or social life.",
    meaning="Days with half or more of any activity lost",
    section="outcomes 2.4",
    unit="d/28 d",
    derived_from="missed_work_or_study_today; missed_home_today; missed_social_today",
)

diary_window_status = Fact(
    "diary_window_status",
    Choice(
        {
            "scored": "Enough days: full use",
            "provisional": "Some days missing: use with care",
            "insufficient": "Too few days to use",
        }
    ),
    room=Room.DIARY,
    scope=Scope.COURSE,
    supplied_by=Supplier.COMPUTED,
    label="Diary window quality",
    ask="Whether the diary has enough days filled in to be used.",
    meaning="May the window be used",
    section="outcomes 1.5",
    derived_from="days observed and weekend days in the 28-day window (limits: outcomes 1.5)",
)

ten_day_limit_med_days_per_30d = Fact(
    "ten_day_limit_med_days_per_30d",
    Quantity(low=0, high=30),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Days on a drug class with 10-day limit",
    ask="The most days in 30 on which you took one kind of headache medicine. This counts only the kinds with a limit of 10 days.",
    meaning="Most days of any one class with the 10-day limit",
    section="treatment 1.5",
    unit="d/30 d",
    derived_from="max of acute_med_days_per_30d over ergotamine, triptan, opioid, combination (classes: diagnosis 1.17)",
)

overuse_months_longest = Fact(
    "overuse_months_longest",
    Quantity(low=0),
    room=Room.DIARY,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Longest medication overuse run",
    ask="The most months in a row with one kind of headache medicine at or above its limit.",
    meaning="Longest run of months at or above the limit of any class",
    section="treatment 1.5",
    unit="months",
    derived_from="max over overuse_months",
)
