"""Flexion-rotation test and its substitutes."""

from concordant.facts.fact import Fact, Room, Scope, Sides, Supplier
from concordant.facts.kinds import Choice, Flag, Quantity

frt_rotation_deg = Fact(
    "frt_rotation_deg",
    Quantity(low=0, high=90),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Flexion-rotation test",
    ask="How far your head can be turned to this side while your neck is bent fully forward.",
    meaning="Flexion-rotation test: passive rotation to this side in full flexion, mean of the trials",
    section="examination 2, 3.2",
    unit="deg",
    sides=Sides.LEFT_RIGHT,
    usual=(8, 60),
)

frt_rotation_after_treatment_deg = Fact(
    "frt_rotation_after_treatment_deg",
    Quantity(low=0, high=90),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Flexion-rotation test, end of visit",
    ask="The same head turn to this side, checked again at the end of the visit.",
    meaning="The same, measured again at the end of the same visit",
    section="treatment 0.1",
    unit="deg",
    sides=Sides.LEFT_RIGHT,
    usual=(8, 60),
)

frt_interpretation = Fact(
    "frt_interpretation",
    Choice(
        {
            "positive": "Positive",
            "negative": "Negative",
            "unknown": "Not known",
        }
    ),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Flexion-rotation test, rater's call",
    ask="Your examiner's own view of the head turn test on this side.",
    meaning="The rater's own call. The decision uses frt_class",
    section="examination 2",
    sides=Sides.LEFT_RIGHT,
)

frt_limit = Fact(
    "frt_limit",
    Choice(
        {
            "resistance": "Firm resistance",
            "pain": "Pain",
            "familiar_headache": "The usual headache",
            "guarding": "Muscles tensed up (guarding)",
        }
    ),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Flexion-rotation test, limit",
    ask="What stopped the head turn on this side.",
    meaning="What stopped the rotation",
    section="examination 2, 3.2",
    sides=Sides.LEFT_RIGHT,
    per_headache=True,
)

frt_class = Fact(
    "frt_class",
    Choice(
        {
            "positive": "Positive for age",
            "borderline": "Borderline for age",
            "negative": "Negative for age",
        }
    ),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Flexion-rotation test, class for age",
    ask="How the head turn to this side rates for your age.",
    meaning="Class of the measured angle for age",
    section="examination 3.2",
    sides=Sides.LEFT_RIGHT,
    derived_from="frt_rotation_deg; age_years: threshold T of examination 3.2",
)

frt_below_age_norm = Fact(
    "frt_below_age_norm",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Flexion-rotation test below age norm",
    ask="Whether the head turn to this side is well below the usual range for your age. It is shown, but it decides nothing.",
    meaning="Angle at or below the age norm minus 10; shown, decides nothing",
    section="examination 3.2",
    sides=Sides.LEFT_RIGHT,
    derived_from="frt_rotation_deg; age_years (norm: examination 3.2)",
)

frt_restricted = Fact(
    "frt_restricted",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Flexion-rotation test restricted",
    ask="Whether the head turn test is tight on at least one side.",
    meaning="The flexion-rotation test is positive on at least one side. The one cut-off that plan rules use",
    section="examination 3.2; treatment 0.1, 1.1, 1.3, 3.1, 7",
    derived_from="any side: frt_class == positive (examination 3.2)",
)

frt_rotation_min_deg = Fact(
    "frt_rotation_min_deg",
    Quantity(low=0, high=90),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Flexion-rotation test, smaller side",
    ask="How far your head turns in this test on the side that turns less.",
    meaning="Smaller side of the flexion-rotation test (goals, display)",
    section="treatment 6.2",
    unit="deg",
    derived_from="min(frt_rotation_deg[left], frt_rotation_deg[right])",
)

frt_rotation_difference_deg = Fact(
    "frt_rotation_difference_deg",
    Quantity(low=0, high=90),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Flexion-rotation test, side difference",
    ask="How much the head turn differs between your two sides.",
    meaning="Difference between the sides of the flexion-rotation test",
    section="treatment 1.1",
    unit="deg",
    derived_from="abs(frt_rotation_deg[left] - frt_rotation_deg[right])",
)

frt_within_session_gain_deg = Fact(
    "frt_within_session_gain_deg",
    Quantity(low=-90, high=90),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Flexion-rotation test, gain in session",
    ask="How much the head turn on the treated side changed within one visit.",
    meaning="Gain of the flexion-rotation test within one visit, treated side",
    section="treatment 0.1, 1.1",
    unit="deg",
    derived_from="frt_rotation_after_treatment_deg - frt_rotation_deg, on the side that was smaller before",
)

c0_c2_rotation_deg = Fact(
    "c0_c2_rotation_deg",
    Quantity(low=0, high=45, step=0.5),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="C0-C2 axial rotation",
    ask="How far your head turns to this side at the top of the neck, while one neck bone is held still.",
    meaning="C0-C2 axial rotation with C2 held, when full flexion is not tolerated",
    section="examination 2, 3.2",
    unit="deg",
    sides=Sides.LEFT_RIGHT,
    usual=(3, 25),
)

side_bend_rotation_deg = Fact(
    "side_bend_rotation_deg",
    Quantity(low=0, high=90),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Side bend-rotation test",
    ask="How far your head can be turned to this side with your neck tilted.",
    meaning="Side bend-rotation test, another substitute. Positive cut-off: examination 3.2",
    section="examination 1, 3.2",
    unit="deg",
    sides=Sides.LEFT_RIGHT,
)
