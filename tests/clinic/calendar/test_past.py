"""What is over is booked by nobody who did not say so; a visit that took place is entered late, with a reason."""

from datetime import timedelta

import pytest

from clinic import clock
from clinic.audit.actor import Actor
from clinic.calendar.actions import (
    Call,
    RepairProposal,
    accept_repair,
    ask_list,
    book,
    book_list,
    book_series,
    check_place,
    move,
    propose_series,
    work_out,
)
from clinic.calendar.errors import FreePlace, RulesBroken
from clinic.calendar.models import Appointment
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, Desk, a_series

THAT_DAY = {"earliest": MONDAY, "latest": MONDAY}


def test_a_series_that_was_proposed_in_the_morning_is_not_booked_in_the_evening(desk: Desk, person: Person) -> None:
    with clock.set_to(desk.at(7)):
        choice = propose_series(desk.by, a_series(desk, person, THAT_DAY)).choices[0].token
    with clock.set_to(desk.at(18)), pytest.raises(RulesBroken) as told:
        book_series(desk.by, choice)
    assert [one.rule for one in told.value.broken] == ["in_the_past"]
    assert not Appointment.objects.exists()


def test_of_a_list_only_what_is_to_come_is_booked(desk: Desk, person: Person) -> None:
    later = {"earliest": MONDAY + timedelta(days=1), "latest": MONDAY + timedelta(days=1)}
    with clock.set_to(desk.at(7)):
        over, ahead = a_series(desk, person, THAT_DAY), a_series(desk, build.a_person(desk.clinic), later)
        proposal = ask_list(desk.by, [over.pk, ahead.pk])
        work_out(proposal.pk, seconds=0.2, processes=False)
    with clock.set_to(desk.at(18)):
        done = book_list(desk.by, proposal.pk, 1)
    assert done.overtaken == (over,)
    assert [one.person for one in done.appointments] == [ahead.person]


def test_nobody_who_is_called_is_moved_to_an_hour_that_is_over(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(15))
    proposal = RepairProposal((Call(made, FreePlace(made.clinician, made.room, desk.at(11))),))
    with clock.set_to(desk.at(12)), pytest.raises(RulesBroken, match="over"):
        accept_repair(desk.by, proposal)
    made.refresh_from_db()
    assert made.starts_at == desk.at(15)


def test_a_visit_that_took_place_is_entered_late_with_a_reason(desk: Desk, person: Person) -> None:
    wanted = desk.wanted(person, desk.at(10))
    with clock.set_to(desk.at(10)):
        assert [one.rule for one in check_place(desk.by, **wanted)] == ["in_the_past"]
        with pytest.raises(RulesBroken):
            book(desk.by, **wanted, kind="treatment")
        with pytest.raises(RulesBroken):
            book(Actor(desk.physio), **wanted, kind="treatment", override_reason="she came")
        made = book(desk.by, **wanted, kind="treatment", override_reason="she came without an hour")
        assert made.override_reason == "she came without an hour"
    with clock.set_to(desk.at(9, 59)):
        assert check_place(desk.by, **desk.wanted(build.a_person(desk.clinic), desk.at(11))) == ()


def test_a_visit_that_has_begun_goes_to_somebody_else_at_its_hour(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(10))
    with clock.set_to(desk.at(10, 5)):
        assert move(desk.by, made.pk, version=1, starts_at=desk.at(10), room=desk.second).room == desk.second
        with pytest.raises(RulesBroken, match="over"):
            move(desk.by, made.pk, version=2, starts_at=desk.at(9))
