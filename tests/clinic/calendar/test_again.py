"""A visit that stands again, or elsewhere: the rules hold as if it were booked now, and its status says what is so."""

from datetime import time
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from clinic import clock
from clinic.audit.actor import Actor
from clinic.calendar.actions import Call, RepairProposal, accept_repair, change_status, move, take_time_off
from clinic.calendar.errors import FreePlace, RulesBroken, Taken
from clinic.calendar.models import Appointment, AppointmentChange
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, Desk


@pytest.fixture
def cancelled(desk: Desk, person: Person) -> Appointment:
    """On a day on which the clinician is ill by now."""
    made = desk.book(person, desk.at(10))
    change_status(desk.by, made.pk, version=1, status="cancelled")
    take_time_off(desk.by, practice=desk.physio.practice, on=MONDAY, starts=time(0), ends=time(0), why="ill")
    return made


def test_it_stands_again_by_the_rules(desk: Desk, cancelled: Appointment) -> None:
    again: dict[str, Any] = {"version": 2, "status": "booked", "reason": "she can come after all"}
    with pytest.raises(RulesBroken) as told:
        change_status(desk.by, cancelled.pk, **again)
    assert [one.says for one in told.value.broken] == [f"{desk.physio.display_name}: ill, the whole day."]
    with pytest.raises(RulesBroken):
        change_status(Actor(desk.rmt), cancelled.pk, **again, override_reason="I say so")
    made = change_status(desk.by, cancelled.pk, **again, override_reason="well again by ten")
    assert (made.status, made.override_reason) == ("booked", "well again by ten")
    assert AppointmentChange.objects.latest("id").reason == "she can come after all; well again by ten"


def test_of_an_hour_that_is_over_only_what_was_is_put_right(desk: Desk, cancelled: Appointment) -> None:
    with clock.set_to(desk.at(12)):
        made = change_status(Actor(desk.rmt), cancelled.pk, version=2, status="done", reason="they were here")
        assert (made.status, made.override_reason) == ("done", "")


def test_an_hour_that_was_given_away_is_told_as_taken(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(10))
    change_status(desk.by, made.pk, version=1, status="cancelled")
    other = desk.book(build.a_person(desk.clinic), desk.at(10))
    with pytest.raises(Taken) as told:
        change_status(desk.by, made.pk, version=2, status="booked", reason="by mistake")
    assert told.value.appointment == other


def test_with_somebody_who_has_left_it_does_not_stand_again(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(10))
    change_status(desk.by, made.pk, version=1, status="cancelled")
    desk.physio.is_active = False
    desk.physio.save()
    with pytest.raises(ValidationError, match="no longer works here"):
        change_status(desk.by, made.pk, version=2, status="booked", reason="by mistake")


def test_who_confirmed_an_hour_has_confirmed_no_other(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(10))
    change_status(desk.by, made.pk, version=1, status="confirmed")
    assert move(desk.by, made.pk, version=2, starts_at=desk.at(10), room=desk.second).status == "confirmed"
    assert move(desk.by, made.pk, version=3, starts_at=desk.at(10, days=3)).status == "booked"
    assert move(desk.by, made.pk, version=4, starts_at=desk.at(10)).status == "confirmed"  # undone
    move(desk.by, made.pk, version=5, starts_at=desk.at(10, days=3))
    move(desk.by, made.pk, version=6, starts_at=desk.at(10, days=4))
    assert move(desk.by, made.pk, version=7, starts_at=desk.at(10, days=3)).status == "booked"


def test_nor_by_being_called(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(10))
    change_status(desk.by, made.pk, version=1, status="confirmed")
    made.refresh_from_db()
    place = FreePlace(made.clinician, made.room, desk.at(10, days=1))
    (moved,) = accept_repair(desk.by, RepairProposal((Call(made, place),)))
    assert moved.status == "booked"
    assert AppointmentChange.objects.latest("id").before["status"] == "confirmed"


def test_what_is_done_stays_where_it_was(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(10))
    with clock.set_to(desk.at(11)):
        change_status(desk.by, made.pk, version=1, status="done", reason="forgot to press")
        with pytest.raises(ValidationError, match="is done"):
            move(desk.by, made.pk, version=2, starts_at=desk.at(16))
        change_status(desk.by, made.pk, version=2, status="in_room", reason="not done yet")
        with pytest.raises(ValidationError, match="still to come"):
            move(desk.by, made.pk, version=3, starts_at=desk.at(16))
