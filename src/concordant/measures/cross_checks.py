"""Values of one visit that cannot both be right (examination 2): each refusal names both.

A value that was not taken refuses nothing.
"""

from __future__ import annotations

from concordant.facts.values import plain
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
    """Whether a stated performance index differs from activation score x good holds."""
    return index != (activation_mmhg - BASE_MMHG) * good_holds


def refuse_rotation(in_flexion_deg: float | None, active_deg: float | None) -> str | None:
    """Flexion-rotation test against active rotation of the same side."""
    if in_flexion_deg is None or active_deg is None or not beyond_active_rotation(in_flexion_deg, active_deg):
        return None
    return (
        f"flexion-rotation test {plain(in_flexion_deg)}° is more than {FRT_ABOVE_ROTATION_DEG}° beyond the active "
        f"rotation of {plain(active_deg)}° to the same side; with it, up to "
        f"{plain(active_deg + FRT_ABOVE_ROTATION_DEG)}° is allowed"
    )


def refuse_blood_pressure(systolic_mmhg: float | None, diastolic_mmhg: float | None) -> str | None:
    """Diastolic below systolic."""
    if systolic_mmhg is None or diastolic_mmhg is None or not not_below(diastolic_mmhg, systolic_mmhg):
        return None
    told = f"diastolic {plain(diastolic_mmhg)} mmHg is not below systolic {plain(systolic_mmhg)} mmHg"
    return f"{told}; with it, less than {plain(systolic_mmhg)} mmHg is allowed"


def refuse_performance_index(
    activation_mmhg: float | None, good_holds: float | None, index: float | None
) -> str | None:
    """The stated index against the product; with no clean stage it is 0 whatever the holds."""
    if activation_mmhg is None or index is None:
        return None
    if activation_mmhg == BASE_MMHG:
        told = f"performance index {plain(index)} with an activation of {BASE_MMHG} mmHg, which gives 0"
        return told if index else None
    if good_holds is None or not not_the_product(activation_mmhg, good_holds, index):
        return None
    product = performance_index(activation_mmhg, good_holds)
    return (
        f"performance index {plain(index)} is not {product}, the product of activation {plain(activation_mmhg)} mmHg "
        f"and {plain(good_holds)} good holds"
    )
