"""One day of the diary."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Choices, Flag, Form, Quantity, Rows, Words

MEDICATION_CLASSES = {
    "ergotamine": "Ergotamine",
    "triptan": "Triptan (such as sumatriptan)",
    "paracetamol": "Acetaminophen (paracetamol)",
    "nsaid": "Anti-inflammatory (such as ibuprofen)",
    "asa": "Aspirin (ASA)",
    "other_non_opioid": "Other pain reliever, not an opioid",
    "opioid": "Opioid (such as morphine)",
    "combination": "Combined pain reliever (such as one with codeine or caffeine)",
    "other": "Other headache drug",
    "unspecified": "I took something, but I do not know what kind",
}

LOST = {
    "none": "None",
    "half_or_more": "Half or more",
    "whole_day": "The whole day",
}

intensity_nrs = Fact(
    "intensity_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Worst headache of the day",
    ask="How strong was your headache at its worst on this day? Put 0 for no headache and 10 for the worst pain you can imagine.",
    meaning="Worst pain of the day. 0 = no headache",
    section="diagnosis 3.4",
    unit="NRS",
)

believed_migraine_at_onset = Fact(
    "believed_migraine_at_onset",
    Flag(),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Believed migraine at onset",
    ask="When the headache began on this day, did you think it was a migraine?",
    meaning="On this day the person believed at onset that it was migraine",
    section="diagnosis 1.6",
)

relieved_by_triptan_or_ergot = Fact(
    "relieved_by_triptan_or_ergot",
    Flag(),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Relieved by triptan or ergot",
    ask="Did a migraine drug ease your headache on this day? This means a triptan or an ergot drug.",
    meaning="On this day a triptan or ergot relieved it",
    section="diagnosis 1.6",
)

headache_today = Fact(
    "headache_today",
    Flag(),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Headache on this day",
    ask="Did you have any headache on this day?",
    meaning="Was there any headache that day. A row that names a headache, or intensity_nrs above 0, says true; intensity_nrs 0 says false. A missing row is unknown, never false",
    section="outcomes 1.3",
)

intensity_usual_nrs = Fact(
    "intensity_usual_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Usual headache intensity of the day",
    ask="How strong was the pain for most of this day? Put 0 for no pain and 10 for the worst pain you can imagine.",
    meaning="Usual pain of the day (optional)",
    section="outcomes 1.1",
    unit="NRS",
)

headache_hours = Fact(
    "headache_hours",
    Quantity(low=0, high=24, step=0.5),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Headache hours on this day",
    ask="For how many hours did your head hurt on this day? You can use half hours.",
    meaning="Hours of headache that day",
    section="outcomes 1.3",
    unit="h",
)

headache_side_today = Fact(
    "headache_side_today",
    Choice(
        {
            "left": "Left",
            "right": "Right",
            "both": "Both sides",
            "changed": "It changed sides",
        }
    ),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Headache side on this day",
    ask="Which side hurt on this day?",
    meaning="Side of the pain that day",
    section="outcomes 1.3",
)

started_in_neck_today = Fact(
    "started_in_neck_today",
    Flag(),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Started in the neck on this day",
    ask="Did the pain start in your neck on this day?",
    meaning="Pain began in the neck that day; unsure = unknown",
    section="outcomes 1.3",
)

worse_with_neck_movement_today = Fact(
    "worse_with_neck_movement_today",
    Flag(),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Worse with neck movement on this day",
    ask="Did moving your neck, or the way you held it, make the pain worse on this day?",
    meaning="Neck movement or posture made it worse that day; unsure = unknown",
    section="outcomes 1.3",
)

worse_with_routine_activity_today = Fact(
    "worse_with_routine_activity_today",
    Flag(),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Worse with activity on this day",
    ask="Did walking or using stairs make the pain worse on this day?",
    meaning="Walking or stairs made it worse that day; unsure = unknown",
    section="outcomes 1.3",
)

pulsating_today = Fact(
    "pulsating_today",
    Flag(),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Pulsating pain on this day",
    ask="Did the pain throb on this day?",
    meaning="Throbbing pain that day",
    section="outcomes 1.3",
)

nausea_today = Fact(
    "nausea_today",
    Choice(
        {
            "none": "No",
            "mild": "Yes, a little",
            "moderate": "Yes, a fair amount",
            "severe": "Yes, a lot",
            "present": "Yes (how much was not asked)",
        }
    ),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Nausea on this day",
    ask="Did you feel sick to your stomach on this day? How much?",
    meaning="Nausea that day; present = yes, but the grade was not asked",
    section="outcomes 1.3; diagnosis 1.8",
)

vomiting_today = Fact(
    "vomiting_today",
    Flag(),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Vomiting on this day",
    ask="Did you throw up on this day?",
    meaning="Vomiting that day",
    section="diagnosis 1.4, 1.8",
)

photophobia_today = Fact(
    "photophobia_today",
    Flag(),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Photophobia on this day",
    ask="Was light unpleasant for you on this day?",
    meaning="Light was unpleasant that day",
    section="outcomes 1.3",
)

phonophobia_today = Fact(
    "phonophobia_today",
    Flag(),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Phonophobia on this day",
    ask="Was sound unpleasant for you on this day?",
    meaning="Sound was unpleasant that day",
    section="outcomes 1.3",
)

aura_today = Fact(
    "aura_today",
    Flag(),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Aura on this day",
    ask="Did you have an aura on this day? This is a passing change in sight, feeling or speech.",
    meaning="Aura that day",
    section="outcomes 1.3",
)

neck_pain_nrs = Fact(
    "neck_pain_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Worst neck pain of the day",
    ask="How strong was your neck pain at its worst on this day? Put 0 for no pain and 10 for the worst pain you can imagine. Please answer even if you had no headache.",
    meaning="Worst neck pain of the day, also on headache-free days",
    section="outcomes 1.3",
    unit="NRS",
)

acute_medication = Fact(
    "acute_medication",
    Choices(MEDICATION_CLASSES),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Acute medication taken",
    ask="What kinds of headache drugs did you take on this day? Choose all that fit. Choose nothing if you took none.",
    meaning="Classes of acute headache drug taken that day; empty = none; unspecified = taken, class not known (counts for any class only)",
    section="outcomes 1.3; diagnosis 1.17",
    derived_from="proposed from acute_medication_detail",
)

acute_medication_detail = Fact(
    "acute_medication_detail",
    Rows(
        Form(
            {
                "class": Choice(MEDICATION_CLASSES),
                "name": Words(longest=200),
                "doses": Quantity(low=0),
                "relief": Quantity(low=0, high=3, whole=True),
            },
            required=("class",),
        )
    ),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Acute medication details",
    ask="Which headache drugs did you take on this day? For each one, give the kind, the name and the number of doses. Then rate how much it helped, from 0 (not at all) to 3 (the most).",
    meaning="Each acute drug taken: class, name, doses, how much it helped",
    section="outcomes 1.3",
)

missed_work_or_study_today = Fact(
    "missed_work_or_study_today",
    Choice(LOST),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Work or study lost on this day",
    ask="How much of your work or study time did you lose on this day?",
    meaning="Loss of work or study that day",
    section="outcomes 1.3",
)

missed_home_today = Fact(
    "missed_home_today",
    Choice(LOST),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Home activities lost on this day",
    ask="How much of your time for things at home did you lose on this day?",
    meaning="Loss of home that day",
    section="outcomes 1.3",
)

missed_social_today = Fact(
    "missed_social_today",
    Choice(LOST),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Social activities lost on this day",
    ask="How much of your time with friends or family did you lose on this day?",
    meaning="Loss of social life that day",
    section="outcomes 1.3",
)

exercises_done = Fact(
    "exercises_done",
    Flag(),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Home exercises done",
    ask="On this day, did you do your home exercises?",
    meaning="The prescribed home exercises were done that day. Part of them: say so in home_log",
    section="outcomes 1.3; treatment 5.3",
)

home_log = Fact(
    "home_log",
    Rows(
        Form(
            {
                "item": Words(longest=80),
                "done": Choice({"none": "Not done", "part": "Partly", "full": "Fully"}),
                "reps": Quantity(low=0, whole=True),
                "hold_s": Quantity(low=0),
                "load": Words(longest=80),
                "pain_before": Quantity(low=0, high=10, whole=True),
                "pain_after": Quantity(low=0, high=10, whole=True),
            },
            required=("item",),
        )
    ),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Home exercise log",
    ask="Which home exercises did you do on this day? For each one, say if you did all, part or none of it. You can add the count, seconds held, load, and pain from 0 to 10 before and after.",
    meaning="Home programme by item (optional detail)",
    section="treatment 5.3; operations 4.7",
)

reps_last_set = Fact(
    "reps_last_set",
    Quantity(low=0, whole=True),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Repetitions in last set",
    ask="How many times did you repeat this exercise in your last set?",
    meaning="Repetitions in the last set of the home item being judged",
    section="treatment 1.3",
    unit="count",
    absent=0,
    derived_from="taken from home_log",
)

sleep_hours = Fact(
    "sleep_hours",
    Quantity(low=0, high=24),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Sleep duration",
    ask="How many hours did you sleep in the night before this day?",
    meaning="Hours slept in the night before",
    section="outcomes 1.3",
    unit="h",
)

sleep_quality_nrs = Fact(
    "sleep_quality_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Sleep quality",
    ask="How well did you sleep in the night before this day? Choose 0 to 10. The best is 10.",
    meaning="Sleep quality, 10 = best; own wording, trend only",
    section="outcomes 1.3",
    unit="NRS",
)

stress_nrs = Fact(
    "stress_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.DIARY,
    label="Stress level of the day",
    ask="How much stress did you feel on this day? Choose 0 to 10. The most is 10.",
    meaning="Stress that day, 10 = most; own wording, trend only",
    section="outcomes 1.3",
    unit="NRS",
)

treated_today = Fact(
    "treated_today",
    Choices(
        {
            "physiotherapist": "Physiotherapist",
            "rmt": "Registered massage therapist",
        }
    ),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.COMPUTED,
    label="Treated by, on this day",
    ask="Who treated you on this day.",
    meaning="Who treated that day",
    section="outcomes 1.3",
    derived_from="treatments of that date",
)

diary_entry_timeliness = Fact(
    "diary_entry_timeliness",
    Choice(
        {
            "on_time": "On time",
            "late": "Late, but still counts",
            "recalled": "From memory later; shown, but not counted",
        }
    ),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.COMPUTED,
    label="Diary entry timeliness",
    ask="How soon this diary day was filled in.",
    meaning="When the row was written: late still counts, recalled is shown and not counted",
    section="outcomes 1.4",
    derived_from="date of the row; time of entry (limits: outcomes 1.4)",
)

day_headache_types = Fact(
    "day_headache_types",
    Choices(
        {
            "cgh_like": "Like a headache from the neck",
            "migraine_like": "Like migraine",
            "tth_like": "Like tension-type headache",
            "autonomic": "Like a headache with eye or nose signs",
            "unclassified": "Kind not clear",
        }
    ),
    room=Room.DIARY,
    scope=Scope.DAY,
    supplied_by=Supplier.COMPUTED,
    label="Headache types on this day",
    ask="The kinds of headache this day looks like. More than one kind means a mixed day.",
    meaning="Kinds of headache this day looks like; more than one = mixed",
    section="diagnosis 3.2; outcomes 1.6",
    derived_from="headache_side_today; laterality; started_in_neck_today; worse_with_neck_movement_today; pulsating_today; pain_qualities; intensity_nrs; worse_with_routine_activity_today; nausea_today; vomiting_today; photophobia_today; phonophobia_today (diagnosis 3.2, steps 2 and 6)",
)
