"""For how many months in a row medicines were overused (8.2 B), and what follows from the table of days."""

from datetime import date
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.facts import UNKNOWN, Span
from tests.people import bare, record
from tests.record.diaries import days

TODAY = date(2025, 1, 8)
TAKEN = {"t": ["triptan"], "n": ["nsaid"], "p": ["paracetamol"], "c": ["combination"], "u": ["unspecified"], "-": []}
OVER, UNDER = "t" * 10 + "-" * 20, "t" * 9 + "-" * 21


def counted(signs, **more):
    rows = days(signs, TODAY, lambda sign: {"acute_medication": TAKEN[sign]})
    return record(bare(diary=rows, **more), TODAY)


def months(signs, key, **more):
    return counted(signs, **more).value("overuse_months")[key]


@pytest.mark.parametrize(
    ("signs", "value"),
    [
        (OVER * 4, Span(4, inf)),
        (OVER * 3, Span(3, inf)),
        (UNDER + OVER * 3, Span(3, 4)),
        (OVER * 3 + UNDER, 0),
        (OVER + "t" * 9 + "." + "-" * 20 + OVER, Span(1, inf)),
        (UNDER + "t" * 9 + "u" + "-" * 20 + OVER, Span(1, 3)),
    ],
)
def test_months_on_ten_triptan_days(signs, value):
    assert months(signs, "triptan") == value


def test_non_opioids_are_one_class_with_a_limit_of_15():
    found = counted(("n" * 8 + "p" * 7 + "-" * 15) * 4).value("overuse_months")
    assert (found["non_opioid"], found["nsaid"], found["paracetamol"]) == (Span(4, inf), 0, 0)


def test_a_combination_is_not_its_parts():
    found = counted(("c" * 15 + "-" * 15) * 4).value("overuse_months")
    assert (found["combination"], found["non_opioid"], found["opioid"]) == (Span(4, inf), 0, 0)


def test_what_was_stated_fills_in_for_a_class_that_the_diary_leaves_open():
    found = counted(OVER, overuse_months={"triptan": 12, "nsaid": 12}).value("overuse_months")
    assert (found["triptan"], found["nsaid"]) == (12, 0)


def test_what_was_stated_does_not_stand_against_the_diary():
    assert months(OVER * 2, "triptan", overuse_months={"triptan": 1}) == Span(2, inf)


def test_the_longest_run_leaves_the_mixture_out():
    assert counted(("n" * 12 + "-" * 18) * 4).value("overuse_months_longest") == 0
    assert counted(OVER * 4).value("overuse_months_longest") == Span(4, inf)


def test_without_a_diary_it_is_what_was_stated():
    assert record(bare()).value("overuse_months") is UNKNOWN
    stated = record(bare(overuse_months={"triptan": 5}))
    assert stated.value("overuse_months")["triptan"] == 5
    assert stated.value("overuse_months_longest") == Span(5, inf)


@pytest.mark.parametrize(
    ("table", "most"),
    [
        ({"ergotamine": 0, "triptan": 6, "opioid": 2, "combination": 0, "nsaid": 20}, 6),
        ({"triptan": 6}, Span(6, 30)),
        ({"nsaid": 20}, UNKNOWN),
    ],
)
def test_the_most_days_of_a_class_with_a_limit_of_ten(table, most):
    assert record(bare(acute_med_days_per_30d=table)).value("ten_day_limit_med_days_per_30d") == most


def bounds(value):
    return value if isinstance(value, Span) else Span(value, value)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("tnpc-."), min_size=60, max_size=60), st.data())
def test_an_interval_holds_the_truth_however_missing_days_are_filled(signs, data):
    filled = [sign if sign != "." else data.draw(st.sampled_from("tnpc-")) for sign in signs]
    with_gaps, whole = counted(["-", *signs[1:-1], "-"]), counted(["-", *filled[1:-1], "-"])
    for name in ("acute_med_days_per_30d", "overuse_months"):
        for key, value in whole.value(name).items():
            exact, between = bounds(value), bounds(with_gaps.value(name)[key])
            assert between.low <= exact.low <= exact.high <= between.high
            assert name == "overuse_months" or exact.exact
