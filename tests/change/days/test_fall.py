"""The probability that the rate of headache days really fell (retest 3.5)."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import betainc, betaln

from concordant.change.days.fall import (
    beyond_natural_course,
    posterior_days,
    probabilities_of_fall,
    probability_of_fall,
)
from tests.change.drawn import columns, effects, two_windows

WORKED = [
    (16, 28, 8, 28, 1.0, 0.985111, 0.841406, 0.480038),
    (16, 28, 8, 28, 1.5, 0.961828, 0.789250, 0.475406),
    (16, 28, 8, 28, 2.0, 0.937362, 0.753243, 0.471444),
    (12, 28, 5, 28, 1.5, 0.952702, 0.825358, 0.606435),
    (12, 28, 6, 28, 1.5, 0.920089, 0.737832, 0.476807),
    (20, 28, 10, 28, 1.5, 0.986329, 0.840063, 0.472105),
    (16, 28, 12, 28, 1.5, 0.808402, 0.404266, 0.112872),
    (16, 28, 3, 28, 1.5, 0.998990, 0.989381, 0.944450),
    (8, 28, 4, 28, 1.5, 0.856070, 0.682665, 0.476024),
    (14, 25, 6, 24, 1.5, 0.965186, 0.827938, 0.567992),
    (8, 28, 14, 28, 1.5, 0.089694, 0.012911, 0.001299),
    (32, 56, 16, 56, 1.5, 0.993972, 0.877778, 0.482766),
]
RATIOS = (1.0, 0.7, 0.5)


@pytest.mark.parametrize(("x1", "n1", "x2", "n2", "effect", "better", "by_30", "by_50"), WORKED)
def test_the_worked_table(x1, n1, x2, n2, effect, better, by_30, by_50):
    found = [probability_of_fall(x1, n1, x2, n2, effect, ratio) for ratio in RATIOS]
    assert found == pytest.approx([better, by_30, by_50], abs=1e-6)


def test_the_whole_table_at_once():
    found = [probability_of_fall(*columns([row[:5] for row in WORKED]), ratio) for ratio in RATIOS]
    assert np.transpose(found) == pytest.approx(np.array([row[5:] for row in WORKED]), abs=1e-6)


def by_adaptive_quadrature(x1, n1, x2, n2, effect, ratio):
    """Another way to the same integral: over the angle whose squared sine is p1, in pieces about its mass."""
    a1, b1, a2, b2 = 0.5 + x1 / effect, 0.5 + (n1 - x1) / effect, 0.5 + x2 / effect, 0.5 + (n2 - x2) / effect

    def integrand(angle):
        log_density = (2 * a1 - 1) * np.log(np.sin(angle)) + (2 * b1 - 1) * np.log(np.cos(angle)) - betaln(a1, b1)
        return 2 * np.exp(log_density) * betainc(a2, b2, min(1.0, ratio * np.sin(angle) ** 2))

    middle, spread = np.arcsin(np.sqrt(a1 / (a1 + b1))), 0.5 / np.sqrt(a1 + b1)
    inside = [middle + step * spread for step in (-8, -4, -2, -1, 0, 1, 2, 4, 8)]
    if ratio > 1:
        inside.append(np.arcsin(np.sqrt(1 / ratio)))
    edges = [1e-15, *sorted(edge for edge in inside if 1e-15 < edge < np.pi / 2), np.pi / 2 - 1e-15]
    pieces = pairwise(edges)
    return sum(quad(integrand, low, high, epsabs=1e-13, epsrel=1e-11, limit=200)[0] for low, high in pieces)


@settings(max_examples=60)
@given(two_windows, effects, st.sampled_from([1.0, 0.7, 0.5, 0.05, 1.3, 4.0]))
def test_against_adaptive_quadrature(window, effect, ratio):
    expected = by_adaptive_quadrature(*window, effect, ratio)
    assert probability_of_fall(*window, effect, ratio) == pytest.approx(expected, abs=1e-7)


@pytest.mark.parametrize("ratio", [1.0, 0.5, 0.05])
@pytest.mark.parametrize(
    "window", [(180, 366, 150, 366), (366, 366, 0, 366), (0, 366, 0, 366), (60, 112, 30, 112), (5, 113, 110, 112)]
)
def test_long_windows(window, ratio):
    expected = by_adaptive_quadrature(*window, 1.0, ratio)
    assert probability_of_fall(*window, 1.0, ratio) == pytest.approx(expected, abs=1e-7)


def test_against_draws():
    """Nothing in common with the integral but the model: a million draws, four standard errors."""
    draws = np.random.default_rng(20261123)
    one, two = (draws.beta(0.5 + x / 1.5, 0.5 + (28 - x) / 1.5, 1_000_000) for x in (16, 8))
    for ratio in RATIOS:
        said = probability_of_fall(16, 28, 8, 28, 1.5, ratio)
        assert np.mean(two <= ratio * one) == pytest.approx(said, abs=4 * np.sqrt(said * (1 - said) / 1_000_000))


@given(two_windows, effects)
def test_fewer_days_at_follow_up_never_lower_the_probability(window, effect):
    x1, n1, _, n2 = window
    found = probability_of_fall(*(np.full(n2 + 1, each) for each in (x1, n1)), np.arange(n2 + 1), n2, effect)
    assert (np.diff(found) <= 1e-7).all()


@given(two_windows, effects)
def test_more_days_at_baseline_never_lower_it(window, effect):
    _, n1, x2, n2 = window
    found = probability_of_fall(np.arange(n1 + 1), n1, x2, n2, effect)
    assert (np.diff(found) >= -1e-7).all()


@given(two_windows, effects)
def test_the_windows_turned_round(window, effect):
    x1, n1, x2, n2 = window
    both = probability_of_fall(*window, effect) + probability_of_fall(x2, n2, x1, n1, effect)
    assert both == pytest.approx(1, abs=1e-7)


@given(two_windows, effects)
def test_days_without_headache_turned_round(window, effect):
    """A fall of headache days is a rise of days without."""
    x1, n1, x2, n2 = window
    free = probability_of_fall(n2 - x2, n2, n1 - x1, n1, effect)
    assert probability_of_fall(*window, effect) == pytest.approx(free, abs=1e-7)


@given(st.integers(0, 56), effects)
def test_windows_alike_say_nothing(x, effect):
    assert probability_of_fall(x, 56, x, 56, effect) == pytest.approx(0.5, abs=1e-7)


@given(two_windows, effects)
def test_a_larger_ratio_is_reached_more_often(window, effect):
    found = [probability_of_fall(*window, effect, ratio) for ratio in (0.1, 0.5, 0.7, 0.999, 1.0, 1.001, 2.0)]
    assert (np.diff(found) >= -1e-7).all()
    assert 0 <= found[0] <= found[-1] <= 1


@settings(max_examples=40)
@given(st.lists(st.tuples(two_windows, effects), min_size=1, max_size=40), st.sampled_from([1.0, 0.7, 1.5]))
def test_many_people_are_told_what_each_one_is_told(rows, ratio):
    many = probability_of_fall(*columns([(*window, effect) for window, effect in rows]), ratio)
    each = [probability_of_fall(*window, effect, ratio) for window, effect in rows]
    assert many == pytest.approx(np.array(each), abs=1e-12)


def test_more_people_than_one_block_and_any_shape():
    x1, x2 = (each.reshape(100, 100) for each in np.random.default_rng(5).integers(0, 29, (2, 10_000)))
    found = probability_of_fall(x1, np.full((100, 100), 28), x2, np.full((100, 100), 28), np.full((100, 100), 1.5))
    assert found.shape == (100, 100)
    for place in ((0, 0), (81, 91), (99, 99)):
        assert found[place] == pytest.approx(probability_of_fall(int(x1[place]), 28, int(x2[place]), 28, 1.5))


def test_no_people_at_all():
    nobody = np.array([], dtype=int)
    assert probability_of_fall(nobody, nobody, nobody, nobody, np.array([])).shape == (0,)


def test_beyond_the_natural_course_is_a_fall_of_thirty_per_cent():
    assert beyond_natural_course(16, 28, 8, 28, 1.5) == pytest.approx(0.789250, abs=1e-6)


def test_the_posterior_days_of_8_in_28():
    assert posterior_days(8, 28, 1) == pytest.approx((8.206897, 4.070174, 13.099433), abs=1e-6)


@given(two_windows, effects)
def test_the_interval_holds_its_share(window, effect):
    x, n = window[:2]
    found = posterior_days(x, n, effect)
    a, b = 0.5 + x / effect, 0.5 + (n - x) / effect
    assert [betainc(a, b, limit / 28) for limit in (found.low, found.high)] == pytest.approx([0.025, 0.975], abs=1e-9)
    assert found.low < found.mean < found.high


def test_the_three_that_are_reported():
    found = probabilities_of_fall(16, 28, 8, 28, 1.5)
    assert found == pytest.approx((0.961828, 0.789250, 0.475406), abs=1e-6)
    many = probabilities_of_fall(*columns([row[:5] for row in WORKED]))
    assert np.transpose(many) == pytest.approx(np.array([row[5:] for row in WORKED]), abs=1e-6)
