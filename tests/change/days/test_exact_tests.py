"""Exact tests and intervals against counting every outcome."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, hypergeom, poisson

from concordant.change.days.e_test import e_test
from concordant.change.days.exact_tests import boschloo, fisher
from concordant.change.days.proportions import newcombe, wilson
from concordant.change.days.rate_ratio import c_test, c_test_doubled_mid_p, rate_ratio, tails
from tests.change.drawn import columns, two_windows

counts = st.integers(0, 40)
exposures = st.floats(1, 100)


@given(counts, exposures, counts, exposures)
def test_the_tails_are_those_of_the_binomial(x1, t1, x2, t2):
    chance = [
        math.comb(x1 + x2, k) * (t2 / (t1 + t2)) ** k * (t1 / (t1 + t2)) ** (x1 + x2 - k) for k in range(x1 + x2 + 1)
    ]
    found = tails(x1, t1, x2, t2)
    assert found == pytest.approx((sum(chance[: x2 + 1]), chance[x2], sum(chance[x2:])), abs=1e-9)
    assert c_test(x1, t1, x2, t2) == pytest.approx(min(1, 2 * min(found.at_most, found.at_least)), abs=1e-9)


@given(counts, exposures, counts, exposures)
def test_which_window_comes_first_does_not_matter(x1, t1, x2, t2):
    for test in (c_test, c_test_doubled_mid_p):
        assert test(x1, t1, x2, t2) == pytest.approx(test(x2, t2, x1, t1), abs=1e-9)
    assert c_test_doubled_mid_p(x1, t1, x2, t2) <= c_test(x1, t1, x2, t2) + 1e-12


@given(counts, exposures, counts, exposures)
def test_the_interval_holds_the_ratio_and_its_limits_are_those_of_the_test(x1, t1, x2, t2):
    found = rate_ratio(x1, t1, x2, t2)
    assert found.ratio is None or found.low <= found.ratio <= found.high
    for limit, tail in ((found.high, "at_most"), (found.low, "at_least")):
        if 0 < limit < math.inf:
            # At the limit the tail of the conditional test has 2.5 %.
            assert getattr(tails(x1, t1, x2, t2 * limit), tail) == pytest.approx(0.025, abs=1e-7)


def test_windows_without_events():
    assert rate_ratio(0, 28, 0, 28) == (None, 0, math.inf)
    assert rate_ratio(0, 28, 3, 28).ratio == math.inf
    assert (c_test(0, 28, 0, 28), e_test(0, 28, 0, 28)) == (1, 1)


@pytest.mark.parametrize("window", [(16, 28, 8, 28), (14, 25, 6, 24), (3, 10, 9, 28), (1, 28, 0, 14), (5, 28, 5, 28)])
def test_the_e_test_against_counting_every_pair(window):
    x1, t1, x2, t2 = window
    rate, most = (x1 + x2) / (t1 + t2), 120

    def size(a, b):
        return abs(a / t1 - b / t2) / math.sqrt((a + b) / (t1 + t2) * (1 / t1 + 1 / t2)) if a + b else 0

    one, two = (poisson.pmf(np.arange(most), rate * exposure) for exposure in (t1, t2))
    expected = sum(
        one[a] * two[b] for a in range(most) for b in range(most) if size(a, b) >= size(x1, x2) * (1 - 1e-12)
    )
    assert e_test(*window) == pytest.approx(expected, abs=1e-10)


@given(two_windows)
def test_fisher_against_counting_every_table(window):
    x1, n1, x2, n2 = window
    every = [hypergeom.pmf(k, n1 + n2, x1 + x2, n1) for k in range(n1 + 1)]
    expected = sum(chance for chance in every if chance <= every[x1] * (1 + 1e-9))
    assert fisher(*window) == pytest.approx(expected, abs=1e-7)


def boschloo_by_counting(x1, n1, x2, n2):
    """Every pair of counts on a grid of 1001 true rates, with the one-sided Fisher p as the statistic."""
    one, two = np.meshgrid(np.arange(n1 + 1), np.arange(n2 + 1), indexing="ij")
    best = []
    for statistic in (hypergeom.cdf(one, n1 + n2, one + two, n1), hypergeom.sf(one - 1, n1 + n2, one + two, n1)):
        region = statistic <= statistic[x1, x2] * (1 + 1e-12)
        rates = np.linspace(0.0005, 0.9995, 1000)[:, None]
        chances = binom.pmf(np.arange(n1 + 1), n1, rates)[:, :, None] * binom.pmf(np.arange(n2 + 1), n2, rates)[:, None]
        best.append((chances * region).sum(axis=(1, 2)).max())
    return min(1, 2 * min(best))


@pytest.mark.parametrize(
    ("window", "printed"),
    [
        ((16, 28, 8, 28), 0.0340),
        ((12, 28, 5, 28), 0.0465),
        ((20, 28, 10, 28), 0.0080),
        ((16, 28, 3, 28), 0.0002),
        ((8, 28, 3, 28), 0.1090),
        ((14, 25, 6, 24), 0.0309),
    ],
)
def test_boschloo_against_counting_every_pair(window, printed):
    """The column of retest 3.3 gives SciPy the rows as samples, whose samples are columns: its numbers are others."""
    x1, n1, x2, n2 = window
    assert boschloo(*window) == pytest.approx(boschloo_by_counting(*window), abs=1e-4)
    # The samples "headache days" and "days without": not the question that is asked.
    turned = boschloo(x1, x1 + x2, n1 - x1, n1 + n2 - x1 - x2)
    assert turned == pytest.approx(printed, abs=1e-4)


@pytest.mark.parametrize("window", [(0, 28, 0, 28), (28, 28, 14, 14)])
def test_days_that_are_all_alike_tell_nothing(window):
    assert (boschloo(*window), fisher(*window)) == (1, 1)


@given(two_windows)
def test_wilson_solves_its_own_equation(window):
    """At both limits the score statistic of x of n is exactly 1.96 (another way to define them)."""
    x, n = window[:2]
    for limit in wilson(x, n):
        assert (x / n - limit) ** 2 == pytest.approx(1.959963985**2 * limit * (1 - limit) / n, abs=1e-9)


@given(two_windows)
def test_newcombe_holds_the_change_and_turns_with_the_windows(window):
    change, low, high = newcombe(*window)
    assert low - 1e-9 <= change <= high + 1e-9
    x1, n1, x2, n2 = window
    assert newcombe(x2, n2, x1, n1) == pytest.approx((-change, -high, -low), abs=1e-9)


@settings(max_examples=25)
@given(st.lists(two_windows, min_size=1, max_size=20))
def test_many_people_are_counted_as_each_one(rows):
    found = np.transpose(newcombe(*columns(rows)))
    assert found == pytest.approx(np.array([newcombe(*row) for row in rows]), abs=1e-12)
    x, n = columns([row[:2] for row in rows])
    assert np.transpose(wilson(x, n)) == pytest.approx(np.array([wilson(*row[:2]) for row in rows]), abs=1e-12)
