"""The next retest is the one that the progress room plans; before treatment four weeks ahead."""

from datetime import date

from concordant.plan.visits.retest import retest_of
from concordant.progress.next_retest import NextRetest, next_retest
from tests.people import asked_everything, record

TODAY = date(2024, 1, 8)


def test_before_treatment_four_weeks_ahead():
    found = retest_of(None, TODAY)
    assert found.on == date(2024, 2, 5)
    assert not found.is_due


def test_the_planned_day_stands():
    assert retest_of(NextRetest(None, date(2024, 3, 1), None), TODAY).on == date(2024, 3, 1)


def test_a_late_one_is_due_today_whatever_comes_next():
    found = retest_of(NextRetest(date(2024, 1, 2), date(2024, 3, 1), None), TODAY)
    assert (found.on, found.is_due) == (TODAY, True)
    assert "2 Jan 2024" in found.says


def test_where_none_is_planned_none_is_made_up():
    assert retest_of(NextRetest(None, None, None), TODAY).on is None


def test_the_first_visit_begins_the_clock():
    found = record(asked_everything())
    assert retest_of(next_retest(found), found.as_of).on == date(2024, 2, 5)
