"""Signing statements."""

import uuid
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import PATIENT, RMT, ROLES, Role
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent, AuditHead
from clinic.audit.words import Action, Result
from clinic.chart.actions import open_chart, register_person, sign_entry
from clinic.chart.models import Entry, Person
from clinic.chart.rooms import ROOMS
from tests.clinic import build
from tests.clinic.conftest import Statements

NOW = datetime(2026, 1, 12, 23, 30, tzinfo=UTC)


def test_an_entry_says_when_true_when_recorded_by_whom_and_what(physio: Actor, person: Person) -> None:
    with clock.set_to(NOW):
        entry = build.an_entry(physio, person)
    entry.refresh_from_db()
    assert (entry.on, entry.recorded_at) == (build.DAY, NOW)
    assert (entry.author, entry.author_role) == (physio.user, "physiotherapist")
    assert (entry.kind, entry.content) == ("examination", build.EXAMINATION)


def test_signing_is_an_event_that_names_both_versions(physio: Actor, person: Person) -> None:
    first = build.an_entry(physio, person)
    second = build.an_entry(physio, person)
    event = AuditEvent.objects.get(subject_id=str(second.pk))
    assert (event.action, event.subject_kind, event.person_id) == (Action.SIGN, "entry", person.pk)
    assert (event.version_before, event.version_after) == (first.sha256, second.sha256)


def test_a_form_sent_twice_is_one_entry_and_one_event(physio: Actor, person: Person) -> None:
    key = uuid.uuid4()
    first = build.an_entry(physio, person, idempotency_key=key)
    again = build.an_entry(physio, person, idempotency_key=key)
    assert again == first
    assert (Entry.objects.count(), AuditEvent.objects.count()) == (1, 1)


def test_a_form_sent_twice_with_other_content_is_not_swallowed(physio: Actor, person: Person) -> None:
    key = uuid.uuid4()
    build.an_entry(physio, person, idempotency_key=key)
    with pytest.raises(ValidationError, match="signed before with other content"):
        build.an_entry(physio, person, idempotency_key=key, content=build.DIARY)
    assert Entry.objects.count() == 1


def test_one_key_may_serve_two_people(physio: Actor, person: Person, clinic: Clinic) -> None:
    key = uuid.uuid4()
    build.an_entry(physio, person, idempotency_key=key)
    build.an_entry(physio, build.a_person(clinic), idempotency_key=key)
    assert Entry.objects.count() == 2


def test_nobody_signs_what_is_true_only_tomorrow(physio: Actor, person: Person) -> None:
    with clock.set_to(NOW), pytest.raises(ValidationError, match="only later"):
        build.an_entry(physio, person, on=date(2026, 1, 13))


def test_today_is_the_day_of_the_clinic(person: Person, physio: Actor, other_clinic: Clinic) -> None:
    """At 06:30 UTC it is still yesterday in Vancouver, and already today in St. John's."""
    early = datetime(2026, 1, 13, 6, 30, tzinfo=UTC)
    other_clinic.time_zone = "America/St_Johns"
    other_clinic.save()
    with clock.set_to(early):
        build.an_entry(build.an_actor(other_clinic), build.a_person(other_clinic), on=date(2026, 1, 13))
        with pytest.raises(ValidationError, match="only later"):
            build.an_entry(physio, person, on=date(2026, 1, 13))


@pytest.mark.parametrize("content", [{}, None])
def test_nothing_cannot_be_signed(physio: Actor, person: Person, content: Any) -> None:
    with pytest.raises(ValidationError, match="nothing to sign"):
        build.an_entry(physio, person, content=content)


def test_a_room_that_does_not_exist_is_named(physio: Actor, person: Person) -> None:
    with pytest.raises(ValueError, match="no room 'kitchen'"):
        build.an_entry(physio, person, kind="kitchen")


OF_ROOM: dict[str, dict[str, Any]] = {
    "diary": build.DIARY,
    "home": {"home": [{"date": "2026-01-12", "intervention": "dcf_stage1", "done": True}]},
    "questionnaire": {"outcomes": [{"date": "2026-01-12", "measure": "ndi", "value": 9}]},
    "intake": {"facts": {"cancer_history": False}},
}


@pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.key)
@pytest.mark.parametrize("kind", ROOMS)
def test_who_signs_in_which_room(clinic: Clinic, role: Role, kind: str) -> None:
    by, person = build.a_patient(clinic)
    if role.key != "patient":
        by = build.an_actor(clinic, role)
    if ROOMS[kind] in role.permissions:
        assert build.an_entry(by, person, kind=kind, content=OF_ROOM.get(kind, build.EXAMINATION)).kind == kind
        return
    with pytest.raises(PermissionDenied):
        build.an_entry(by, person, kind=kind)
    assert Entry.objects.count() == 0
    assert AuditEvent.objects.get().result == Result.REFUSED


def test_what_fails_after_writing_leaves_neither_entry_nor_event(
    physio: Actor, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: Any, **_kwargs: Any) -> None:
        assert Entry.objects.count() == 1
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(AuditEvent, "save", fail)
    with pytest.raises(DatabaseError, match="disk is full"):
        build.an_entry(physio, person)
    assert (Entry.objects.count(), AuditEvent.objects.count()) == (0, 0)


def test_no_event_stays_without_its_entry(physio: Actor, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = AuditHead.append

    def fail_afterwards(*args: Any, **kwargs: Any) -> None:
        whole(*args, **kwargs)
        assert AuditEvent.objects.count() == 1
        raise DatabaseError("the line is cut")

    monkeypatch.setattr(AuditHead, "append", fail_afterwards)
    with pytest.raises(DatabaseError, match="line is cut"):
        build.an_entry(physio, person)
    assert (Entry.objects.count(), AuditEvent.objects.count()) == (0, 0)


def test_signing_takes_five_statements_however_long_the_chart(
    physio: Actor, person: Person, statements: Statements
) -> None:
    for _ in range(10):
        build.an_entry(physio, person)
    before = len(statements.texts)
    build.an_entry(physio, person)
    # turn to write, person with newest seal, entry, event, end of the log
    assert len(statements.texts) - before == 5


@pytest.mark.parametrize("given", ["", "A-17"])
def test_registering_opens_an_empty_chart(clinic: Clinic, physio: Actor, given: str) -> None:
    build.a_person(clinic, chart_number="00002")
    person = register_person(by=physio, given_name=" Léa ", family_name="Roy", chart_number=given)
    assert (person.clinic, person.name, person.chart_number) == (clinic, "Léa Roy", given or "00003")
    assert open_chart(by=physio, person_id=person.pk).entries == ()
    assert AuditEvent.objects.filter(action=Action.REGISTER, person_id=person.pk).count() == 1


def test_a_chart_number_is_given_once_in_a_clinic(physio: Actor, person: Person, other_clinic: Clinic) -> None:
    taken: dict[str, Any] = {"given_name": "Léa", "family_name": "Roy", "chart_number": person.chart_number}
    with pytest.raises(ValidationError, match=r"already exists|violated"):
        register_person(by=physio, **taken)
    assert register_person(by=build.an_actor(other_clinic), **taken).chart_number == person.chart_number


def test_an_account_of_another_clinic_gets_no_chart_here(physio: Actor, other_clinic: Clinic) -> None:
    with pytest.raises(ValidationError, match="another clinic"):
        register_person(
            by=physio, given_name="Léa", family_name="Roy", user=build.a_user(other_clinic, ROLES["patient"])
        )
    assert Person.objects.count() == 0


def test_late_reasons_are_kept(physio: Actor, person: Person) -> None:
    entry = sign_entry(
        by=physio,
        person_id=person.pk,
        on=build.DAY,
        kind="history",
        content=build.EXAMINATION,
        idempotency_key=uuid.uuid4(),
        reason="late entry: the power was out",
    )
    assert entry.reason == "late entry: the power was out"


@pytest.mark.parametrize("role", [PATIENT, RMT])
@pytest.mark.parametrize("section", ["plans", "assessments"])
def test_a_section_needs_its_own_permission_in_every_room(clinic: Clinic, role: Role, section: str) -> None:
    by = build.an_actor(clinic, role)
    person = build.a_person(clinic, user=by.user if role is PATIENT else None)
    with pytest.raises(PermissionDenied):
        build.an_entry(by, person, kind="home", content={section: []})
    assert not Entry.objects.exists()


def test_what_was_signed_meanwhile_keeps_a_checked_statement_out(physio: Actor, person: Person) -> None:
    seen = build.an_entry(physio, person)
    build.an_entry(physio, person, kind="history", content={"facts": {"osteoporosis": True}})
    with pytest.raises(ValidationError, match="Look at it again"):
        build.an_entry(physio, person, looked_at=seen.sha256)
    assert Entry.objects.count() == 2
