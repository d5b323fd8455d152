"""Case files come in whole, and go out with an event."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from clinic.accounts.models import Clinic
from clinic.accounts.roles import FRONT_DESK, RMT
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.words import Action
from clinic.chart.actions import Fragment, export_chart, import_case_file
from clinic.chart.chain import verify_chain
from clinic.chart.models import Entry, Person
from tests.clinic import build
from tests.clinic.conftest import Statements

FRAGMENTS = [Fragment(date(2026, 1, day), {**build.DIARY, "number": day}) for day in range(5, 12)]


def take_in(by: Actor, person: Person, **more: Any) -> list[Entry]:
    said: dict[str, Any] = {"fragments": FRAGMENTS, "source": "moreau.yaml", **more}
    said.setdefault("idempotency_key", uuid.uuid4())
    return import_case_file(by=by, person_id=person.pk, **said)


def test_every_fragment_becomes_an_entry_in_its_order(physio: Actor, person: Person) -> None:
    build.an_entry(physio, person)
    entries = take_in(physio, person)
    kept = list(Entry.objects.filter(kind="case file").values_list("pk", "on", "content", "reason"))
    assert kept == [
        (entry.pk, fragment.on, fragment.content, "moreau.yaml")
        for entry, fragment in zip(entries, FRAGMENTS, strict=True)
    ]
    assert verify_chain(person) is None


def test_it_is_one_event(physio: Actor, person: Person) -> None:
    entries = take_in(physio, person)
    event = AuditEvent.objects.get()
    assert (event.action, event.version_before, event.version_after) == (
        Action.IMPORT,
        "",
        entries[-1].sha256,
    )


def test_a_file_sent_twice_comes_in_once(physio: Actor, person: Person) -> None:
    key = uuid.uuid4()
    first = take_in(physio, person, idempotency_key=key)
    assert take_in(physio, person, idempotency_key=key) == first
    assert Entry.objects.count() == len(FRAGMENTS)


def test_one_bad_fragment_keeps_the_whole_file_out(physio: Actor, person: Person) -> None:
    future = Fragment(date(9999, 1, 1), build.DIARY)
    with pytest.raises(ValidationError, match="only later"):
        take_in(physio, person, fragments=[*FRAGMENTS, future])
    assert (Entry.objects.count(), AuditEvent.objects.count()) == (0, 0)


@pytest.mark.parametrize("fragments", [[], [Fragment(build.DAY, {})]])
def test_an_empty_file_is_refused(physio: Actor, person: Person, fragments: list[Fragment]) -> None:
    with pytest.raises(ValidationError, match="nothing to take in"):
        take_in(physio, person, fragments=fragments)


def test_a_long_diary_takes_no_more_statements_than_a_short_one(
    physio: Actor, person: Person, statements: Statements
) -> None:
    take_in(physio, person, fragments=FRAGMENTS[:1])
    before = len(statements.texts)
    take_in(physio, person, fragments=FRAGMENTS * 8)
    assert len(statements.texts) - before == 5


def test_taking_a_copy_is_an_event_of_its_own(physio: Actor, person: Person) -> None:
    entry = build.an_entry(physio, person)
    assert export_chart(by=physio, person_id=person.pk, reason="asked by the GP").entries == (entry,)
    event = AuditEvent.objects.order_by("-id")[0]
    assert (event.action, event.person_id, event.reason) == (Action.EXPORT, person.pk, "asked by the GP")


def test_patients_take_a_copy_of_their_own_chart(clinic: Clinic) -> None:
    patient, person = build.a_patient(clinic)
    assert export_chart(by=patient, person_id=person.pk).person == person


def test_who_may_not_take_copies_or_bring_files_in(person: Person, clinic: Clinic) -> None:
    with pytest.raises(PermissionDenied):
        export_chart(by=build.an_actor(clinic, RMT), person_id=person.pk)
    with pytest.raises(PermissionDenied):
        take_in(build.an_actor(clinic, FRONT_DESK), person)
    assert Entry.objects.count() == 0
