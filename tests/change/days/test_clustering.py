"""Clustered days: autocorrelation, design effect, adjusted z, smallest detectable change, weeks (retest 3.4)."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.change.arguments import ArgumentError
from concordant.change.days.clustering import design_effect, effective_days, lag_one, variance_inflation
from concordant.change.days.overdispersion import log_rate_ratio, overdispersion
from concordant.change.days.permutation import weekly_permutation
from concordant.change.days.z_test import adjusted_z, detectable_days
from concordant.change.normal import two_sided_p
from tests.change.drawn import columns, effects, two_windows


def days(signs):
    return [{"1": True, "0": False, ".": None}[sign] for sign in signs]


WINDOW_A = days("1110011110011100110011000110")
WINDOW_B = days("0011000100001100000110001000")
WEEKS_A, WEEKS_B = [5, 5, 3, 3], [2, 3, 2, 1]


def about(value):
    return pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(
    ("windows", "r1"),
    [([WINDOW_A], 0.160714), ([WINDOW_B], 0.110714), ([WINDOW_A, WINDOW_B], 0.137987)],
)
def test_autocorrelation_of_the_unit_test(windows, r1):
    assert lag_one(windows)[0] == about(r1)


def test_what_follows_from_it():
    effect = variance_inflation(lag_one([WINDOW_A, WINDOW_B])[0])
    assert (effect, effective_days(28, effect)) == (about(1.320151), about(21.209700))
    z = adjusted_z(16, 28, 8, 28, effect)
    assert (z, two_sided_p(z)) == (about(1.880146), about(0.060088))
    assert detectable_days(16 / 28, 28, effect) == about(8.339623)


@pytest.mark.parametrize(
    ("x", "effect", "level", "smallest"),
    [
        (16, 1, 0.95, 7.258296),
        (16, 1.5, 0.95, 8.889561),
        (16, 1.5, 0.90, 7.460355),
        (8, 1.5, 0.95, 8.115022),
        (20, 1.5, 0.95, 8.115022),
    ],
)
def test_the_smallest_detectable_change(x, effect, level, smallest):
    assert detectable_days(x / 28, 28, effect, level) == about(smallest)


def test_the_default_effect_is_a_correlation_of_one_fifth():
    assert variance_inflation(0.2) == pytest.approx(1.5)


def test_the_design_effect_is_held_at_its_floor():
    # (1 + r1) / (1 - r1) is 1.320151 here; the rule never goes below 1.5.
    assert design_effect([WINDOW_A, WINDOW_B]) == 1.5


def test_the_design_effect_is_held_at_its_ceiling():
    assert design_effect([days("1" * 14 + "0" * 14)]) == 4.0


def test_clustered_days_between_floor_and_ceiling():
    window = days("1111000011110000111100001111")
    r1, _ = lag_one([window])
    assert design_effect([window]) == pytest.approx((1 + r1) / (1 - r1))


def test_pairs_with_a_missing_day_are_skipped():
    assert lag_one([days("11.10")])[1] == 2


def test_too_few_pairs_take_the_default():
    assert design_effect([days("1" * 10 + "0" * 10)]) == 1.5
    assert design_effect([days("1" * 10 + "0" * 11)]) == 4.0


def test_no_day_at_all():
    assert (lag_one([days("....")]), design_effect([])) == ((0.0, 0), 1.5)


@given(st.lists(st.lists(st.sampled_from([True, False, None]), max_size=40), max_size=3))
def test_every_diary_has_an_effect_within_bounds(windows):
    assert -1 < lag_one(windows)[0] < 1
    assert 1.5 <= design_effect(windows) <= 4


@given(st.lists(st.booleans(), min_size=3, max_size=40).filter(lambda day: len(set(day)) == 2))
def test_autocorrelation_is_that_of_the_centred_series(window):
    centred = np.array(window, float) - np.mean(window)
    assert lag_one([window])[0] == pytest.approx(np.dot(centred[1:], centred[:-1]) / np.dot(centred, centred))


@given(two_windows, effects)
def test_z_turns_with_the_windows_and_shrinks_with_clustering(window, effect):
    x1, n1, x2, n2 = window
    z = adjusted_z(*window, effect)
    assert adjusted_z(x2, n2, x1, n1, effect) == pytest.approx(-z)
    assert z == pytest.approx(adjusted_z(*window, 1) / effect**0.5)


@pytest.mark.parametrize("window", [(0, 28, 0, 28), (28, 28, 14, 14)])
def test_days_that_are_all_alike(window):
    assert adjusted_z(*window, 1.5) == 0


@given(st.lists(st.tuples(two_windows, effects), min_size=1, max_size=20))
def test_many_people_at_once(rows):
    counts, effect = columns([window for window, _ in rows]), np.array([effect for _, effect in rows])
    assert adjusted_z(*counts, effect) == pytest.approx(np.array([adjusted_z(*w, e) for w, e in rows]), abs=1e-12)
    share = counts[0] / counts[1]
    assert detectable_days(share, counts[1], effect) == pytest.approx(
        np.array([detectable_days(w[0] / w[1], w[1], e) for w, e in rows]), abs=1e-12
    )


def test_the_permutation_of_weeks():
    found = weekly_permutation(WEEKS_A, WEEKS_B)
    assert found == (about(0.042857), about(0.085714), 70)


def test_the_smallest_p_of_four_and_four_weeks():
    assert weekly_permutation([7, 6, 5, 4], [3, 2, 1, 0]).fall == about(0.014286)


weeks = st.lists(st.integers(0, 7), min_size=1, max_size=6)


@given(weeks, weeks)
def test_the_permutation_against_listing_every_choice(before, after):
    every = [*before, *after]

    def difference(chosen):
        rest = [every[place] for place in range(len(every)) if place not in chosen]
        return np.mean([every[place] for place in chosen]) - np.mean(rest)

    seen = difference(range(len(before)))
    listed = [difference(chosen) for chosen in combinations(range(len(every)), len(before))]
    found = weekly_permutation(before, after)
    assert found.ways == len(listed)
    assert found.fall == pytest.approx(np.mean([one >= seen - 1e-9 for one in listed]))
    assert found.change == pytest.approx(np.mean([abs(one) >= abs(seen) - 1e-9 for one in listed]))


def test_weeks_that_cannot_be():
    with pytest.raises(ArgumentError, match=r"^before\[1\] = 8 cannot be; allowed: whole numbers from 0 to 7$"):
        weekly_permutation([1, 8], [2])
    with pytest.raises(ArgumentError, match=r"^after = \[\] cannot be"):
        weekly_permutation([1], [])


def test_overdispersion_of_weekly_counts():
    assert overdispersion(WEEKS_A, WEEKS_B, binomial=False) == about(0.333333)
    assert overdispersion(WEEKS_A, WEEKS_B) == about(0.622222)


def test_a_phase_without_variance_adds_nothing():
    assert overdispersion([7, 7, 7], [0, 0, 0]) == 0


def test_the_log_rate_ratio():
    plain = log_rate_ratio(16, 28, 8, 28)
    assert (plain.error, plain.low, plain.high) == (about(0.433013), about(0.213988), about(1.168291))
    spread = log_rate_ratio(16, 28, 8, 28, dispersion=0.1)
    assert (spread.error, spread.low, spread.high, spread.p) == about((0.622495, 0.147605, 1.693709, 0.265494))
    assert log_rate_ratio(16, 28, 8, 28, phi=4).error == pytest.approx(2 * plain.error)
    assert log_rate_ratio(16, 28, 8, 28, phi=0.3).error == plain.error
