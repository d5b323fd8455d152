"""Time off: of whom, when, and whom it touches."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.calendar.actions import change_status, check_place, end_time_off, take_time_off
from clinic.calendar.models import Appointment, TimeOff
from clinic.calendar.pages.rooms import free_rooms
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, Desk, a_desk, a_lead


def ill(desk: Desk, **more: Any) -> tuple[TimeOff, tuple[Appointment, ...]]:
    said: dict[str, Any] = {
        "practice": desk.physio.practice,
        "on": MONDAY,
        "starts": time(10),
        "ends": time(0),
        "why": "ill",
    }
    return take_time_off(desk.by, **(said | more))


def test_it_names_the_visits_that_it_touches_and_leaves_them(desk: Desk, person: Person) -> None:
    people = [build.a_person(desk.clinic) for _ in range(4)]
    before, into, later, massage = (
        desk.book(people[0], desk.at(9)),
        desk.book(people[1], desk.at(10)),
        desk.book(people[2], desk.at(15)),
        desk.book_massage(people[3], desk.at(11)),
    )
    desk.book(person, desk.at(11, days=1))
    made, affected = ill(desk)
    assert affected == (into, later)
    assert (made.said_by, made.why) == (desk.by.user, "ill")
    for one in (before, into, later, massage):
        one.refresh_from_db()
        assert one.status == "booked"
    end_time_off(desk.by, made)
    assert not TimeOff.objects.exists()
    assert AuditEvent.objects.filter(action="time off").count() == 2


def test_a_massage_whose_turn_over_reaches_into_it_is_touched(desk: Desk, person: Person) -> None:
    made = desk.book_massage(person, desk.at(9))
    assert ill(desk, practice=desk.rmt.practice, starts=time(10, 15))[1] == ()
    assert ill(desk, practice=desk.rmt.practice, starts=time(10))[1] == (made,)


def test_a_closed_room(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(10))
    assert ill(desk, practice=None, room=desk.second, why="closed")[1] == ()
    assert ill(desk, practice=None, room=desk.room, why="closed")[1] == (made,)


def test_who_has_come_or_was_cancelled_is_not_touched(desk: Desk, person: Person) -> None:
    made, other = desk.book(person, desk.at(10)), desk.book(build.a_person(desk.clinic), desk.at(11))
    with clock.set_to(desk.at(10)):
        change_status(desk.by, made.pk, version=1, status="arrived")
        change_status(desk.by, other.pk, version=1, status="cancelled")
    assert ill(desk)[1] == ()


@pytest.mark.parametrize(
    "more",
    [
        {"practice": None},
        {"room": "second"},
        {"ends": time(10)},
        {"ends": time(9)},
        {"why": "bored"},
    ],
)
def test_what_is_no_time_off(desk: Desk, more: dict[str, Any]) -> None:
    if more.get("room"):
        more = {"room": desk.second}
    with pytest.raises(ValidationError):
        ill(desk, **more)
    assert not TimeOff.objects.exists()


def test_another_clinic_and_patients(desk: Desk, other_clinic: Clinic) -> None:
    there = a_desk(other_clinic)
    with pytest.raises(Http404):
        ill(desk, practice=there.physio.practice)
    with pytest.raises(Http404):
        ill(desk, practice=None, room=there.room)
    made, _none = ill(there)
    with pytest.raises(Http404):
        end_time_off(desk.by, made.pk)
    patient, _own = build.a_patient(desk.clinic)
    with pytest.raises(PermissionDenied):
        end_time_off(patient, made.pk)
    assert TimeOff.objects.get().on == MONDAY + timedelta(0)


def test_said_twice_it_stands_once(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(11))
    first, _affected = ill(desk)
    again, affected = ill(desk)
    assert (again, affected) == (first, (made,))
    assert ill(desk, practice=desk.rmt.practice)[0] != first
    assert ill(desk, starts=time(11))[0] != first
    end_time_off(desk.by, first)
    assert TimeOff.objects.count() == 2
    assert AuditEvent.objects.filter(action="time off").count() == 4


def test_others_hours_are_given_back_by_who_may_set_rules_aside(desk: Desk) -> None:
    """Anybody may say that somebody is ill; who may not book into it may not end it either."""
    by_rmt, by_physio = Actor(desk.rmt), Actor(desk.physio)
    said_by_desk, _none = ill(desk)
    with pytest.raises(PermissionDenied):
        end_time_off(by_rmt, said_by_desk)
    assert AuditEvent.objects.get(result="refused").who_id == desk.rmt.pk
    end_time_off(by_physio, said_by_desk)  # their own time
    said_by_rmt, _none = take_time_off(
        by_rmt, practice=desk.physio.practice, on=MONDAY, starts=time(0), ends=time(0), why="ill"
    )
    end_time_off(by_rmt, said_by_rmt)  # a mistake of their own
    closed, _none = take_time_off(desk.by, room=desk.room, on=MONDAY, starts=time(0), ends=time(0), why="closed")
    with pytest.raises(PermissionDenied):
        end_time_off(by_physio, closed)
    end_time_off(a_lead(desk), closed)


def test_a_visit_that_goes_on_past_midnight_stands_in_the_next_day_too(desk: Desk, person: Person) -> None:
    late = desk.book(person, desk.at(23, 30), override_reason="a night of the study")
    tuesday = MONDAY + timedelta(days=1)
    assert ill(desk, on=tuesday, starts=time(0), ends=time(0, 15))[1] == (late,)
    assert ill(desk, on=tuesday, starts=time(0, 30), ends=time(1))[1] == ()
    other = desk.wanted(build.a_person(desk.clinic), desk.at(23, 45), moving=late.pk)
    assert "time_off" in [one.rule for one in check_place(desk.by, **(other | {"person": person}))]
    take_time_off(desk.by, room=desk.room, on=tuesday, starts=time(0), ends=time(1), why="closed")
    rooms = free_rooms(desk.clinic, "physio", late.starts_at, late.free_at, moving=late)
    assert rooms == [desk.second]


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [(time(0), time(0), "the whole day"), (time(13), time(0), "from 13:00 on"), (time(9), time(12), "09:00–12:00")],
)
def test_how_long_it_is_is_said_in_words(desk: Desk, person: Person, starts: time, ends: time, said: str) -> None:
    ill(desk, starts=starts, ends=ends)
    hour = desk.at(14) if starts == time(13) else desk.at(10)
    (broken,) = check_place(desk.by, **desk.wanted(person, hour))
    assert broken.says == f"{desk.physio.display_name}: ill, {said}."
