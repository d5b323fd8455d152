"""Values of one visit that cannot both be right (examination 2).

What is typed into one form is refused, and the refusal names both. What stands in a case file or in two entries is
told as a contradiction, and not read until it is settled (decision 0012). A value that was not taken refuses nothing.
"""

from __future__ import annotations

from concordant.facts.rounding import rounded
from concordant.measures.physical.craniocervical_flexion import BASE_MMHG, performance_index
from concordant.settings import whole

FRT_ABOVE_ROTATION_DEG = whole(
    "frt_above_active_rotation_deg",
    10,
    unit="deg",
    high=90,
    says="Rotation in full flexion that exceeds active rotation to the same side by more than so many degrees "
    "contradicts it.",
    source="examination 2, cross-checks",
)


def beyond_active_rotation(in_flexion_deg: float, active_deg: float) -> bool:
    """Whether the flexion-rotation test turned much further than the free neck, to one side."""
    return round(in_flexion_deg - active_deg, 9) > FRT_ABOVE_ROTATION_DEG


def not_below(diastolic_mmhg: float, systolic_mmhg: float) -> bool:
    """Whether the lower blood pressure reaches the upper."""
    return diastolic_mmhg >= systolic_mmhg


def not_the_product(activation_mmhg: float, good_holds: float, index: float) -> bool:
    """Whether a stated performance index differs from activation score x good holds, where a stage was clean."""
    return activation_mmhg > BASE_MMHG and index != performance_index(activation_mmhg, good_holds)


def index_of_no_stage(activation_mmhg: float, index: float) -> bool:
    """Whether a performance index is stated though no stage was clean: it is then 0, whatever the holds."""
    return activation_mmhg == BASE_MMHG and index != 0


def refuse_rotation(in_flexion_deg: float | None, active_deg: float | None) -> str | None:
    """Flexion-rotation test against active rotation of the same side."""
    if in_flexion_deg is None or active_deg is None or not beyond_active_rotation(in_flexion_deg, active_deg):
        return None
    allowed = active_deg + FRT_ABOVE_ROTATION_DEG
    return (
        f"flexion-rotation test {rounded(in_flexion_deg, [allowed])}° is more than {FRT_ABOVE_ROTATION_DEG}° beyond "
        f"the active rotation of {rounded(active_deg)}° to the same side; with it, up to {rounded(allowed)}° is allowed"
    )


def refuse_blood_pressure(systolic_mmhg: float | None, diastolic_mmhg: float | None) -> str | None:
    """Diastolic below systolic."""
    if systolic_mmhg is None or diastolic_mmhg is None or not not_below(diastolic_mmhg, systolic_mmhg):
        return None
    told = f"diastolic {rounded(diastolic_mmhg)} mmHg is not below systolic {rounded(systolic_mmhg)} mmHg"
    return f"{told}; with it, less than {rounded(systolic_mmhg)} mmHg is allowed"
