"""The state in which a visit finds the person, before anything is tested."""

from concordant.facts.fact import Code, Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Flag, Quantity, Table

pain_now_nrs = Fact(
    "pain_now_nrs",
    Quantity(low=0, high=10, whole=True),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Pain now, before testing",
    ask="How strong is your pain right now? Pick a number from 0 (no pain) to 10 (the worst pain).",
    meaning="Pain right now, before testing",
    section="examination 1",
    unit="NRS",
    codes=(Code("LOINC", "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported", "read"),),
)

headache_phase = Fact(
    "headache_phase",
    Choice(
        {
            "none": "No headache now",
            "warning": "I feel one coming on",
            "attack": "I have a headache attack now",
            "after": "An attack has just passed",
        }
    ),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Headache phase at the visit",
    ask="Where are you in your headache right now?",
    meaning="Headache phase at the visit. Attack: range and pressure thresholds are put off",
    section="examination 1",
)

hours_since_attack = Fact(
    "hours_since_attack",
    Quantity(low=0),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Hours since last attack",
    ask="How many hours ago did your last headache attack end?",
    meaning="Hours since the last attack ended",
    section="examination 1, 2",
    unit="h",
)

hours_since_acute_medication = Fact(
    "hours_since_acute_medication",
    Quantity(low=0),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Hours since last acute drug",
    ask="How many hours ago did you last take a medicine to stop a headache?",
    meaning="Hours since the last acute drug. Provocation soon after is masked (rule: diagnosis 3.5)",
    section="examination 1; diagnosis 3.5",
    unit="h",
)

headache_now = Fact(
    "headache_now",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Headache at this visit",
    ask="Whether you have a headache at this visit.",
    meaning="There is a headache at this visit",
    section="treatment 1.1",
    derived_from="headache_phase == attack",
)

TESTS = {
    "vascular_neurological_screen": "Vascular and neurological screen",
    "ligament_screen": "Upper cervical ligament screen",
    "craniovertebral_angle": "Head posture",
    "active_range": "Active range",
    "pressure_pain": "Pressure-pain thresholds",
    "flexion_rotation": "Flexion-rotation test",
    "sustained_posture": "Sustained posture",
    "sustained_pressure": "Sustained pressure",
    "trigger_points": "Trigger points",
    "palpation": "Segmental palpation",
    "craniocervical_flexion": "Craniocervical flexion test",
    "flexor_endurance": "Deep neck flexor endurance",
    "extensor_endurance": "Neck extensor endurance",
    "strength": "Neck strength",
    "joint_position_error": "Joint position error",
    "smooth_pursuit": "Smooth-pursuit neck torsion",
    "arm_symptoms": "Tests for arm symptoms",
}
"""Every test that something is done for, by the key of its procedure (examination 3)."""

tests_not_done = Fact(
    "tests_not_done",
    Table(
        Choice(
            {
                "not_indicated": "Not indicated",
                "pain": "Too painful today",
                "unsafe": "Not safe today",
                "no_time": "No time",
                "refused": "The person did not want it",
                "equipment": "No equipment",
            }
        ),
        keys=TESTS,
    ),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Tests not done, and why",
    ask="Which tests were left out at this visit, and why.",
    meaning="Tests left out at the visit, each with its reason. No result follows: what was not tested is not known",
    section="examination 1",
)
