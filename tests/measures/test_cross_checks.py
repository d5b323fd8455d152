"""Values of one visit that cannot both be right: each refusal names both."""

import pytest

from concordant.measures.cross_checks import (
    index_of_no_stage,
    not_the_product,
    refuse_blood_pressure,
    refuse_rotation,
)


@pytest.mark.parametrize(
    ("in_flexion", "active", "refused"),
    [(45, 35, False), (45.1, 35.1, False), (45.1, 35, True), (30, 70, False), (None, 35, False), (60, None, False)],
)
def test_rotation_in_flexion_hardly_exceeds_free_rotation(in_flexion, active, refused):
    assert (refuse_rotation(in_flexion, active) is not None) is refused


@pytest.mark.parametrize(
    ("upper", "lower", "refused"),
    [(120, 119, False), (120, 120, True), (80, 120, True), (None, 120, False), (120, None, False)],
)
def test_the_lower_pressure_is_below_the_upper(upper, lower, refused):
    assert (refuse_blood_pressure(upper, lower) is not None) is refused


@pytest.mark.parametrize(
    ("stage", "holds", "index", "wrong"),
    [
        (26, 6, 36, False),
        (26, 6, 35, True),
        (26, 6, 37, True),
        (30, 10, 100, False),
        (22, 0, 0, False),
        (20, 3, 6, False),
    ],
)
def test_the_index_is_the_product_where_a_stage_was_clean(stage, holds, index, wrong):
    assert not_the_product(stage, holds, index) is wrong


@pytest.mark.parametrize(("stage", "index", "wrong"), [(20, 0, False), (20, 1, True), (20, 12, True), (22, 12, False)])
def test_with_no_clean_stage_the_index_is_0(stage, index, wrong):
    assert index_of_no_stage(stage, index) is wrong


def test_both_values_are_named():
    words = refuse_rotation(50, 35)
    assert words == (
        "flexion-rotation test 50° is more than 10° beyond the active rotation of 35° to the same side; "
        "with it, up to 45° is allowed"
    )
    assert refuse_blood_pressure(80, 120) == (
        "diastolic 120 mmHg is not below systolic 80 mmHg; with it, less than 80 mmHg is allowed"
    )
