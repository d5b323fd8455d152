"""Accepting what is proposed for an absence: all of it in one go, and nobody is cut off twice."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from clinic.accounts.models import Clinic
from clinic.audit.record import verify_log
from clinic.calendar.actions import Call, RepairProposal, accept_repair, change_status, propose_absence, take_time_off
from clinic.calendar.errors import Changed, FreePlace, RulesBroken, Taken
from clinic.calendar.models import Appointment, AppointmentChange, Waiting
from clinic.chart.models import Person
from concordant.booking.solution import Code, Reason
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, Desk, a_desk, a_practice, a_series


def to(desk: Desk, one: Appointment, hour: int, days: int = 0, **more: Any) -> Call:
    place = FreePlace(one.clinician, one.room, desk.at(hour, days=days))
    return Call(one, place, **more)


def test_a_list_of_moves_is_done_in_one_go(desk: Desk, person: Person) -> None:
    first, second = desk.book(person, desk.at(9)), desk.book(build.a_person(desk.clinic), desk.at(10))
    proposal = RepairProposal((to(desk, first, 9, days=1), to(desk, second, 10, days=1)))
    done = accept_repair(desk.by, proposal.token)
    assert [one.starts_at for one in done] == [desk.at(9, days=1), desk.at(10, days=1)]
    first.refresh_from_db()
    assert (first.status, first.version, first.starts_at) == ("booked", 2, desk.at(9, days=1))
    assert list(AppointmentChange.objects.values_list("what", flat=True)) == ["booked", "booked", "moved", "moved"]
    assert verify_log(desk.clinic.pk) is None


def test_two_change_places(desk: Desk, person: Person) -> None:
    first, second = desk.book(person, desk.at(9)), desk.book(build.a_person(desk.clinic), desk.at(10))
    accept_repair(desk.by, RepairProposal((to(desk, first, 10), to(desk, second, 9))))
    assert list(Appointment.objects.order_by("starts_at").values_list("pk", flat=True)) == [second.pk, first.pk]


def test_what_finds_no_place_is_cancelled_by_the_clinic_and_waits(desk: Desk, person: Person) -> None:
    visit = a_series(desk, person, {}).visits.get()
    made = desk.book(person, desk.at(9), prescribed=visit)
    proposal = RepairProposal((Call(made, None, (Reason(Code.FULL),)),))
    accept_repair(desk.by, proposal)
    made.refresh_from_db()
    assert made.status == "cancelled"
    waiting = Waiting.objects.get()
    assert (waiting.prescribed, waiting.reasons[0]["code"]) == (visit, "full")


def test_a_massage_moves_with_its_physiotherapy(desk: Desk, person: Person) -> None:
    """Whether a plan asked for the pair or not: they stand as one, and the person comes once."""
    physio = desk.book(person, desk.at(11))
    massage = desk.book_massage(person, desk.at(9, 45))
    off, _affected = take_time_off(
        desk.by, practice=desk.physio.practice, on=MONDAY, starts=time(0), ends=time(0), why="ill"
    )
    proposal = propose_absence(desk.by, [off.pk])
    new = {call.appointment.pk: call.new for call in proposal.calls}
    assert new.keys() == {physio.pk, massage.pk}
    after, before = new[physio.pk], new[massage.pk]
    assert after is not None
    assert before is not None
    assert before.starts_at < after.starts_at < before.starts_at + timedelta(hours=3)
    assert desk.at(0, days=1) < before.starts_at < desk.at(0, days=2)
    accept_repair(desk.by, proposal.token)


def test_an_affected_visit_may_go_past_its_window_and_another_may_not(desk: Desk, person: Person) -> None:
    visit = a_series(desk, person, {}).visits.get()
    made = desk.book(person, desk.at(9), prescribed=visit)
    with pytest.raises(RulesBroken):
        accept_repair(desk.by, RepairProposal((to(desk, made, 9, days=7, is_affected=False),)))
    accept_repair(desk.by, RepairProposal((to(desk, made, 9, days=7),)))
    made.refresh_from_db()
    assert made.starts_at == desk.at(9, days=7)
    assert "between" in made.override_reason


def test_one_hour_that_is_taken_meanwhile_and_nothing_moves(desk: Desk, person: Person) -> None:
    first, second = desk.book(person, desk.at(9)), desk.book(build.a_person(desk.clinic), desk.at(10))
    proposal = RepairProposal((to(desk, first, 9, days=1), to(desk, second, 10, days=1)))
    desk.book(build.a_person(desk.clinic), desk.at(10, days=1))
    with pytest.raises(Taken):
        accept_repair(desk.by, proposal)
    for one, hour in ((first, 9), (second, 10)):
        one.refresh_from_db()
        assert (one.starts_at, one.status, one.version) == (desk.at(hour), "booked", 1)


def test_a_visit_that_changed_meanwhile(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    proposal = RepairProposal((to(desk, made, 9, days=1),))
    change_status(desk.by, made.pk, version=1, status="confirmed")
    with pytest.raises(Changed):
        accept_repair(desk.by, proposal)


def test_of_another_clinic_and_by_patients(desk: Desk, person: Person, other_clinic: Clinic) -> None:
    made = desk.book(person, desk.at(9))
    token = RepairProposal((to(desk, made, 9, days=1),)).token
    with pytest.raises(Http404):
        accept_repair(a_desk(other_clinic).by, token)
    patient, _own = build.a_patient(desk.clinic)
    with pytest.raises(PermissionDenied):
        accept_repair(patient, token)
    with pytest.raises(ValidationError, match="broken"):
        accept_repair(desk.by, token + "x")
    with pytest.raises(PermissionDenied):
        propose_absence(patient, [])
    with pytest.raises(Http404):
        propose_absence(desk.by, [999])


def test_nobody_is_called_where_nobody_is_touched(desk: Desk) -> None:
    off, _none = take_time_off(
        desk.by, practice=desk.physio.practice, on=MONDAY, starts=time(9), ends=time(0), why="ill"
    )
    assert propose_absence(desk.by, [off.pk]).calls == ()


def test_another_clinician_takes_over(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    other = build.a_user(desk.clinic)
    a_practice(other)
    accept_repair(desk.by, RepairProposal((Call(made, FreePlace(other, desk.second, desk.at(9))),)))
    made.refresh_from_db()
    assert (made.clinician, made.room, made.starts_at) == (other, desk.second, desk.at(9))
