"""Single-case series (retest 5)."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu

from concordant.change.arguments import ArgumentError
from concordant.change.single_case.corrected_tau import corrected_tau
from concordant.change.single_case.overlap import nap, tau, tau_u, tau_u_with_trend_in_treatment
from concordant.change.single_case.series import is_long_enough

FIRST = ([5, 5, 6, 4], [5, 4, 4, 3, 2, 3, 2, 1])
SECOND = ([7, 6, 6, 5, 5, 4], [4, 4, 3, 3, 2, 2])
weeks = st.lists(st.integers(0, 7), min_size=1, max_size=12)


def about(value):
    return pytest.approx(value, abs=1e-6)


def test_the_first_series():
    assert (nap(*FIRST), tau(*FIRST), tau_u(*FIRST)) == about((0.906250, 0.812500, 0.781250))
    assert tau_u_with_trend_in_treatment(*FIRST) == about(0.8)
    found = corrected_tau(*FIRST)
    assert (found.trend.tau, found.trend.p, found.trend.slope) == (about(-0.182574), about(0.717982), None)
    assert (found.value, found.p) == (about(-0.603510), about(0.024603))
    assert mannwhitneyu(*FIRST).statistic == 29 == nap(*FIRST) * 32


def test_the_second_series():
    assert (nap(*SECOND), tau(*SECOND), tau_u(*SECOND)) == about((0.972222, 0.944444, 0.583333))
    found = corrected_tau(*SECOND)
    assert (found.trend.tau, found.trend.p) == (about(-0.930949), about(0.011299))
    assert (found.trend.slope, found.trend.intercept) == (about(-0.5), about(7.25))
    assert (found.uncorrected, found.corrected, found.p) == about((-0.737737, 0.670820, 0.019016))


def test_the_second_series_warns_of_its_sign():
    """The projected line ends at 1.25 days, so the guard of the scale does not hold it back: the warnings must."""
    found = corrected_tau(*SECOND)
    assert found.value == found.corrected
    assert (found.turns_the_sign, found.already_improving) == (True, True)


def test_a_line_that_leaves_the_scale_is_not_reported():
    """14 weeks on the line of the second series: 7.25 - 0.5 * 15 is below zero in week 15."""
    longer = [4, 4, 3, 3, 2, 2, 2, 2]
    assert corrected_tau(SECOND[0], longer).value is not None  # ends in week 14 at 0.25
    found = corrected_tau(SECOND[0], [*longer, 2])
    assert (found.value, found.already_improving) == (None, True)


def test_a_worsening_baseline_is_not_already_improving():
    found = corrected_tau([1, 1, 2, 2, 3, 3], [3, 3, 2, 2, 2, 2])
    assert found.trend.slope is not None
    assert not found.already_improving


def test_series_without_any_change():
    assert (nap([3, 3], [3, 3]), tau_u([3, 3], [3, 3])) == (0.5, 0)
    assert corrected_tau([3, 3, 3, 3], [3, 3, 3, 3]).value == 0


@given(weeks, weeks)
def test_indices_against_listing_the_pairs(before, during):
    def s(pairs):
        return sum((one > two) - (one < two) for one, two in pairs)

    size = len(before) * len(during)
    between, in_a, in_b = s(product(before, during)), s(combinations(before, 2)), s(combinations(during, 2))
    assert nap(before, during) == pytest.approx(0.5 + between / (2 * size))
    assert nap(before, during) == pytest.approx(mannwhitneyu(before, during).statistic / size)
    assert tau_u(before, during) == pytest.approx((between - in_a) / size)
    whole = size + len(during) * (len(during) - 1) / 2
    assert tau_u_with_trend_in_treatment(before, during) == pytest.approx((between - in_a + in_b) / whole)


@given(weeks, weeks)
def test_the_phases_turned_round(before, during):
    assert nap(before, during) + nap(during, before) == pytest.approx(1)


@given(st.lists(st.integers(0, 7), min_size=2, max_size=12), weeks)
def test_a_reported_value_is_a_tau(before, during):
    found = corrected_tau(before, during)
    assert -1 <= found.uncorrected <= 1
    assert -1 <= found.corrected <= 1
    assert found.value in (None, found.corrected)
    slope, intercept = found.trend.slope or 0, found.trend.intercept or 0
    line = [intercept + slope * week for week in range(len(before) + 1, len(before) + len(during) + 1)]
    assert (found.value is None) == (min(line) < 0 or max(line) > 7)


@pytest.mark.parametrize(("a", "b", "enough"), [(4, 4, True), (3, 9, False), (9, 3, False)])
def test_four_weeks_and_four(a, b, enough):
    assert is_long_enough([1] * a, [1] * b) is enough


@pytest.mark.parametrize(
    ("before", "during", "named"),
    [([], [1], "before"), ([1], [], "during"), ([1, np.nan], [1], r"before\[1\]"), ([1, 2], [8], r"during\[0\]")],
)
def test_series_that_cannot_be(before, during, named):
    with pytest.raises(ArgumentError, match=f"^{named} = "):
        corrected_tau(before, during)
