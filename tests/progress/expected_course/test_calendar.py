"""The calendar of days: what was said, and what was not."""

from datetime import date, timedelta

import pytest

from concordant.progress.expected_course.calendar import DayState, calendar
from concordant.progress.expected_course.own_course import Mark
from tests.people import bare, record

MONDAY = date(2024, 1, 8)


def row(day, **facts):
    return {"date": (MONDAY + timedelta(days=day)).isoformat(), **facts}


def of(*rows, first=0, last=6, marks=()):
    diary = record(bare(diary=list(rows)), MONDAY + timedelta(days=27)).diary
    return calendar(diary, MONDAY + timedelta(days=first), MONDAY + timedelta(days=last), marks)


def test_each_day_is_what_was_said_of_it():
    found = of(
        row(0, headache_today=True, intensity_nrs=6),
        row(1, headache_today=False),
        row(2, neck_pain_nrs=2),
        row(4, headache_today=True),
    )
    states = [day.state for day in found.weeks[0].days]
    assert states == [
        DayState.HEADACHE,
        DayState.FREE,
        DayState.OPEN,
        DayState.MISSING,
        DayState.HEADACHE,
        DayState.MISSING,
        DayState.MISSING,
    ]
    assert [day.intensity for day in found.weeks[0].days] == [6, None, None, None, None, None, None]


def test_weeks_run_from_monday_and_days_outside_say_nothing():
    found = of(row(2, headache_today=True), row(9, headache_today=True), first=3, last=8)
    assert [len(week.days) for week in found.weeks] == [7, 7]
    assert [day.state for week in found.weeks for day in week.days] == [
        *[DayState.OUTSIDE] * 3,
        *[DayState.MISSING] * 6,
        *[DayState.OUTSIDE] * 5,
    ]


def test_marks_stand_on_their_day():
    marks = (Mark(MONDAY, "visit", 0), Mark(MONDAY, "injury", 0), Mark(MONDAY + timedelta(days=30), "retest", 4))
    found = of(marks=marks)
    assert [day.marks for day in found.weeks[0].days] == [("visit", "injury"), *[()] * 6]


def test_the_words_hold_every_day():
    found = of(row(0, headache_today=True, intensity_nrs=6), row(1, headache_today=False), last=3)
    assert found.words == (
        "Week of 2024-01-08: headache on 1 of 2 answered days, 2 not known.",
        "Monday 2024-01-08: headache, worst 6 of 10.",
        "Tuesday 2024-01-09: no headache.",
        "Wednesday 2024-01-10: no answer.",
        "Thursday 2024-01-11: no answer.",
    )


def test_a_mark_is_in_the_words():
    found = of(last=0, marks=(Mark(MONDAY, "retest", 4.0), Mark(MONDAY, "injury", 4.0)))
    assert found.words[1] == "Monday 2024-01-08: no answer; retest; accident."


def test_of_several_rows_the_worst_is_shown():
    found = of(
        row(0, headache="A", headache_today=True, intensity_nrs=3),
        row(0, headache_today=True, intensity_nrs=5),
        last=0,
    )
    assert found.weeks[0].days[0].intensity == 5


def test_a_strength_that_was_not_said_is_not_made_up():
    assert of(row(0, headache_today=True), last=0).words[1] == "Monday 2024-01-08: headache, strength not said."


def test_it_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="cannot end"):
        of(first=1, last=0)
