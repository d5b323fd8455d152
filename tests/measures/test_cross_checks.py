"""Values of one visit that cannot both be right: each refusal names both."""

import pytest

from concordant.measures.cross_checks import refuse_blood_pressure, refuse_performance_index, refuse_rotation


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
    ("stage", "holds", "index", "refused"),
    [
        (26, 6, 36, False),
        (26, 6, 35, True),
        (30, 10, 100, False),
        (20, 5, 0, False),
        (20, None, 0, False),
        (20, None, 12, True),
        (20, 3, 6, True),
        (26, None, 36, False),
        (None, 6, 36, False),
        (26, 6, None, False),
    ],
)
def test_the_index_is_the_product(stage, holds, index, refused):
    assert (refuse_performance_index(stage, holds, index) is not None) is refused


def test_both_values_are_named():
    words = refuse_rotation(50, 35)
    assert words == (
        "flexion-rotation test 50° is more than 10° beyond the active rotation of 35° to the same side; "
        "with it, up to 45° is allowed"
    )
    assert refuse_blood_pressure(80, 120) == (
        "diastolic 120 mmHg is not below systolic 80 mmHg; with it, less than 80 mmHg is allowed"
    )
    assert refuse_performance_index(20, None, 12) == (
        "performance index 12 with an activation of 20 mmHg, which gives 0"
    )
    assert refuse_performance_index(26, 6, 35) == (
        "performance index 35 is not 36, the product of activation 26 mmHg and 6 good holds"
    )
