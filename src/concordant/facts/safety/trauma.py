"""Rules after an injury: Canadian C-spine rule and NEXUS."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Choices, Flag, Quantity

injury_hours_ago = Fact(
    "injury_hours_ago",
    Quantity(low=0),
    room=Room.SAFETY,
    scope=Scope.INJURY,
    supplied_by=Supplier.COMPUTED,
    label="Hours since injury",
    ask="How many hours have passed since your injury.",
    meaning="Hours since the injury; a rule that names no injury reads the newest",
    section="diagnosis 4.6, 4.9",
    unit="h",
    derived_from="injury_date (and time, when known); as-of day (diagnosis 4.6, 4.9); no injury = comparisons are false",
)

vitals_stable = Fact(
    "vitals_stable",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Stable vital signs",
    ask="Whether basic signs, such as your pulse and blood pressure, are steady.",
    meaning="Stable vital signs",
    section="diagnosis 4.6",
)

alert_gcs_15 = Fact(
    "alert_gcs_15",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Alert and oriented, GCS 15",
    ask="Whether you are fully awake and know where you are.",
    meaning="Alert, oriented, GCS 15; false = drowsy, confused or lower GCS",
    section="diagnosis 4.2, 4.6, 4.7",
)

known_vertebral_disease = Fact(
    "known_vertebral_disease",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Known vertebral disease or neck surgery",
    ask="Have you had neck surgery in the past, or been told that your spinal canal is narrow? Say yes as well if you have rheumatoid arthritis. Say yes as well if you have ankylosing spondylitis.",
    meaning="Ankylosing spondylitis, rheumatoid arthritis, spinal stenosis, previous cervical surgery",
    section="diagnosis 4.6",
)

acute_paralysis = Fact(
    "acute_paralysis",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Acute paralysis",
    ask="Whether you have just lost the power to move a part of your body.",
    meaning="Acute paralysis",
    section="diagnosis 4.6",
)

penetrating_injury = Fact(
    "penetrating_injury",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Penetrating neck injury",
    ask="Did something pierce your neck in the injury?",
    meaning="Penetrating neck injury",
    section="diagnosis 4.6",
)

dangerous_mechanisms = Fact(
    "dangerous_mechanisms",
    Choices(
        {
            "fall_over_1m_or_5_stairs": "Fall from over 1 metre (3 ft) or 5 stairs",
            "axial_load": "Force to the top of the head, as in diving",
            "mvc_over_100kmh": "Vehicle crash at over 100 km/h",
            "mvc_rollover": "Vehicle rolled over",
            "mvc_ejection": "Thrown out of the vehicle",
            "motorised_recreational_vehicle": "Motorised recreational vehicle",
            "bicycle_collision": "Bicycle crash",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Dangerous mechanism of injury",
    ask="Did your injury happen in any of these ways? Pick all that fit.",
    meaning="Any member = dangerous mechanism",
    section="diagnosis 4.6",
)

limb_paraesthesia = Fact(
    "limb_paraesthesia",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Limb paraesthesia since injury",
    ask="Since the injury, have you had tingling or numb spots in your arms or legs?",
    meaning="Tingling or numbness in arms or legs since the injury",
    section="diagnosis 4.6",
)

rear_end_collision = Fact(
    "rear_end_collision",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Rear-end collision",
    ask="Were you struck from behind?",
    meaning="Struck from behind",
    section="diagnosis 4.6",
)

rear_end_exclusions = Fact(
    "rear_end_exclusions",
    Choices(
        {
            "pushed_into_traffic": "Pushed into traffic",
            "hit_by_bus_or_large_truck": "Hit by a bus or large truck",
            "rollover": "Vehicle rolled over",
            "hit_by_high_speed_vehicle": "Hit by a high-speed vehicle",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Not a simple rear-end crash",
    ask="Did any of these happen in the crash? Pick all that fit.",
    meaning="Any member = not a simple rear-end crash",
    section="diagnosis 4.6",
)

sitting_position = Fact(
    "sitting_position",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Sitting when assessed",
    ask="Whether you were sitting when you were checked.",
    meaning="Sitting when assessed",
    section="diagnosis 4.6",
)

ambulatory_since_injury = Fact(
    "ambulatory_since_injury",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Walked since injury",
    ask="Have you walked at any time since the injury?",
    meaning="Has walked at any time since the injury",
    section="diagnosis 4.6",
)

neck_pain_delayed = Fact(
    "neck_pain_delayed",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.INJURY,
    supplied_by=Supplier.PATIENT,
    label="Delayed onset of neck pain",
    ask="Did your neck pain start some time after the injury, and not at once?",
    meaning="Neck pain did not start at once",
    section="diagnosis 4.6",
)

midline_tenderness = Fact(
    "midline_tenderness",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Midline cervical tenderness",
    ask="Whether the middle line at the back of your neck is sore to touch.",
    meaning="Tender over the midline cervical spine",
    section="diagnosis 4.6, 4.7, 4.8",
)

spine_imaging_cleared = Fact(
    "spine_imaging_cleared",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.INJURY,
    supplied_by=Supplier.REPORT,
    label="Spine imaging done and cleared",
    ask="Whether your spine had an X-ray or scan after this injury and a doctor cleared it.",
    meaning="Spine imaging after this injury was done and cleared by a physician",
    section="diagnosis 4.6",
)

spine_imaging_kind = Fact(
    "spine_imaging_kind",
    Choice({"plain_films": "X-ray", "ct": "CT scan", "mri": "MRI scan"}),
    room=Room.SAFETY,
    scope=Scope.INJURY,
    supplied_by=Supplier.REPORT,
    label="Kind of spine imaging",
    ask="Which kind of picture of your neck was taken after this injury.",
    meaning="Imaging on which the clearance rests; normal plain films have missed upper cervical fractures",
    section="conflicts, found and left open; diagnosis 4.6",
)

intoxicated = Fact(
    "intoxicated",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Evidence of intoxication",
    ask="Whether there are signs of alcohol or drugs during the check.",
    meaning="Evidence of intoxication",
    section="diagnosis 4.7",
)

distracting_injury = Fact(
    "distracting_injury",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Painful distracting injury",
    ask="Whether another injury hurts so much that you may not notice your neck.",
    meaning="Painful injury elsewhere that distracts",
    section="diagnosis 4.7",
)
