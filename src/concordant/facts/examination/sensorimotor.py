"""Joint position error, eye movement and balance."""

from concordant.facts.fact import Fact, Room, Scope, Sides, Supplier
from concordant.facts.kinds import Flag, Quantity

jpe_rotation_absolute_error_deg = Fact(
    "jpe_rotation_absolute_error_deg",
    Quantity(low=0, high=40, step=0.1),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Joint position error, rotation: absolute",
    ask="How far off you were, on average, when you brought your head back to the start after turning to this side.",
    meaning="Joint position error after rotation: mean of absolute errors over six trials",
    section="examination 2, 3.8",
    unit="deg",
    sides=Sides.LEFT_RIGHT,
    usual=(0, 15),
)

jpe_rotation_constant_error_deg = Fact(
    "jpe_rotation_constant_error_deg",
    Quantity(low=-40, high=40, step=0.1),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Joint position error, rotation: constant",
    ask="Whether you tend to go past the start or stop short when you bring your head back after turning to this side.",
    meaning="The same, mean of signed errors (+ = overshoot)",
    section="examination 3.8",
    unit="deg",
    sides=Sides.LEFT_RIGHT,
)

jpe_rotation_variable_error_deg = Fact(
    "jpe_rotation_variable_error_deg",
    Quantity(low=0, high=40, step=0.1),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Joint position error, rotation: variable",
    ask="How much your tries differ when you bring your head back to the start after turning to this side.",
    meaning="The same, SD of the errors",
    section="examination 3.8",
    unit="deg",
    sides=Sides.LEFT_RIGHT,
)

jpe_extension_absolute_error_deg = Fact(
    "jpe_extension_absolute_error_deg",
    Quantity(low=0, high=40, step=0.1),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Joint position error, extension: absolute",
    ask="How far off you were, on average, when you brought your head back to the start after bending it back.",
    meaning="Joint position error after extension: mean of absolute errors over six trials",
    section="examination 2, 3.8",
    unit="deg",
    usual=(0, 15),
)

jpe_extension_constant_error_deg = Fact(
    "jpe_extension_constant_error_deg",
    Quantity(low=-40, high=40, step=0.1),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Joint position error, extension: constant",
    ask="Whether you tend to go past the start or stop short when you bring your head back after bending it back.",
    meaning="The same, mean of signed errors (+ = overshoot)",
    section="examination 3.8",
    unit="deg",
)

jpe_extension_variable_error_deg = Fact(
    "jpe_extension_variable_error_deg",
    Quantity(low=0, high=40, step=0.1),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Joint position error, extension: variable",
    ask="How much your tries differ when you bring your head back to the start after bending it back.",
    meaning="The same, SD of the errors",
    section="examination 3.8",
    unit="deg",
)

jpe_flexion_absolute_error_deg = Fact(
    "jpe_flexion_absolute_error_deg",
    Quantity(low=0, high=40, step=0.1),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Joint position error, flexion: absolute",
    ask="How far off you were, on average, when you brought your head back after bending it forward.",
    meaning="Joint position error after flexion: mean of absolute errors over six trials",
    section="examination 2, 3.8",
    unit="deg",
    usual=(0, 15),
)

jpe_flexion_constant_error_deg = Fact(
    "jpe_flexion_constant_error_deg",
    Quantity(low=-40, high=40, step=0.1),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Joint position error, flexion: constant",
    ask="Whether you tend to go past the start or stop short when you bring your head back after bending it forward.",
    meaning="The same, mean of signed errors (+ = overshoot)",
    section="examination 3.8",
    unit="deg",
)

jpe_flexion_variable_error_deg = Fact(
    "jpe_flexion_variable_error_deg",
    Quantity(low=0, high=40, step=0.1),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Joint position error, flexion: variable",
    ask="How much your tries differ when you bring your head back to the start after bending it forward.",
    meaning="The same, SD of the errors",
    section="examination 3.8",
    unit="deg",
)

jpe_max_absolute_error_deg = Fact(
    "jpe_max_absolute_error_deg",
    Quantity(low=0, high=40),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Joint position error, largest absolute",
    ask="The largest miss when you brought your head back to the start, out of all directions.",
    meaning="Largest absolute joint position error of any direction",
    section="treatment 1.3",
    unit="deg",
    derived_from="max over the jpe_*_absolute_error_deg facts",
)

spnt_gain_difference = Fact(
    "spnt_gain_difference",
    Quantity(low=-1, high=1, step=0.01),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Smooth-pursuit neck torsion, difference",
    ask="How much your eye tracking changes when your neck is twisted to this side.",
    meaning="Smooth-pursuit neck torsion: gain in neutral minus gain in torsion to this side. The published value is the mean of both sides",
    section="examination 2, 3.17",
    unit="gain",
    sides=Sides.LEFT_RIGHT,
    usual=(-0.1, 0.4),
)

spnt_clinical_rating = Fact(
    "spnt_clinical_rating",
    Quantity(low=0, high=2, whole=True),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Smooth-pursuit neck torsion, rating",
    ask="How smoothly your eyes follow a target, and what you feel, with your neck twisted to this side. It is rated from 0 to 2.",
    meaning="Without an eye tracker: catch-up saccades and symptoms",
    section="examination 3.17",
    unit="points",
    sides=Sides.LEFT_RIGHT,
)

spnt_positive = Fact(
    "spnt_positive",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Smooth-pursuit neck torsion positive",
    ask="Whether twisting your neck seems to change how your eyes follow a target.",
    meaning="Examiner's reading of the smooth-pursuit neck torsion test. No cut-off is known",
    section="treatment 1.3; examination 3.17",
)

gaze_stability_impaired = Fact(
    "gaze_stability_impaired",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Poor gaze stability",
    ask="Whether it is hard to keep your eyes steady on a target while your head moves.",
    meaning="Gaze stability test is poor",
    section="treatment 1.3",
)

dizziness_neck_related = Fact(
    "dizziness_neck_related",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Neck-related dizziness",
    ask="Whether your dizziness seems to come from your neck.",
    meaning="Dizziness judged to come from the neck (history and tests)",
    section="treatment 1.3",
)

vestibular_disorder_untreated = Fact(
    "vestibular_disorder_untreated",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Untreated vestibular disorder",
    ask="Whether you have a problem of the balance system that has not been treated yet.",
    meaning="Untreated vestibular disorder",
    section="treatment 0.4",
)

concussion_active = Fact(
    "concussion_active",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Active concussion symptoms",
    ask="Whether you have signs of a concussion that get worse with effort.",
    meaning="Concussion symptoms that effort makes worse",
    section="treatment 0.4",
)
