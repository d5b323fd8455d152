"""The headache as the person tells it: onset, attacks, side, character, what goes with it."""

from concordant.facts.fact import Code, Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Choices, Day, Flag, Quantity, Range, Table

headache_present = Fact(
    "headache_present",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Headache present (last 12 months)",
    ask="Do you have this headache now, or have you had it in the last 12 months?",
    meaning="This headache profile exists (now or within the last 12 months)",
    section="diagnosis 1.1, 1.2, 1.3, 1.14, 1.15, 1.16, 1.19, 1.20, 1.22",
    codes=(Code("SNOMED CT", "25064002", "Headache", "read"),),
    derived_from="proposed: a headache that is listed exists, until the person says otherwise",
)

headache_onset_date = Fact(
    "headache_onset_date",
    Day(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Headache onset date",
    ask="On what date did you first feel this headache? Your best guess is fine.",
    meaning="First day this headache was ever felt",
    section="diagnosis 3.3",
)

headache_onset_precision = Fact(
    "headache_onset_precision",
    Choice(
        {
            "day": "I know the day",
            "week": "I know the week",
            "month": "I know the month",
            "year": "I know the year",
            "unknown": "Not sure",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Precision of onset date",
    ask="How well do you know the date this headache began?",
    meaning="How exactly the onset date is known",
    section="diagnosis 3.3",
)

headache_age_days = Fact(
    "headache_age_days",
    Quantity(low=0, whole=True),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Headache age in days",
    ask="How many days you have had this headache, from the first day to today or to the day it went away.",
    meaning="Days from onset to today, or to headache_resolved_date",
    section="diagnosis 1.2, 1.2.1, 1.3, 1.12, 1.13, 1.22, 4.2",
    unit="d",
    derived_from="headache_onset_date; headache_resolved_date; as-of day (diagnosis 1.2)",
)

onset_clearly_remembered = Fact(
    "onset_clearly_remembered",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Onset clearly remembered",
    ask="Can you name the day this headache began, or what you were doing then?",
    meaning="Person can name the day or scene when the headache began",
    section="diagnosis 1.13",
)

onset_to_continuous_hours = Fact(
    "onset_to_continuous_hours",
    Quantity(low=0, null=True),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Hours from onset to continuous pain",
    ask="How many hours passed from the start of this headache until the pain was there all the time? If it was never there all the time, say so.",
    meaning="Hours from onset until pain became continuous and unremitting; null = never continuous",
    section="diagnosis 1.13",
    unit="h",
)

attack_count_lifetime = Fact(
    "attack_count_lifetime",
    Quantity(low=0, whole=True),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Attacks so far",
    ask="How many attacks of this kind have you had so far? Count only attacks like the ones you describe here.",
    meaning="Attacks of this profile so far that meet the profile's own attack criteria",
    section="diagnosis 1.4, 1.6, 1.8, 1.10, 1.11",
    unit="attacks",
)

attack_duration_minutes = Fact(
    "attack_duration_minutes",
    Range(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.DIARY,
    label="Attack duration",
    ask="How many minutes does an attack usually last with no treatment, or when treatment fails? Give the shortest and the longest. If you fall asleep in pain, count until you wake up.",
    meaning="Usual length of an attack, untreated or unsuccessfully treated; if asleep at the end, count to waking",
    section="diagnosis 1.4, 1.8, 1.10, 1.11",
    unit="min",
)

headache_continuous = Fact(
    "headache_continuous",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.DIARY,
    label="Continuous headache",
    ask="Is the pain there all the time you are awake, with no breaks?",
    meaning="Pain present all waking hours with no pain-free gap",
    section="diagnosis 1.8, 1.12",
)

laterality = Fact(
    "laterality",
    Choice(
        {
            "left_always": "Always the left side",
            "right_always": "Always the right side",
            "one_sided_alternating": "One side at a time, but it changes",
            "bilateral": "Both sides",
            "unknown": "Not sure",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.DIARY,
    label="Laterality of headache",
    ask="Which side of your head hurts? Is it always the same side?",
    meaning="Side of pain over all recorded attacks; left_always or right_always = side-locked",
    section="diagnosis 1.1, 1.4, 1.8, 1.10, 1.11, 1.12, 1.14, 1.19, 2.1",
    derived_from="proposed from headache_side_today over all recorded days",
)

REGIONS = {
    "orbital": "In or around the eye",
    "supraorbital": "Above the eye",
    "temporal": "Temple",
    "frontal": "Forehead",
    "parietal": "Upper side of the head",
    "vertex": "Top of the head",
    "occipital": "Back of the head",
    "suboccipital": "Where the head meets the neck",
    "neck": "Neck",
    "retroauricular": "Behind the ear",
    "face": "Face",
    "jaw": "Jaw",
    "small_scalp_area": "One small spot on the scalp",
}

pain_regions = Fact(
    "pain_regions",
    Choices(REGIONS),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Pain regions",
    ask="Where do you feel this headache? Choose all the places that hurt.",
    meaning="Body-chart regions",
    section="diagnosis 1.10, 1.11, 1.13, 1.18",
)

pain_region_sides = Fact(
    "pain_region_sides",
    Table(Choice({"left": "Left", "right": "Right", "both": "Both sides or the middle"}), REGIONS),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Side of each region",
    ask="On which side does each place hurt?",
    meaning="Body-chart side of each region that hurts; no rule reads it",
    section="diagnosis 1.1",
)

pain_spread_order = Fact(
    "pain_spread_order",
    Table(Quantity(low=1, high=len(REGIONS), whole=True), REGIONS),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Order of spread",
    ask="In what order does the pain reach each place? Put 1 where it starts, then 2 where it goes next.",
    meaning="Body-chart order in which the pain reaches the regions, 1 first; no rule reads it",
    section="diagnosis 1.1",
)

pain_starts_in_neck = Fact(
    "pain_starts_in_neck",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Pain starts in the neck",
    ask="Does the pain start in your neck, or where your head meets your neck?",
    meaning="Pain begins in the neck or suboccipital region",
    section="diagnosis 2.1, 2.2",
)

spreads_back_to_front = Fact(
    "spreads_back_to_front",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Spread from back to front",
    ask="Does the pain then move to your forehead, temple or eye on the same side?",
    meaning="Pain then spreads to the forehead, temple or eye of the same side",
    section="diagnosis 1.1, 2.2",
)

pain_qualities = Fact(
    "pain_qualities",
    Choices(
        {
            "pulsating": "Throbbing, like a heartbeat",
            "pressing_tightening": "Pressing or tight",
            "dull_aching": "Dull ache",
            "stabbing": "Stabbing",
            "shooting": "Shooting",
            "sharp": "Sharp",
            "burning": "Burning",
            "electric": "Like an electric shock",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Pain quality",
    ask="What does the pain feel like? Choose all the words that fit.",
    meaning="Quality words chosen",
    section="diagnosis 1.4, 1.8, 1.21, 2.1",
)

pain_severity = Fact(
    "pain_severity",
    Choice(
        {
            "mild": "Mild (1 to 3 out of 10)",
            "moderate": "Moderate (4 to 6 out of 10)",
            "severe": "Severe (7 to 9 out of 10)",
            "very_severe": "Very severe (10 out of 10)",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.DIARY,
    label="Usual pain severity",
    ask="How strong is this headache most of the time?",
    meaning="Usual severity. Product mapping from NRS: 1-3 mild, 4-6 moderate, 7-9 severe, 10 very severe",
    section="diagnosis 1.4, 1.8, 1.10, 1.11, 1.21, 2.1",
    derived_from="proposed from intensity_nrs by the mapping in the meaning",
)

worse_with_routine_activity = Fact(
    "worse_with_routine_activity",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Worse with routine activity",
    ask="Does walking or using stairs make this headache worse? Say yes as well if you avoid these things because of it.",
    meaning="Walking or stairs make it worse, or the person avoids them",
    section="diagnosis 1.4, 1.8",
)

worse_with_movement = Fact(
    "worse_with_movement",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Worse with any movement",
    ask="Does any kind of movement make the pain worse?",
    meaning="Any movement makes the pain worse (used for hemicrania continua only)",
    section="diagnosis 1.12",
)

provoked_by_neck_movement_or_posture = Fact(
    "provoked_by_neck_movement_or_posture",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Provoked by neck movement or posture",
    ask="Does moving your neck bring on your usual headache? Or does it come when you hold your head in an awkward position for a while?",
    meaning="Usual headache brought on by neck movement or by a sustained awkward head position",
    section="diagnosis 1.1, 2.1",
)

nausea = Fact(
    "nausea",
    Choice(
        {
            "none": "No",
            "mild": "Yes, a little",
            "moderate": "Yes, a fair amount",
            "severe": "Yes, a lot",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.DIARY,
    label="Nausea",
    ask="Do you feel sick to your stomach with this headache? How much?",
    meaning="Nausea during the headache",
    section="diagnosis 1.4, 1.8, 2.1",
    derived_from="proposed from nausea_today",
)

vomiting = Fact(
    "vomiting",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.DIARY,
    label="Vomiting",
    ask="Do you throw up during this headache?",
    meaning="Vomiting during the headache",
    section="diagnosis 1.4, 1.8",
    derived_from="proposed from vomiting_today",
)

photophobia = Fact(
    "photophobia",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.DIARY,
    label="Photophobia",
    ask="Is light unpleasant for you during this headache?",
    meaning="Light is unpleasant during the headache",
    section="diagnosis 1.4, 1.8, 2.1",
    derived_from="proposed from photophobia_today",
)

phonophobia = Fact(
    "phonophobia",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.DIARY,
    label="Phonophobia",
    ask="Is sound unpleasant for you during this headache?",
    meaning="Sound is unpleasant during the headache",
    section="diagnosis 1.4, 1.8, 2.1",
    derived_from="proposed from phonophobia_today",
)

temporal_relation_neck = Fact(
    "temporal_relation_neck",
    Choice(
        {
            "established": "Clear link in time",
            "plausible": "Possible link in time",
            "absent": "No link in time",
            "unknown": "Not known",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.EXAMINER,
    label="Temporal relation to neck disorder (C1)",
    ask="How well the start of this headache fits in time with your neck problem.",
    meaning="Judgement on criterion C1; the engine proposes a value",
    section="diagnosis 1.1, 3.3",
    derived_from="proposed from neck_disorder_onset_date; headache_onset_date; headache_onset_precision; neck_symptom_free_gap; worsening_factor (diagnosis 3.3)",
)

neck_symptom_free_gap = Fact(
    "neck_symptom_free_gap",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Neck free of symptoms before the headache began",
    ask="After your neck problem started, was your neck free of pain for a time before this headache began?",
    meaning="Neck free of symptoms for a time between the onset of the neck disorder and that of this headache",
    section="diagnosis 3.3",
)

ipsilateral_neck_shoulder_arm_pain = Fact(
    "ipsilateral_neck_shoulder_arm_pain",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Ipsilateral neck, shoulder or arm pain",
    ask="Do you also have pain in your neck, shoulder or arm on the same side as the headache?",
    meaning="Vague (non-radicular), or at times radicular, neck, shoulder or arm pain on the headache side",
    section="diagnosis 2.1",
)

ipsilateral_blurred_vision = Fact(
    "ipsilateral_blurred_vision",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Ipsilateral blurred vision",
    ask="Does your sight blur in the eye on the side of the pain?",
    meaning="Blurred vision, eye on the pain side",
    section="diagnosis 2.1",
)

swallowing_difficulty = Fact(
    "swallowing_difficulty",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Difficulty swallowing",
    ask="Is it hard to swallow when you have this headache?",
    meaning="Difficulty swallowing with the headache",
    section="diagnosis 2.1",
)

dizziness_with_headache = Fact(
    "dizziness_with_headache",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Dizziness with headache",
    ask="Do you feel dizzy when you have this headache?",
    meaning="Dizziness with the headache",
    section="diagnosis 2.1",
)

episodes_vary_or_fluctuate = Fact(
    "episodes_vary_or_fluctuate",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Episodes of varying length or fluctuating pain",
    ask="Does the headache come for times of different length, or is it always there but goes up and down?",
    meaning="Episodes of varying length, or continuous pain that fluctuates",
    section="diagnosis 2.1, 2.2",
)

age_at_headache_onset = Fact(
    "age_at_headache_onset",
    Quantity(low=0, high=120, whole=True),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Age at headache onset",
    ask="How old you were when this headache began.",
    meaning="Age when this headache began",
    section="diagnosis 1.15, 4.2, 4.9",
    unit="y",
    derived_from="birth_date or age_years; headache_onset_date (diagnosis 4.2 O2)",
)

headache_age_weeks = Fact(
    "headache_age_weeks",
    Quantity(low=0),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Headache age in weeks",
    ask="How many weeks have passed since this headache began.",
    meaning="Weeks since this headache began",
    section="treatment 1.1, 1.3, 3.2",
    unit="weeks",
    derived_from="headache_age_days / 7",
)

stress_triggers_headache = Fact(
    "stress_triggers_headache",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.PATIENT,
    label="Stress triggers headache",
    ask="Does stress bring on this headache?",
    meaning="Stress brings on this headache, by history or diary",
    section="treatment 1.4",
)
