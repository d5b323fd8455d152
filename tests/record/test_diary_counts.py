"""Counts from a diary: missing days are never read as free (diagnosis 0.5)."""

from datetime import date, timedelta
from math import inf

import pytest

from concordant.criteria import Binding
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Origin
from concordant.facts import UNKNOWN, Span
from concordant.facts.diary.counts import headache_days_per_30d
from tests.people import bare, record
from tests.record.diaries import days

A = Binding(headache="A")
TODAY = date(2025, 1, 8)


def found(signs, name="headache_days_per_30d", **more):
    return record(bare(diary=days(signs, TODAY), **more), TODAY).value(name, A)


@pytest.mark.parametrize(
    ("signs", "value"),
    [
        ("+" * 12 + "-" * 18, 12),
        ("-" * 30, 0),
        ("+" * 13 + "." * 5 + "-" * 12, Span(13, 18)),
        ("+" * 40, 30),
        ("-" * 3, Span(0, 27)),
        ("." * 30, UNKNOWN),
    ],
)
def test_days_of_the_last_thirty(signs, value):
    assert found(signs) == value


def test_the_window_ends_yesterday_until_today_is_written():
    assert found("+" * 10 + "-" * 20 + ".") == 10


def test_a_complete_count_stands_over_a_recalled_answer():
    assert found("+" * 12 + "-" * 18, headache_days_per_30d=20) == 12


def test_an_incomplete_count_gives_way_to_a_recalled_answer():
    assert found("+" * 3 + "-" * 3, headache_days_per_30d=20) == 20


def test_four_days_of_five_are_complete_enough():
    assert found("." * 6 + "+" * 12 + "-" * 12, headache_days_per_30d=20) == Span(12, 18)


def test_a_count_is_told_from_what_was_stated():
    case = bare(diary=days("+" * 12 + "-" * 18, TODAY))
    reading = record(case, TODAY).read(Term(headache_days_per_30d), A)
    assert (reading.origin, reading.note) == (
        Origin.COUNTED,
        "12 of 30 answered days, 0 not answered, 2024-12-10 to 2025-01-08",
    )


def test_a_recalled_row_is_a_missing_day():
    rows = days("+" * 10 + "-" * 20, TODAY)
    rows[0]["recorded"] = "2024-12-20T08:00"
    assert record(bare(diary=rows), TODAY).value("headache_days_per_30d", A) == Span(9, 10)


TWO = [{"id": "A", "facts": {}}, {"id": "B", "facts": {}}]


@pytest.mark.parametrize(
    ("row", "of_a", "of_any"),
    [
        ({"headache": "A"}, 30, 30),
        ({"headache": "B"}, 0, 30),
        ({"headache_today": True}, UNKNOWN, 30),
        ({"headache_today": False}, 0, 0),
        ({"intensity_nrs": 0}, 0, 0),
        ({"headache": "A", "intensity_nrs": 5}, 30, 30),
        ({"sleep_hours": 7}, UNKNOWN, UNKNOWN),
    ],
)
def test_of_two_headaches_each_counts_its_own_days(row, of_a, of_any):
    rows = days("+" * 30, TODAY, lambda sign: row)
    case = record(bare(headaches=TWO, diary=rows), TODAY)
    assert case.value("headache_days_per_30d", A) == of_a
    assert case.value("any_headache_days_per_30d", A) == of_any


FEW, MANY = "+" * 6 + "-" * 24, "+" * 20 + "-" * 10


@pytest.mark.parametrize(
    ("signs", "months"),
    [
        (FEW * 4, Span(4, inf)),
        (MANY + FEW * 3, Span(3, 4)),
        (MANY * 2 + FEW, Span(1, 2)),
        ("+" * 13 + "." * 5 + "-" * 12, UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_months_in_the_same_band(signs, months):
    assert found(signs, "months_at_this_frequency") == months


def test_days_per_year_are_counted_from_a_whole_year():
    assert found("+" * 65 + "-" * 300, "headache_days_per_year") == 65


def test_days_per_year_are_bounded_by_the_months_that_are_known():
    # 4 months of 6 days are 24 days; of the other 245 days nothing is known.
    assert found(FEW * 4, "headache_days_per_year") == Span(24, 24 + 365 - 120)


def test_days_per_year_from_what_was_stated():
    stated = {"headache_days_per_30d": 6, "months_at_this_frequency": 13}
    low_and_high = 6 * 365 / 30
    assert record(bare(**stated), TODAY).value("headache_days_per_year", A) == pytest.approx(low_and_high)


def test_alarms_ticked_since_the_newest_visit():
    rows = [
        {"date": (TODAY - timedelta(days=ago)).isoformat(), "red_flag_today": ticked}
        for ago, ticked in ((9, ["trauma"]), (3, ["fever"]), (1, []))
    ]
    case = bare(diary=rows, visits=[{"date": (TODAY - timedelta(days=5)).isoformat()}])
    assert record(case, TODAY).value("diary_red_flags") == frozenset({"fever"})
