"""Regression to the mean (retest 4)."""

import math

import numpy as np
import pytest

from concordant.change.arguments import ArgumentError
from concordant.change.natural_course import COMPARISON_ARMS, Population, expected_follow_up, mean_gain_of_selected

ASSUMED = Population(mean=12, sd=6, correlation=0.7)


def about(value):
    return pytest.approx(value, abs=1e-6)


def test_the_illustration():
    assert expected_follow_up(20, ASSUMED) == about((17.6, 9.201834, 25.998166, 0.038057))
    from_16, from_8 = expected_follow_up(16, ASSUMED), expected_follow_up(8, ASSUMED)
    assert (from_16.mean, from_16.half_or_less) == about((14.8, 0.056258))
    assert (from_8.mean, from_8.half_or_less) == about((9.2, 0.112455))


def test_the_gain_of_those_selected():
    assert (mean_gain_of_selected(8, ASSUMED), mean_gain_of_selected(16, ASSUMED)) == about((0.769232, 2.277320))


@pytest.mark.parametrize("at_least", [8, 16])
def test_the_gain_against_pairs_that_are_drawn(at_least):
    first, second = np.random.default_rng(4).multivariate_normal([12, 12], [[36, 25.2], [25.2, 36]], 1_000_000).T
    gain = (first - second)[first >= at_least]
    error = gain.std() / math.sqrt(len(gain))
    assert mean_gain_of_selected(at_least, ASSUMED) == pytest.approx(gain.mean(), abs=4 * error)


def test_without_correlation_everyone_returns_to_the_mean():
    assert expected_follow_up(20, Population(12, 6, 0)).mean == 12


@pytest.mark.parametrize("values", [(12, 0, 0.7), (12, 6, 1), (12, 6, -0.2), (math.nan, 6, 0.7)])
def test_populations_that_cannot_be(values):
    with pytest.raises(ArgumentError):
        Population(*values)


def test_the_ratios_of_the_comparison_arms():
    assert [arm.ratio for arm in COMPARISON_ARMS if arm.ratio] == [
        pytest.approx(11.3 / 16, abs=0.005),
        pytest.approx(3.0 / 4.4, abs=0.005),
    ]
