"""Weeks of the diary about the start of treatment, and what may be put beside them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.progress.expected_course.chart_data import chart_data
from concordant.progress.expected_course.own_course import own_course
from tests.people import bare, record
from tests.progress.expected_course.people import BASELINE, START, course


def test_the_first_treatment_is_day_one_of_week_one():
    found = course("+------" * 2 + "+")
    assert [one.number for one in found.weeks] == [-4, -3, -2, -1, 1, 2]
    assert found.weeks[3].count.last == START - timedelta(days=1)
    assert found.weeks[4].count.first == START
    assert [one.count.positive for one in found.weeks] == [5, 5, 5, 5, 1, 1]


def test_no_day_since_the_baseline_belongs_to_no_week():
    found = course("-" * 35)
    days = [one.count.first + timedelta(days=number) for one in found.weeks for number in range(one.count.days)]
    assert days == [START + timedelta(days=number) for number in range(-28, 35)]
    assert (found.points[0].after.first, found.points[0].after.last) == (START, START + timedelta(days=27))


def test_a_week_that_is_not_over_is_left_out():
    assert [one.number for one in course("+" * 6).weeks] == [-4, -3, -2, -1]


@pytest.mark.parametrize(("length", "weeks"), [(27, []), (28, [4]), (55, [4]), (56, [4, 8])])
def test_a_published_week_is_judged_when_it_is_over(length, weeks):
    assert [one.limits.week for one in course("-" * length).points] == weeks


def first_week(signs):
    return next(one for one in chart_data(course(signs)).points if one.first == 1)


def test_a_missing_day_is_shown_as_bounds():
    week = first_week("+--.-.+")
    assert (week.low, week.high, week.days) == (2, 4, 2.8)


def test_a_week_without_an_answer_has_bounds_alone():
    week = first_week(".......")
    assert (week.low, week.high, week.days) == (0, 7, None)


@given(st.lists(st.sampled_from("+-."), min_size=7, max_size=7), st.integers(0, 6))
def test_a_day_taken_away_never_narrows_the_bounds(signs, taken):
    fewer = [*signs]
    fewer[taken] = "."
    full, less = (first_week("".join(one)) for one in (signs, fewer))
    assert less.low <= full.low <= full.high <= less.high


@pytest.mark.parametrize(
    ("baseline", "why"),
    [
        (BASELINE, ""),
        ("." * 15 + "+" * 13, "the baseline window is insufficient"),
        ("+" * 3 + "-" * 25, "fewer than 4 headache days"),
    ],
)
def test_limits_need_a_baseline(baseline, why):
    found = course("-" * 28, baseline)
    assert found.problem.startswith(why)
    assert (found.baseline_per_week is None) is bool(why)


def test_marks_are_visits_retests_and_injuries():
    found = course("-" * 30, retests=(29,), injury_date=(START - timedelta(days=14)).isoformat())
    assert [(one.kind, one.place) for one in found.marks] == [("injury", -2), ("visit", 0), ("retest", 29 / 7)]


def test_without_a_diary_there_is_no_course():
    assert own_course(record(bare())) is None
