"""The probability that the rate of headache days really fell: the worked table of the reference (retest 3.4, 3.5)."""

import pytest

from concordant.record.derive.change import category
from concordant.record.derive.fall import design_effect, lag_one, probability_of_fall
from concordant.record.diary import Count
from tests.people import FIRST_VISIT

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


@pytest.mark.parametrize(("x1", "n1", "x2", "n2", "effect", "better", "by_30", "by_50"), WORKED)
def test_the_worked_table(x1, n1, x2, n2, effect, better, by_30, by_50):
    found = [probability_of_fall(x1, n1, x2, n2, effect, ratio) for ratio in (1.0, 0.7, 0.5)]
    assert found == pytest.approx([better, by_30, by_50], abs=1e-6)


def days(signs):
    return [{"1": True, "0": False, ".": None}[sign] for sign in signs]


WINDOW_A = days("1110011110011100110011000110")
WINDOW_B = days("0011000100001100000110001000")


@pytest.mark.parametrize(
    ("windows", "r1"),
    [([WINDOW_A], 0.160714), ([WINDOW_B], 0.110714), ([WINDOW_A, WINDOW_B], 0.137987)],
)
def test_clustering_of_the_unit_test(windows, r1):
    assert lag_one(windows)[0] == pytest.approx(r1, abs=1e-6)


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


def test_no_day_at_all():
    assert (lag_one([days("....")]), design_effect([])) == ((0.0, 0), 1.5)


def window(positive, observed=28):
    return Count(FIRST_VISIT, FIRST_VISIT.replace(month=2, day=4), positive, observed - positive)


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (16, 8, "improved_important"),
        (16, 0, "resolved"),
        (24, 16, "improved_important"),
        (12, 6, "important_but_uncertain"),
        (8, 4, "important_but_uncertain"),
        (12, 5, "improved_important"),
        (24, 17, "improved"),
        (14, 12, "within_error"),
        (8, 14, "within_error"),
        (6, 16, "worse"),
    ],
)
def test_the_words_of_the_category(before, after, word):
    better = probability_of_fall(before, 28, after, 28, 1.5)
    assert category(window(before), window(after), better) == word
