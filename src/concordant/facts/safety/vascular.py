"""Vascular and upper cervical risk."""

from concordant.facts.fact import Code, Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Choices, Flag, Quantity

RESULTS = {
    "positive": "Positive",
    "negative": "Negative",
    "not_done": "Not done",
    "unsafe_to_test": "Not safe to test",
}

five_d = Fact(
    "five_d",
    Choices(
        {
            "dizziness": "Dizziness",
            "diplopia": "Double vision",
            "dysarthria": "Slurred or unclear speech",
            "dysphagia": "Trouble swallowing",
            "drop_attacks": "Sudden falls without passing out",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Brainstem symptoms (five Ds)",
    ask="Do you have any of these, even if they come and go? Pick all that fit.",
    meaning="Brainstem symptoms, list D",
    section="diagnosis 4.3",
)

three_n = Fact(
    "three_n",
    Choices(
        {
            "nausea": "Feeling sick (nausea)",
            "numbness_face": "Numb face",
            "nystagmus": "Jerking eyes (nystagmus)",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Brainstem signs (three Ns)",
    ask="Signs we look for, such as feeling sick, a numb face or eyes that jerk on their own.",
    meaning="Brainstem signs, list N",
    section="diagnosis 4.3",
)

pulsatile_tinnitus = Fact(
    "pulsatile_tinnitus",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Pulsatile tinnitus",
    ask="Do you hear a whooshing sound in time with your pulse?",
    meaning="Whooshing in time with the pulse",
    section="diagnosis 4.3",
)

systolic_bp_mmhg = Fact(
    "systolic_bp_mmhg",
    Quantity(low=60, high=280),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Systolic blood pressure, resting",
    ask="The top number of your blood pressure, taken after 5 minutes of rest.",
    meaning="Resting, seated or lying, arm at heart level, 5 min rest; repeat after 2 min",
    section="diagnosis 4.3",
    unit="mmHg",
    usual=(90, 180),
    codes=(Code("LOINC", "8480-6", "Systolic blood pressure", "read"),),
)

diastolic_bp_mmhg = Fact(
    "diastolic_bp_mmhg",
    Quantity(low=30, high=180),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Diastolic blood pressure, resting",
    ask="The bottom number of your blood pressure, taken after 5 minutes of rest.",
    meaning="As above",
    section="diagnosis 4.3",
    unit="mmHg",
    usual=(50, 110),
    codes=(Code("LOINC", "8462-4", "Diastolic blood pressure", "read"),),
)

vascular_risk_factors = Fact(
    "vascular_risk_factors",
    Choices(
        {
            "hypertension": "High blood pressure",
            "high_cholesterol": "High cholesterol",
            "smoker_now_or_past": "Smoker, now or in the past",
            "diabetes": "Diabetes",
            "cardiovascular_disease": "Heart or blood vessel disease",
            "family_history_stroke_mi": "Stroke or heart attack in the family",
            "clotting_disorder": "Blood clotting disorder",
            "anticoagulant": "Blood thinner (anticoagulant)",
            "oral_contraceptive": "Birth control pill",
            "long_term_steroid": "Steroid medicine for a long time",
            "migraine": "Migraine",
            "connective_tissue_disorder": "Connective tissue disorder",
            "vascular_anomaly": "Unusual blood vessel (known finding)",
            "recent_infection": "Recent infection",
            "recent_minor_neck_trauma": "Recent minor neck injury",
            "recent_neck_manipulation": "Recent neck manipulation",
            "immobile": "Not able to move about",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Vascular risk factors",
    ask="Do any of these apply to you? They help us judge the health of your blood vessels. Pick all that fit.",
    meaning="Vascular risk factors reported; connective_tissue_disorder may need E/R",
    section="diagnosis 4.3, 4.9",
)

uci_risk_conditions = Fact(
    "uci_risk_conditions",
    Choices(
        {
            "rheumatoid_arthritis": "Rheumatoid arthritis",
            "ankylosing_spondylitis": "Ankylosing spondylitis",
            "down_syndrome": "Down syndrome",
            "connective_tissue_disorder": "Connective tissue disorder",
            "congenital_c1_c2_anomaly": "Top neck bones unusual from birth",
            "prior_upper_neck_surgery": "Past surgery on the upper neck",
            "significant_neck_trauma": "Serious neck injury",
            "recent_throat_or_neck_infection": "Recent throat or neck infection",
            "long_term_steroid": "Steroid medicine for a long time",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Upper cervical instability risk conditions",
    ask="Do you have, or have you had, any of these? They can make the top of the neck less firm. Pick all that fit.",
    meaning="Conditions that weaken the upper cervical ligaments or bone",
    section="diagnosis 4.5, 4.9",
)

uci_symptoms = Fact(
    "uci_symptoms",
    Choices(
        {
            "must_support_head": "Need to support my head",
            "lump_in_throat": "Lump in the throat",
            "facial_or_lip_paraesthesia": "Tingling or numb face or lips",
            "metallic_taste": "Metal taste in the mouth",
            "bilateral_or_four_limb_symptoms": "Symptoms in both arms, both legs or all four",
            "drop_attacks": "Sudden falls without passing out",
            "severe_movement_fear": "Strong fear of moving",
            "catching_or_clunking": "Catching or clunking in the neck",
        }
    ),
    room=Room.SAFETY,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Upper cervical instability symptoms",
    ask="Do you have any of these? Pick all that fit.",
    meaning="Symptoms said to go with upper cervical instability",
    section="diagnosis 4.5",
)

sharp_purser = Fact(
    "sharp_purser",
    Choice(RESULTS),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Sharp-Purser test",
    ask="A hands-on test of how firm the top of your neck is.",
    meaning="Sharp-Purser test",
    section="diagnosis 4.5",
)

alar_ligament_test = Fact(
    "alar_ligament_test",
    Choice(RESULTS),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Alar ligament stress test",
    ask="A hands-on test of the small bands that hold your head and upper neck in line.",
    meaning="Alar ligament stress test",
    section="diagnosis 4.5",
)

membrane_tests = Fact(
    "membrane_tests",
    Choice(RESULTS),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Tectorial and posterior membrane tests",
    ask="Hands-on tests of the sheets of tissue that join your head and neck.",
    meaning="Tectorial / posterior atlanto-occipital membrane tests",
    section="diagnosis 4.5",
)

adverse_reaction_to_testing = Fact(
    "adverse_reaction_to_testing",
    Flag(),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Adverse reaction to testing",
    ask="Whether any test brought on a symptom that may come from the spinal cord, brain or blood vessels.",
    meaning="Cord, brainstem or vascular symptom during any test",
    section="diagnosis 4.5",
)

transverse_ligament_test = Fact(
    "transverse_ligament_test",
    Choice(RESULTS),
    room=Room.SAFETY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Transverse ligament test",
    ask="A hands-on test of a band at the top of your neck; a clear result does not rule out a problem.",
    meaning="Transverse ligament test. A negative never clears",
    section="examination 3.15; diagnosis 4.5",
)
