"""The examiner's judgements on the criteria."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Choices, Flag, Quantity

examiner_confirms_not_better_explained = Fact(
    "examiner_confirms_not_better_explained",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.EXAMINER,
    label="Not better explained: confirmed",
    ask="Your clinician has looked at other types of headache. This says that none of them fits better.",
    meaning="Clinician has looked at the competing diagnoses listed by the engine and confirms the closing criterion",
    section="diagnosis 1.1, 3.2",
)

same_headache_profile = Fact(
    "same_headache_profile",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.EXAMINER,
    label="Same headache profile",
    ask="Whether two names for your headache describe one and the same headache.",
    meaning="Clinician confirms that two diagnoses describe one and the same headache profile (true) or two different ones (false)",
    section="diagnosis 3.2",
)

neck_disorder_type = Fact(
    "neck_disorder_type",
    Choice(
        {
            "zygapophysial_joint": "Small neck joint (facet joint)",
            "segmental_hypomobility": "Stiff neck segment",
            "disc": "Neck disc",
            "spondylosis": "Spondylosis (changes of the neck spine)",
            "ligament_injury": "Ligament injury",
            "fracture": "Broken bone (fracture)",
            "tumour": "Growth (tumour)",
            "infection": "Infection",
            "rheumatoid_arthritis": "Rheumatoid arthritis",
            "post_surgical": "After surgery",
            "myofascial_only": "Muscle pain only (myofascial)",
            "radiculopathy_c2_c3": "Nerve root C2 or C3 (radiculopathy)",
            "dystonia": "Muscle overactivity (dystonia)",
            "other": "Another neck disorder",
            "none": "No neck disorder",
        }
    ),
    room=Room.EXAMINATION,
    scope=Scope.PERSON,
    supplied_by=Supplier.EXAMINER,
    label="Working neck disorder",
    ask="What your clinician thinks is the main problem in your neck for now.",
    meaning="Working neck disorder",
    section="diagnosis 1.1",
)

neck_disorder_clinical_evidence = Fact(
    "neck_disorder_clinical_evidence",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Neck disorder found on examination",
    ask="Whether the exam shows a problem in the neck bones, joints or soft parts.",
    meaning="Examination shows a disorder or lesion of the cervical spine or neck soft tissue",
    section="diagnosis 1.1",
)

neck_disorder_accepted_cause = Fact(
    "neck_disorder_accepted_cause",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.PERSON,
    supplied_by=Supplier.EXAMINER,
    label="Disorder accepted as able to cause headache",
    ask="Whether your clinician thinks this neck problem can cause a headache.",
    meaning="Examiner accepts this disorder as able to cause headache",
    section="diagnosis 1.1",
)

crom_reduced = Fact(
    "crom_reduced",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Reduced cervical range of motion",
    ask="Whether your neck moves less than expected, by more than test error.",
    meaning="Cervical range of motion reduced beyond measurement error: any active direction or the flexion-rotation test. The engine proposes; the examiner decides",
    section="diagnosis 1.1, 2.1, 2.3, 3.5",
    derived_from="proposed: arom_limited or frt_restricted (diagnosis 3.5; cut-offs: examination 3.1, 3.2)",
)

provocation_worsens_headache = Fact(
    "provocation_worsens_headache",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Headache worse on provocation",
    ask="Whether a neck test made this headache clearly worse.",
    meaning="A provocative manoeuvre made the headache significantly worse",
    section="diagnosis 1.1, 3.5",
    per_headache=True,
    derived_from="proposed from provocation_familiar; provocation_nrs_rise (diagnosis 3.5)",
)

provocation_familiar = Fact(
    "provocation_familiar",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Provoked pain is the usual headache",
    ask="Whether the pain from the test feels like your own usual headache.",
    meaning="The pain provoked is the person's own usual headache",
    section="diagnosis 3.5",
    per_headache=True,
    derived_from="proposed from arom_*_response; palpation_familiar_headache; sustained_pressure_head_pain; sustained_posture_familiar_headache",
)

provocation_nrs_rise = Fact(
    "provocation_nrs_rise",
    Quantity(low=-10, high=10),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Headache rise on provocation",
    ask="How many points your headache went up or down during the test, on the 0 to 10 scale.",
    meaning="Headache NRS during the manoeuvre minus before",
    section="diagnosis 3.5",
    unit="NRS points",
    per_headache=True,
)

provocation_manoeuvres = Fact(
    "provocation_manoeuvres",
    Choices(
        {
            "active_rotation": "Turning the head",
            "active_extension": "Bending the head back",
            "flexion_rotation": "Turning with the neck bent forward (flexion-rotation)",
            "sustained_posture": "Holding a posture",
            "sustained_segmental_pressure": "Steady pressure on a neck segment",
            "palpation_muscle": "Pressing on a muscle",
            "other": "Another test",
        }
    ),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Provoking manoeuvres",
    ask="Which tests brought on this headache.",
    meaning="Which manoeuvres provoked it",
    section="diagnosis 3.5",
    per_headache=True,
)

pressure_provokes_headache = Fact(
    "pressure_provokes_headache",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Headache from upper neck pressure",
    ask="Whether pressing on the upper neck or the back of the head, on the sore side, brings on this headache.",
    meaning="Pressure over the upper neck or occiput on the painful side brings on the usual headache",
    section="diagnosis 1.1, 2.1, 2.3",
    per_headache=True,
    derived_from="proposed from palpation_familiar_headache; sustained_pressure_head_pain, painful side",
)

sjaastad_cf_score = Fact(
    "sjaastad_cf_score",
    Quantity(low=0, high=5),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Sjaastad cervical abnormality score",
    ask="A score from 0 to 5 that adds up five signs from your neck exam.",
    meaning="Features indicative of cervical abnormality: sum of five graded signs",
    section="diagnosis 2.3",
    unit="points",
)

wad_grade = Fact(
    "wad_grade",
    Choice(
        {
            "I": "Grade I (no nerve signs)",
            "II": "Grade II (no nerve signs)",
            "III": "Grade III (with nerve signs)",
            "IV": "Grade IV (fracture)",
        }
    ),
    room=Room.EXAMINATION,
    scope=Scope.INJURY,
    supplied_by=Supplier.EXAMINER,
    label="Whiplash-associated disorder grade",
    ask="The grade of your whiplash injury, with the date and who graded it.",
    meaning="Grade of whiplash-associated disorder, with date and examiner. Grades I and II have no neurological sign, III has, IV is fracture",
    section="operations 1.10",
)

provocation_eases_on_release = Fact(
    "provocation_eases_on_release",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Provoked headache eases on release",
    ask="Whether the headache eased once the test stopped or your neck came back to the middle.",
    meaning="The provoked headache eased when the manoeuvre stopped or the neck came back to neutral (second half of the concordant sign; no criterion)",
    section="diagnosis 3.5",
    per_headache=True,
)

jull_cluster_positive = Fact(
    "jull_cluster_positive",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Jull cluster positive",
    ask="Whether three neck signs are there together. They are less bending back, sore upper neck joints and a weak nod test.",
    meaning="Jull 2007 cluster: reduced extension, painful C0-C3 joint dysfunction, impaired craniocervical flexion test",
    section="examination 3.18",
    derived_from="arom_extension_deg; palpation_joint_dysfunction[C0-C1..C2-C3]; ccft_impaired; age_years; sex (examination 3.18)",
)
