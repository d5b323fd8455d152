"""Craniocervical flexion test, endurance, strength, scapula and thorax."""

from concordant.facts.fact import Fact, Room, Scope, Sides, Supplier
from concordant.facts.kinds import Choices, Flag, Quantity, Table

ccft_activation_mmhg = Fact(
    "ccft_activation_mmhg",
    Quantity(low=20, high=30, step=2, whole=True),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Craniocervical flexion test, highest stage",
    ask="The highest step of the gentle nod test that you did cleanly. A reading of 20 means none.",
    meaning="Craniocervical flexion test: highest clean stage; 20 = none",
    section="examination 2, 3.4",
    unit="mmHg",
)

ccft_good_holds = Fact(
    "ccft_good_holds",
    Quantity(low=0, high=10, whole=True),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Craniocervical flexion test, good holds",
    ask="How many good holds of 10 seconds you did at your highest clean step of the nod test.",
    meaning="Good 10 s holds at the highest clean stage",
    section="examination 3.4",
    unit="count",
)

ccft_holds_by_stage = Fact(
    "ccft_holds_by_stage",
    Table(
        Quantity(low=0, high=10, whole=True),
        {
            "22": "Stage 22 mmHg",
            "24": "Stage 24 mmHg",
            "26": "Stage 26 mmHg",
            "28": "Stage 28 mmHg",
            "30": "Stage 30 mmHg",
        },
    ),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Craniocervical flexion test, holds by stage",
    ask="How many good holds of 10 seconds you did at each step of the nod test.",
    meaning="Good 10 s holds at each stage",
    section="examination 3.4",
    unit="count",
)

ccft_faults = Fact(
    "ccft_faults",
    Choices(
        {
            "head_retraction_or_lift": "Head pulled back or lifted",
            "no_increase_of_nod": "Nod did not get larger",
            "superficial_muscle_action": "Surface neck muscles tensed",
            "jaw_or_mouth": "Jaw clenched or mouth opened",
            "breath_hold": "Breath held",
            "jerky_overshoot": "Jerky, went past the mark",
            "pressure_unsteady": "Pressure not steady",
            "not_back_at_20": "Dial not back at 20 after the nod",
        }
    ),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Craniocervical flexion test, faults",
    ask="What went off track during the nod test. Any one of these ends the step.",
    meaning="Faults seen; any one ends the stage",
    section="examination 2, 3.4",
)

ccft_activation_score = Fact(
    "ccft_activation_score",
    Quantity(low=0, high=10, step=2, whole=True),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Craniocervical flexion activation score",
    ask="A score for how far you got in the nod test, from 0 to 10.",
    meaning="Activation score",
    section="examination 3.4",
    unit="points",
    derived_from="ccft_activation_mmhg - 20",
)

ccft_performance_index = Fact(
    "ccft_performance_index",
    Quantity(low=0, high=100, whole=True),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Craniocervical flexion performance index",
    ask="A score from 0 to 100 that joins your nod test step with your good holds.",
    meaning="Performance index",
    section="examination 3.4",
    unit="points",
    derived_from="ccft_activation_score x ccft_good_holds",
)

ccft_cumulative_index = Fact(
    "ccft_cumulative_index",
    Quantity(low=0, high=300, whole=True),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Craniocervical flexion cumulative index",
    ask="A score from 0 to 300 that adds up your good holds at all steps of the nod test.",
    meaning="Cumulative performance index",
    section="examination 3.4",
    unit="points",
    derived_from="ccft_holds_by_stage: sum of (stage - 20) x holds",
)

ccft_substitution = Fact(
    "ccft_substitution",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Craniocervical flexion test, any fault",
    ask="Whether any fault was seen in the nod test.",
    meaning="Any fault in the craniocervical flexion test",
    section="treatment 1.3",
    derived_from="ccft_faults is not empty",
)

ccft_impaired = Fact(
    "ccft_impaired",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Craniocervical flexion test impaired",
    ask="Whether your nod test is below the level we look for.",
    meaning="Craniocervical flexion test below its cut-off",
    section="examination 3.4, 3.18",
    derived_from="ccft_activation_mmhg; ccft_performance_index (cut-off: examination 3.4)",
)

chin_loses_nod = Fact(
    "chin_loses_nod",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Chin nod lost in head lift",
    ask="Whether your chin loses its nod while you hold your head up.",
    meaning="Chin nod is lost during the endurance head lift (stage 2)",
    section="treatment 1.3",
)

dnf_endurance_seconds = Fact(
    "dnf_endurance_seconds",
    Quantity(low=0, high=600),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Deep neck flexor endurance",
    ask="How many seconds you can hold your head just off the table with your chin tucked in.",
    meaning="Deep neck flexor endurance, mean of two trials",
    section="examination 2, 3.5",
    unit="s",
    usual=(2, 180),
)

dnf_endurance_norm_seconds = Fact(
    "dnf_endurance_norm_seconds",
    Quantity(low=0, high=600),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Deep neck flexor endurance, norm",
    ask="The usual hold time for your sex. We use it as a training goal.",
    meaning="Norm mean for sex: the training target",
    section="examination 3.5; treatment 1.3",
    unit="s",
    derived_from="sex (norm: examination 3.5)",
)

dnf_endurance_impaired = Fact(
    "dnf_endurance_impaired",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Deep neck flexor endurance impaired",
    ask="Whether your hold time at the front of the neck is on the low side.",
    meaning="Endurance below the cut-off for sex (lower than the norm mean)",
    section="examination 3.5",
    derived_from="dnf_endurance_seconds; sex (cut-off: examination 3.5)",
)

dnf_endurance_below_norm = Fact(
    "dnf_endurance_below_norm",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Deep neck flexor endurance below norm",
    ask="Whether your hold time is still short of the training goal for your sex.",
    meaning="Endurance below the norm mean for sex: the training target is not reached",
    section="treatment 1.3; examination 3.5",
    derived_from="dnf_endurance_seconds; dnf_endurance_norm_seconds",
)

extensor_endurance_seconds = Fact(
    "extensor_endurance_seconds",
    Quantity(low=0, high=1200),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Neck extensor endurance",
    ask="How many seconds you can hold your head up against a weight while you lie face down.",
    meaning="Neck extensor endurance, prone, loaded",
    section="examination 2, 3.6",
    unit="s",
    usual=(5, 600),
)

strength_flexion_newton = Fact(
    "strength_flexion_newton",
    Quantity(low=0, high=700),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Neck flexion strength",
    ask="How hard you can push your head forward.",
    meaning="Maximal isometric neck flexion force. Compare within one device only",
    section="examination 2, 3.7",
    unit="N",
    usual=(15, 400),
)

strength_extension_newton = Fact(
    "strength_extension_newton",
    Quantity(low=0, high=700),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Neck extension strength",
    ask="How hard you can push your head back.",
    meaning="Maximal isometric neck extension force. Compare within one device only",
    section="examination 2, 3.7",
    unit="N",
    usual=(15, 400),
)

strength_lateral_flexion_newton = Fact(
    "strength_lateral_flexion_newton",
    Quantity(low=0, high=700),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Neck lateral flexion strength",
    ask="How hard you can push your head to this side.",
    meaning="Maximal isometric neck lateral flexion force. Compare within one device only",
    section="examination 2, 3.7",
    unit="N",
    sides=Sides.LEFT_RIGHT,
    usual=(15, 400),
)

strength_rotation_newton_metre = Fact(
    "strength_rotation_newton_metre",
    Quantity(low=0, high=40, step=0.1),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Neck rotation strength",
    ask="How hard you can twist your head to this side against a hold.",
    meaning="Maximal isometric rotation torque",
    section="examination 2, 3.7",
    unit="N m",
    sides=Sides.LEFT_RIGHT,
    usual=(1, 25),
)

extensor_control_impaired = Fact(
    "extensor_control_impaired",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Poor extensor control (four-point)",
    ask="Whether it is hard to control your head and neck while on your hands and knees.",
    meaning="Four-point extensor control test is poor",
    section="treatment 1.3",
)

scapular_control_impaired = Fact(
    "scapular_control_impaired",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Poor scapular control",
    ask="Whether the way your shoulder blade sits or moves plays a part in what you feel.",
    meaning="Scapular position or dyskinesis test; correction changes symptoms",
    section="treatment 1.3",
)

thoracic_hypomobile = Fact(
    "thoracic_hypomobile",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Upper thoracic stiffness (T1-T6)",
    ask="Whether your upper back is stiff.",
    meaning="Stiff at T1 to T6 on segmental testing",
    section="treatment 1.1, 1.2",
)

periscapular_tight = Fact(
    "periscapular_tight",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Short periscapular muscles",
    ask="Whether the muscles around your shoulder blade are tight and short.",
    meaning="Short periscapular muscles on length testing",
    section="treatment 1.2",
)
