"""Active range of motion, six directions."""

from concordant.facts.fact import Fact, Room, Scope, Sides, Supplier
from concordant.facts.kinds import Choice, Flag, Quantity

RESPONSES = {
    "none": "No pain",
    "neck_pain_only": "Neck pain only",
    "familiar_headache": "The usual headache",
}

arom_flexion_deg = Fact(
    "arom_flexion_deg",
    Quantity(low=0, high=120),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Active flexion",
    ask="How far you can bend your head forward.",
    meaning="Active neck flexion, mean of three trials",
    section="examination 2, 3.1",
    unit="deg",
    usual=(15, 80),
)

arom_extension_deg = Fact(
    "arom_extension_deg",
    Quantity(low=0, high=130),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Active extension",
    ask="How far you can bend your head back.",
    meaning="Active neck extension, mean of three trials",
    section="examination 2, 3.1",
    unit="deg",
    usual=(15, 100),
)

arom_lateral_flexion_deg = Fact(
    "arom_lateral_flexion_deg",
    Quantity(low=0, high=90),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Active lateral flexion",
    ask="How far you can tilt your head to this side.",
    meaning="Active side-bend to this side, mean of three trials",
    section="examination 2, 3.1",
    unit="deg",
    sides=Sides.LEFT_RIGHT,
    usual=(10, 65),
)

arom_rotation_deg = Fact(
    "arom_rotation_deg",
    Quantity(low=0, high=120),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Active rotation",
    ask="How far you can turn your head to this side.",
    meaning="Active rotation to this side, mean of three trials. Also read by the Canadian C-spine rule",
    section="examination 2, 3.1; diagnosis 4.6",
    unit="deg",
    sides=Sides.LEFT_RIGHT,
    usual=(20, 95),
)

arom_flexion_response = Fact(
    "arom_flexion_response",
    Choice(RESPONSES),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Response to active flexion",
    ask="What you felt when you bent your head fully forward.",
    meaning="What the end of active flexion brought on",
    section="examination 2, 3.1",
    per_headache=True,
)

arom_extension_response = Fact(
    "arom_extension_response",
    Choice(RESPONSES),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Response to active extension",
    ask="What you felt when you bent your head fully back.",
    meaning="What the end of active extension brought on",
    section="examination 2, 3.1",
    per_headache=True,
)

arom_lateral_flexion_response = Fact(
    "arom_lateral_flexion_response",
    Choice(RESPONSES),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Response to active lateral flexion",
    ask="What you felt when you tilted your head fully to this side.",
    meaning="What the end of active lateral flexion brought on",
    section="examination 2, 3.1",
    sides=Sides.LEFT_RIGHT,
    per_headache=True,
)

arom_rotation_response = Fact(
    "arom_rotation_response",
    Choice(RESPONSES),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Response to active rotation",
    ask="What you felt when you turned your head fully to this side.",
    meaning="What the end of active rotation brought on",
    section="examination 2, 3.1",
    sides=Sides.LEFT_RIGHT,
    per_headache=True,
)

arom_limited = Fact(
    "arom_limited",
    Flag(),
    room=Room.EXAMINATION,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Active range limited for age",
    ask="Whether you can move your neck less than expected at your age in any direction.",
    meaning="Any active direction reduced for age, beyond measurement error",
    section="treatment 1.3; examination 3.1",
    derived_from="arom_flexion_deg, arom_extension_deg, arom_lateral_flexion_deg, arom_rotation_deg: any reduced by the cut-off of examination 3.1; age_years; sex",
)
