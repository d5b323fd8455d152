"""Bad input is refused with the argument, its value and what is allowed; one number and an array alike."""

import math
from functools import partial

import numpy as np
import pytest

from concordant.change.arguments import ArgumentError
from concordant.change.attacks import probability_of_fewer_attacks
from concordant.change.days.fall import posterior_days, probability_of_fall
from concordant.change.days.proportions import newcombe, wilson
from concordant.change.days.z_test import adjusted_z, detectable_days
from concordant.change.scores.measurement_error import minimal_detectable_change, standard_error_of_measurement

NOT_WINDOWS = [
    ((29, 28, 8, 28), "x1"),
    ((16, 28, 29, 28), "x2"),
    ((-1, 28, 8, 28), "x1"),
    ((16, 0, 8, 28), "n1"),
    ((16, 28, 8, 367), "n2"),
    ((16.5, 28, 8, 28), "x1"),
    ((16, 28, math.nan, 28), "x2"),
    ((16, math.inf, 8, 28), "n1"),
    ((True, 28, 8, 28), "x1"),
    (("16", 28, 8, 28), "x1"),
    ((None, 28, 8, 28), "x1"),
]
OF_WINDOWS = [
    pytest.param(partial(probability_of_fall, effect=1.5), id="probability_of_fall"),
    pytest.param(partial(adjusted_z, effect=1.5), id="adjusted_z"),
    pytest.param(newcombe, id="newcombe"),
]


@pytest.mark.parametrize("statistic", OF_WINDOWS)
@pytest.mark.parametrize(("window", "named"), NOT_WINDOWS)
def test_one_bad_window(statistic, window, named):
    with pytest.raises(ArgumentError, match=rf"^{named} = .*allowed: "):
        statistic(*window)


@pytest.mark.parametrize("statistic", OF_WINDOWS)
@pytest.mark.parametrize(("window", "named"), NOT_WINDOWS)
def test_one_bad_window_among_many(statistic, window, named):
    # Truth values stay a column of their own: beside numbers NumPy would make them numbers.
    columns = [
        np.array([bad, bad] if isinstance(bad, bool) else [good, bad])
        for good, bad in zip((16, 28, 8, 28), window, strict=True)
    ]
    with pytest.raises(ArgumentError, match=rf"^{named}(\[1\])? = .*allowed: "):
        statistic(*columns)


def test_the_place_of_the_offending_element_is_named():
    with pytest.raises(ArgumentError, match=r"^x\[2\] = 30 cannot be; allowed: at most the answered days, n$"):
        wilson(np.array([1, 2, 30]), np.array([28, 28, 28]))


@pytest.mark.parametrize("effect", [0.99, 0, -1, math.nan, math.inf])
def test_a_design_effect_below_one(effect):
    with pytest.raises(ArgumentError, match=r"^effect = "):
        probability_of_fall(16, 28, 8, 28, effect)
    with pytest.raises(ArgumentError, match=r"^effect\[0\] = "):
        adjusted_z(*(np.array([each]) for each in (16, 28, 8, 28)), np.array([effect]))
    with pytest.raises(ArgumentError, match=r"^effect = "):
        posterior_days(8, 28, effect)


@pytest.mark.parametrize("ratio", [0, -0.5, math.nan, math.inf, 101])
def test_a_ratio_out_of_range(ratio):
    with pytest.raises(ArgumentError, match=r"^ratio = "):
        probability_of_fall(16, 28, 8, 28, 1.5, ratio)


@pytest.mark.parametrize("level", [0, 1, 95, math.nan])
def test_a_level_in_per_cent(level):
    with pytest.raises(ArgumentError, match=r"^level = .*allowed: finite numbers between 0 and 1$"):
        minimal_detectable_change(2.0, level)


@pytest.mark.parametrize("icc", [-0.1, 1.1, 92, math.nan])
def test_a_reliability_out_of_range(icc):
    with pytest.raises(ArgumentError, match=r"^icc = .*allowed: finite numbers from 0 to 1$"):
        standard_error_of_measurement(7.9, icc)


def test_a_share_in_per_cent():
    with pytest.raises(ArgumentError, match=r"^p = 57\.1 cannot be"):
        detectable_days(57.1, 28, 1.5)


@pytest.mark.parametrize("attacks", [-1, 2.5, math.nan])
def test_attacks_that_cannot_be(attacks):
    with pytest.raises(ArgumentError, match=r"^x1 = "):
        probability_of_fewer_attacks(attacks, 28, 4, 28)


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.int16, np.int64, np.float32, np.float64])
def test_every_kind_of_number_counts_the_same(kind):
    columns = [np.array([each], dtype=kind) for each in (100, 112, 50, 112)]
    assert adjusted_z(*columns, np.array([1.5]))[0] == pytest.approx(adjusted_z(100, 112, 50, 112, 1.5))
