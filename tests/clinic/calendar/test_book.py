"""Booking and moving: who has it, who is told what, and what is kept of it."""

from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from clinic.accounts.models import Clinic
from clinic.audit.models import AuditEvent
from clinic.calendar.actions import book, check_place, move
from clinic.calendar.errors import Changed, RulesBroken, Taken
from clinic.calendar.models import Appointment, AppointmentChange, Waiting
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import NOW, Desk, a_desk, a_practice, a_series
from tests.clinic.conftest import Statements


def test_a_visit_is_booked_with_its_turn_over(desk: Desk, person: Person) -> None:
    made = desk.book_massage(person, desk.at(9))
    assert (made.starts_at, made.ends_at) == (desk.at(9), desk.at(10))
    assert made.free_at == desk.at(10, 15)
    assert (made.status, made.version, made.clinic) == ("booked", 1, desk.clinic)
    change = AppointmentChange.objects.get()
    assert (change.what, change.by, change.after["starts_at"]) == ("booked", desk.by.user, "2026-01-12T17:00+00:00")
    event = AuditEvent.objects.get(action="book")
    assert (event.person_id, event.subject_id) == (person.pk, str(made.pk))


@pytest.mark.parametrize("what", ["clinician", "room", "person"])
def test_an_hour_is_given_once(desk: Desk, person: Person, what: str) -> None:
    first = desk.book(person, desk.at(10))
    other = build.a_person(desk.clinic)
    wanted = {
        "clinician": desk.wanted(other, desk.at(10, 30), room=desk.second),
        "room": desk.massage(other, desk.at(9, 30), room=desk.room),
        "person": desk.massage(person, desk.at(10, 45)),
    }[what]
    reason = "they insist"
    with pytest.raises(Taken) as told:
        book(desk.by, **wanted, kind="treatment", override_reason=reason)
    assert (told.value.what, told.value.appointment) == (what, first)
    assert [one.is_hard for one in check_place(desk.by, **wanted) if one.rule == f"{what}_taken"] == [True]
    assert Appointment.objects.count() == 1


def test_who_comes_second_hears_of_the_nearest_free_hours(desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(10))
    with pytest.raises(Taken) as told:
        desk.book(build.a_person(desk.clinic), desk.at(10))
    assert [one.starts_at for one in told.value.next_best] == [desk.at(9), desk.at(11), desk.at(11, 15)]
    for one in told.value.next_best:
        other = build.a_person(desk.clinic)
        assert not check_place(desk.by, **desk.wanted(other, one.starts_at, clinician=one.clinician, room=one.room))


def test_what_is_free_is_free_for_this_person_too(desk: Desk, person: Person) -> None:
    desk.book(person, desk.at(10))
    desk.book(build.a_person(desk.clinic), desk.at(11))
    with pytest.raises(Taken) as told:
        desk.book(person, desk.at(11))  # a second visit on one day is none
    days = {one.starts_at.date() for one in told.value.next_best}
    assert days == {desk.at(9, days=2).date()}


def test_turn_over_holds_clinician_and_room_but_not_the_person(desk: Desk, person: Person) -> None:
    desk.book_massage(person, desk.at(9))
    desk.book(person, desk.at(10))
    another = build.a_user(desk.clinic)
    a_practice(another)
    with pytest.raises(Taken) as told:
        desk.book(build.a_person(desk.clinic), desk.at(10), room=desk.second, clinician=another)
    assert told.value.what == "room"


def test_a_soft_rule_is_set_aside_by_who_may_and_says_why(desk: Desk, person: Person) -> None:
    saturday = desk.at(9, days=5)
    with pytest.raises(RulesBroken) as told:
        desk.book(person, saturday)
    assert [one.rule for one in told.value.broken] == ["working_hours"]
    physio = build.an_actor(desk.clinic)
    with pytest.raises(RulesBroken):
        book(physio, **desk.wanted(person, saturday, kind="treatment", override_reason="she asked"))
    made = desk.book(person, saturday, override_reason=" opened for her ")
    assert made.override_reason == "opened for her"
    assert AppointmentChange.objects.get().reason == "opened for her"


def test_a_reason_where_none_is_needed_is_not_kept(desk: Desk, person: Person) -> None:
    assert desk.book(person, desk.at(9), override_reason="just so").override_reason == ""


def test_a_visit_is_moved_and_moved_back(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    moved = move(desk.by, made.pk, version=1, starts_at=desk.at(9, 30), room=desk.second)
    assert (moved.starts_at, moved.free_at, moved.room, moved.version) == (
        desk.at(9, 30),
        desk.at(10, 30),
        desk.second,
        2,
    )
    back = move(desk.by, made.pk, version=2, starts_at=desk.at(9), room=desk.room)
    assert (back.starts_at, back.room, back.version) == (desk.at(9), desk.room, 3)
    assert list(AppointmentChange.objects.values_list("what", flat=True)) == ["booked", "moved", "moved"]


def test_who_changes_an_older_one_is_told(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    move(desk.by, made.pk, version=1, starts_at=desk.at(11))
    with pytest.raises(Changed) as told:
        move(desk.by, made.pk, version=1, starts_at=desk.at(14))
    assert told.value.appointment.starts_at == desk.at(11)
    assert Appointment.objects.get().starts_at == desk.at(11)


def test_a_move_to_a_taken_hour_leaves_everything_as_it_was(desk: Desk, person: Person) -> None:
    made = desk.book(person, desk.at(9))
    desk.book(build.a_person(desk.clinic), desk.at(10))
    with pytest.raises(Taken) as told:
        move(desk.by, made.pk, version=1, starts_at=desk.at(10, 30))
    assert told.value.next_best
    made.refresh_from_db()
    assert (made.starts_at, made.version) == (desk.at(9), 1)


def test_the_visit_of_a_series_is_booked_once_and_waits_no_more(desk: Desk, person: Person) -> None:
    visit = a_series(desk, person, {}).visits.get()
    Waiting.objects.create(person=person, prescribed=visit, discipline="physio", minutes=60, since=NOW)
    made = desk.book(person, desk.at(9), prescribed=visit)
    assert made.prescribed == visit
    assert Waiting.objects.get().ended_at == NOW
    with pytest.raises(Taken) as told:
        desk.book(person, desk.at(9, days=3), prescribed=visit)
    assert told.value.what == "prescribed"


def test_another_clinic_is_not_there(desk: Desk, person: Person, other_clinic: Clinic) -> None:
    there = a_desk(other_clinic)
    stranger = build.a_person(other_clinic)
    visit = a_series(there, stranger, {}).visits.get()
    for more in (
        {"person": stranger},
        {"person": stranger.pk},
        {"clinician": there.physio},
        {"room": there.room.pk},
        {"prescribed": visit},
    ):
        wanted = desk.wanted(person, desk.at(9)) | more
        with pytest.raises(Http404):
            book(desk.by, **wanted, kind="treatment")
        with pytest.raises(Http404):
            check_place(desk.by, **wanted)
    made = there.book(stranger, there.at(9))
    with pytest.raises(Http404):
        move(desk.by, made.pk, version=1, starts_at=desk.at(10))
    refused = AuditEvent.objects.filter(result="refused", clinic_id=desk.clinic.pk)
    # Each booking and the move; and who asked what is against an hour for a stranger has looked for a person.
    assert Counter(refused.values_list("action", flat=True)) == {"book": 5, "move": 1, "view": 2}


def test_patients_keep_no_calendar(desk: Desk) -> None:
    patient, own = build.a_patient(desk.clinic)
    with pytest.raises(PermissionDenied):
        book(patient, **desk.wanted(own, desk.at(9)), kind="treatment")
    with pytest.raises(PermissionDenied):
        check_place(patient, **desk.wanted(own, desk.at(9)))


@pytest.mark.parametrize(
    "more",
    [
        {"minutes": 0},
        {"minutes": -60},
        {"minutes": 100_000},
        {"discipline": "dentist"},
        {"kind": "party"},
        {"starts_at": datetime(2026, 1, 12, 9)},  # noqa: DTZ001  on whose clocks?
        {"starts_at": datetime(2026, 1, 12, 17, 0, 1, tzinfo=UTC)},
        {"override_reason": "x" * 201, "starts_at": datetime(2026, 1, 17, 17, tzinfo=UTC)},
    ],
)
def test_what_no_visit_can_be(desk: Desk, person: Person, more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        book(desk.by, **(desk.wanted(person, desk.at(9), kind="treatment") | more))
    assert not Appointment.objects.exists()


def test_a_fuller_calendar_asks_no_more_statements(desk: Desk, person: Person, statements: Statements) -> None:
    def asked() -> int:
        before = len(statements.texts)
        check_place(desk.by, **desk.wanted(person, desk.at(16)))
        return len(statements.texts) - before

    empty = asked()
    for day in range(5):
        for hour in range(9, 14):
            desk.book(build.a_person(desk.clinic), desk.at(hour, days=day))
    desk.book(person, desk.at(15, days=4))
    assert asked() == empty <= 12
    second = build.a_person(desk.clinic)
    before = len(statements.texts)
    with pytest.raises(Taken):
        desk.book(second, desk.at(9, 15))
    assert len(statements.texts) - before <= 30
