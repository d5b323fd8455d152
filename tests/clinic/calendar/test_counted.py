"""What stands counts: a new series asks for the rest of the plan alone."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clinic.calendar.actions import prescribe_series
from clinic.calendar.models import Appointment, Series
from clinic.calendar.prescribing.standing import counted
from clinic.chart.models import Person
from concordant.plan.interventions import Discipline as Given
from concordant.plan.visits import Week
from tests.clinic.calendar.desk import MONDAY, Desk
from tests.clinic.calendar.test_series import a_plan

P, R = Given.PHYSIOTHERAPIST, Given.RMT


def a_week(number: int, physio: int, rmt: int = 0, *, retest: bool = False) -> Week:
    return Week(MONDAY + timedelta(weeks=number), {P: physio, R: rmt}, retest=retest)


def test_by_week_and_discipline_whatever_made_it(desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(9, days=1))
    desk.book_massage(person, desk.at(9, days=8))
    gone = desk.book(person, desk.at(9, days=4))
    Appointment.objects.filter(pk=gone.pk).update(status="no_show")
    found = counted(person, [a_week(0, 2, 1), a_week(1, 2, 1)])
    assert [dict(one.visits) for one in found.weeks] == [{P: 1, R: 1}, {P: 2, R: 0}]
    assert (found.counted, found.beyond, found.asks) == (2, (), True)


def test_the_last_evening_of_a_week_is_of_that_week(desk: Desk, person: Person) -> None:
    """In UTC it is the next day already."""
    desk.book(person, desk.at(20, days=6), override_reason="late")
    found = counted(person, [a_week(0, 1), a_week(1, 1)])
    assert [one.visits[P] for one in found.weeks] == [0, 1]


def test_a_visit_that_used_the_days_after_its_week_counts_for_it(desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(9, days=8))
    found = counted(person, [a_week(0, 1), a_week(1, 0), a_week(2, 1)])
    assert [one.visits[P] for one in found.weeks] == [0, 0, 1]
    assert (found.counted, found.beyond) == (1, ())
    assert [one.visits[P] for one in counted(person, [a_week(0, 0), a_week(1, 0), a_week(2, 1)]).weeks] == [0, 0, 1]


def test_a_retest_stays_to_be_booked_until_one_stands(desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(9, days=1))
    assert counted(person, [a_week(0, 1, retest=True)]).weeks[0].retest
    desk.book(person, desk.at(9, days=3))
    Appointment.objects.filter(starts_at=desk.at(9, days=3)).update(kind="retest")
    found = counted(person, [a_week(0, 1, retest=True)])
    assert not found.asks
    assert found.beyond == ((MONDAY, P, 1),)


def test_all_of_it_stands_and_the_older_series_goes_on(desk: Desk, person: Person) -> None:
    a_plan(desk, person, visits_per_week={"physiotherapist": 1.0}, retest=None, phase="strengthen")
    older = prescribe_series(desk.by, person, starts=MONDAY)
    for week in range(6):
        desk.book(person, desk.at(9, days=7 * week), override_reason="open on a holiday")
    with pytest.raises(ValidationError, match="booked already"):
        prescribe_series(desk.by, person, starts=MONDAY)
    older.refresh_from_db()
    assert older.ended_at is None
    assert Series.objects.count() == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=4), st.sets(st.integers(0, 27)))
def test_nothing_is_asked_for_twice_and_nothing_is_lost(
    desk: Desk, person: Person, asked: list[tuple[int, int]], days: set[int]
) -> None:
    Appointment.objects.all().delete()
    for day in days:
        at = desk.at(9, days=day)
        Appointment.objects.create(
            clinic=desk.clinic, person=person, clinician=desk.physio, room=desk.room, discipline="physio",
            kind="treatment", starts_at=at, ends_at=at + timedelta(hours=1), free_at=at + timedelta(hours=1),
        )  # fmt: skip
    weeks = [a_week(number, *counts) for number, counts in enumerate(asked)]
    found = counted(person, weeks)
    beyond = sum(more for _starts, given_, more in found.beyond if given_ is P)
    assert found.counted + beyond == len([day for day in days if day < 7 * len(weeks)])
    asked_for = sum(one.visits[P] for one in weeks)
    assert sum(one.visits[P] for one in found.weeks) + found.counted == asked_for
    for number, (before, after) in enumerate(zip(weeks, found.weeks, strict=True)):
        standing = sum(day // 7 == number for day in days)
        late = sum(day // 7 == number + 1 for day in days)
        assert max(before.visits[P] - standing - late, 0) <= after.visits[P] <= max(before.visits[P] - standing, 0)
        assert after.visits[R] == before.visits[R]
