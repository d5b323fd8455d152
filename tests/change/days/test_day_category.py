"""Categories of headache days, responders, missing days, how many must fall, responders by luck (retest 3.5 to 3.7)."""

from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.change.arguments import ArgumentError
from concordant.change.category import Category
from concordant.change.days.category import categories, category
from concordant.change.days.chance_responders import chance_of_response
from concordant.change.days.exact_tests import fisher
from concordant.change.days.fall import probability_of_fall
from concordant.change.days.largest_follow_up import largest_count, largest_follow_up
from concordant.change.days.missing_days import Days, change_with_bounds, days_per_28, is_robust, percent_change
from concordant.change.days.rate_ratio import c_test
from concordant.change.days.responders import Response, is_responder
from concordant.change.days.z_test import adjusted_z
from concordant.change.normal import two_sided_p
from tests.change.drawn import columns, two_windows


@pytest.mark.parametrize(
    ("window", "better", "name"),
    [
        # Chance, at its line, with a fall of half.
        ((16, 28, 8, 28), 0.95, "IMPROVED_IMPORTANT"),
        ((16, 28, 8, 28), 0.949999, "IMPORTANT_BUT_UNCERTAIN"),
        # From 15 of 28 on 30 % is enough: 20 -> 14 is exactly that.
        ((20, 28, 14, 28), 0.95, "IMPROVED_IMPORTANT"),
        ((20, 28, 15, 28), 0.95, "IMPROVED_BEYOND_ERROR"),
        ((15, 28, 10, 28), 0.95, "IMPROVED_IMPORTANT"),
        ((14, 28, 8, 28), 0.95, "IMPROVED_BEYOND_ERROR"),
        ((14, 28, 7, 28), 0.95, "IMPROVED_IMPORTANT"),
        # Worse, at its line.
        ((8, 28, 16, 28), 0.05, "WORSE_BEYOND_ERROR"),
        ((8, 28, 16, 28), 0.050001, "WITHIN_ERROR"),
        ((8, 28, 7, 28), 0.6, "WITHIN_ERROR"),
        # Fewer than 4 days at baseline.
        ((3, 28, 0, 28), 0.99, "NOT_ASSESSABLE"),
        ((3, 28, 20, 28), 0.0, "NOT_ASSESSABLE"),
        ((4, 28, 0, 28), 0.97, "IMPROVED_IMPORTANT"),
        # Windows of other lengths: 13 of 25 is below 15 of 28, 14 of 25 above.
        ((13, 25, 7, 24), 0.95, "IMPROVED_BEYOND_ERROR"),
        ((14, 25, 9, 24), 0.95, "IMPROVED_IMPORTANT"),
    ],
)
def test_the_category_of_days(window, better, name):
    assert category(*window, better).name == name


def test_windows_that_cannot_be_compared():
    assert category(16, 28, 2, 28, 0.999, comparable=False) is Category.NOT_ASSESSABLE


def test_a_probability_in_per_cent_is_refused():
    with pytest.raises(ArgumentError, match=r"^better = 95 cannot be"):
        category(16, 28, 8, 28, 95)


@given(st.lists(st.tuples(two_windows, st.floats(0, 1)), min_size=1, max_size=40))
def test_many_people_are_classed_as_each_one(rows):
    found = categories(*columns([(*window, better) for window, better in rows]))
    assert list(found) == [category(*window, better) for window, better in rows]


@given(two_windows, st.floats(0, 1))
def test_each_change_has_the_one_category_of_the_table(window, better):
    """The conditions of retest 3.5 with fractions: exactly one holds, and it is the one that is said."""
    x1, n1, x2, n2 = window
    p1, p2 = Fraction(x1, n1), Fraction(x2, n2)
    important = p2 <= (Fraction(7, 10) if p1 >= Fraction(15, 28) else Fraction(1, 2)) * p1
    seen = x1 >= 4
    holds = {
        Category.NOT_ASSESSABLE: not seen,
        Category.IMPROVED_IMPORTANT: seen and better >= 0.95 and important,
        Category.IMPROVED_BEYOND_ERROR: seen and better >= 0.95 and not important,
        Category.IMPORTANT_BUT_UNCERTAIN: seen and better < 0.95 and important,
        Category.WORSE_BEYOND_ERROR: seen and better <= 1 - 0.95 and not important,
        Category.WITHIN_ERROR: seen and 1 - 0.95 < better < 0.95 and not important,
    }
    assert [one for one, is_so in holds.items() if is_so] == [category(*window, better)]


@given(two_windows)
def test_what_is_important_is_never_worse(window):
    """The table gives no order for a responder with a low probability: there is none."""
    if is_responder(*window):
        assert probability_of_fall(*window, 4.0) > 0.05


SHARES = {
    Response.BY_30_PERCENT: Fraction(7, 10),
    Response.BY_50_PERCENT: Fraction(1, 2),
    Response.BY_75_PERCENT: Fraction(1, 4),
    Response.BY_80_PERCENT: Fraction(1, 5),
    Response.BY_100_PERCENT: Fraction(0),
}


@given(two_windows, st.sampled_from(Response))
def test_responders_are_those_of_the_exact_shares(window, response):
    x1, n1, x2, n2 = window
    fell = Fraction(x2, n2) <= SHARES[response] * Fraction(x1, n1)
    assert is_responder(*window, response) == (fell and x1 >= 4)


@given(st.lists(two_windows, min_size=1, max_size=30), st.sampled_from(Response))
def test_responders_of_many_people(rows, response):
    found = is_responder(*columns(rows), response)
    assert found.tolist() == [is_responder(*row, response) for row in rows]


def test_small_numbers_do_not_overflow():
    columns_of_bytes = [np.array([each], dtype=np.int8) for each in (100, 112, 60, 112)]
    assert is_responder(*columns_of_bytes, Response.BY_30_PERCENT).tolist() == [True]


def test_the_worked_example_of_missing_days():
    """14 of 25 and then 6 of 24 (outcomes 1.5)."""
    before, after = Days(14, 25), Days(6, 24)
    assert days_per_28(before) == pytest.approx((15.68, 14, 17))
    assert days_per_28(after) == pytest.approx((7.0, 6, 10))
    assert change_with_bounds(before, after) == pytest.approx((-55.357143, -28.571429, -64.705882), abs=1e-6)
    assert is_responder(14, 25, 6, 24)
    assert category(14, 25, 6, 24, probability_of_fall(14, 25, 6, 24, 1.5)) is Category.IMPROVED_IMPORTANT
    assert not is_robust(before, after, 1.5)


def test_a_verdict_that_stands_whatever_was_missing():
    assert is_robust(Days(20, 25), Days(1, 27), 1.5)
    assert is_robust(Days(20, 28), Days(10, 28), 1.5)


@given(st.integers(0, 28), st.integers(0, 28))
def test_the_headline_lies_between_the_bounds(first, second):
    x, n = sorted((first, second))
    if n:
        found = days_per_28(Days(x, n))
        assert found.low - 1e-9 <= found.scaled <= found.high + 1e-9


def test_a_longer_window_is_counted_per_28_as_well():
    assert days_per_28(Days(14, 50, 56)) == pytest.approx((7.84, 7, 10))


def test_no_change_in_per_cent_from_nothing():
    assert percent_change(0, 3) is None


def test_more_answers_than_days():
    with pytest.raises(ArgumentError, match=r"^n = 29 cannot be; allowed: at most the 28 days of the window$"):
        days_per_28(Days(3, 29))


# Baseline days; largest follow-up by C-test, Fisher, z with DE 1 and 1.5, the rule, and half (retest 3.6).
LARGEST = [
    (4, None, None, 0, None, 0, 2),
    (6, 0, 0, 1, 0, 1, 3),
    (8, 1, 1, 2, 1, 2, 4),
    (10, 2, 2, 3, 2, 3, 5),
    (12, 3, 4, 5, 3, 5, 6),
    (14, 4, 6, 6, 5, 6, 7),
    (16, 5, 7, 8, 7, 8, 8),
    (18, 7, 9, 10, 9, 10, 9),
    (20, 8, 11, 12, 11, 12, 10),
    (22, 9, 14, 15, 13, 14, 11),
    (24, 11, 16, 17, 15, 17, 12),
    (26, 12, 19, 20, 18, 20, 13),
    (28, 14, 22, 24, 22, 24, 14),
]


@pytest.mark.parametrize(("x1", "c", "by_fisher", "z_1", "z_15", "rule", "half"), LARGEST)
def test_how_many_days_must_fall(x1, c, by_fisher, z_1, z_15, rule, half):
    found = [
        largest_count(28, lambda x2: c_test(x1, 28, x2, 28) <= 0.05),
        largest_count(28, lambda x2: fisher(x1, 28, x2, 28) <= 0.05),
        largest_count(28, lambda x2: two_sided_p(adjusted_z(x1, 28, x2, 28, 1)) <= 0.05),
        largest_count(28, lambda x2: two_sided_p(adjusted_z(x1, 28, x2, 28, 1.5)) <= 0.05),
        largest_follow_up(x1, 28, 28),
        largest_count(28, lambda x2: bool(Response.BY_50_PERCENT.reached(x1, 28, x2, 28))),
    ]
    assert found == [c, by_fisher, z_1, z_15, rule, half]


@pytest.mark.parametrize(
    ("x1", "x2"),
    [(8, 2), (12, 4), (16, 7), (20, 10), (24, 13), (28, 17), (32, 21), (40, 29), (48, 39), (56, 52)],
)
def test_how_many_days_must_fall_of_56(x1, x2):
    assert largest_follow_up(x1, 56, 56) == x2


def test_one_more_day_is_not_enough():
    assert probability_of_fall(16, 28, 8, 28, 1.5) >= 0.95 > probability_of_fall(16, 28, 9, 28, 1.5)


def test_no_fall_from_no_days():
    assert largest_follow_up(0, 28, 28) is None


# True days; fall of half by luck: independent, DE 1.5; of 30 %; of half over 56 days (retest 3.7).
BY_LUCK = [
    (4, 0.201864, 0.252930, 0.306382, 0.096280),
    (6, 0.126862, 0.178702, 0.249820, None),
    (8, 0.077402, 0.124232, 0.213994, 0.017838),
    (10, 0.044532, 0.083304, 0.175345, None),
    (12, 0.023441, 0.052772, 0.133533, 0.001957),
    (16, 0.004177, 0.016009, 0.069052, 0.000073),
    (20, 0.000230, 0.002414, 0.022807, None),
]


@pytest.mark.parametrize(("days", "independent", "clustered", "by_30", "pooled"), BY_LUCK)
def test_responders_by_luck(days, independent, clustered, by_30, pooled):
    assert chance_of_response(days) == pytest.approx(independent, abs=1e-6)
    assert chance_of_response(days, effect=1.5) == pytest.approx(clustered, abs=1e-6)
    assert chance_of_response(days, Response.BY_30_PERCENT) == pytest.approx(by_30, abs=1e-6)
    assert pooled is None or chance_of_response(days, n=56) == pytest.approx(pooled, abs=1e-6)


@settings(max_examples=20)
@given(st.integers(1, 27), st.sampled_from(Response))
def test_luck_against_counting_with_fractions(days, response):
    p, n = Fraction(days, 28), 28
    chance = [comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]
    fell = [(x1, x2) for x1 in range(1, n + 1) for x2 in range(n + 1) if x2 <= SHARES[response] * x1]
    expected = sum(chance[x1] * chance[x2] for x1, x2 in fell)
    assert chance_of_response(days, response) == pytest.approx(float(expected), abs=1e-10)


def test_a_little_clustering_is_close_to_none():
    assert chance_of_response(8, effect=1.00001) == pytest.approx(chance_of_response(8), abs=1e-5)


@pytest.mark.parametrize("days", [0, 28, -1])
def test_a_rate_without_chance(days):
    with pytest.raises(ArgumentError, match=r"^days_per_28 = "):
        chance_of_response(days)
