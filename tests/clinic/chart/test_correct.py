"""Corrections: said anew, with the reason, and the first wording stays."""

import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD, RMT
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.audit.words import Action, Result
from clinic.chart.actions import correct_entry, open_chart
from clinic.chart.models import Entry, Person
from tests.clinic import build

BETTER: dict[str, Any] = {"visits": [{"date": "2026-01-12", "by": "physiotherapist", "facts": {}}]}


@pytest.fixture
def entry(physio: Actor, person: Person) -> Entry:
    return build.an_entry(physio, person)


def correct(by: Actor, entry: Entry, **more: Any) -> Entry:
    said: dict[str, Any] = {"content": BETTER, "reason": "read from the wrong side", **more}
    said.setdefault("idempotency_key", uuid.uuid4())
    return correct_entry(by=by, entry_id=entry.pk, **said)


def test_a_correction_names_what_it_corrects_and_why(physio: Actor, entry: Entry) -> None:
    correction = correct(physio, entry)
    assert (correction.corrects, correction.reason) == (entry, "read from the wrong side")
    assert (correction.on, correction.kind, correction.person) == (entry.on, entry.kind, entry.person)
    event = AuditEvent.objects.order_by("-id")[0]
    assert (event.action, event.version_before, event.version_after, event.reason) == (
        Action.CORRECT,
        entry.sha256,
        correction.sha256,
        correction.reason,
    )


def test_the_first_wording_stays(physio: Actor, entry: Entry) -> None:
    correct(physio, entry)
    entry.refresh_from_db()
    assert entry.content == build.EXAMINATION


@pytest.mark.parametrize("reason", ["", "  "])
def test_no_correction_without_a_reason(physio: Actor, entry: Entry, reason: str) -> None:
    with pytest.raises(ValidationError, match="Say why"):
        correct(physio, entry, reason=reason)
    assert Entry.objects.count() == 1


def test_the_database_wants_the_reason_too(entry: Entry) -> None:
    bare = Entry(
        person=entry.person,
        on=entry.on,
        recorded_at=entry.recorded_at,
        author=entry.author,
        content={},
        corrects=entry,
        idempotency_key=uuid.uuid4(),
    )
    bare.seal_after(entry.sha256)
    with pytest.raises(IntegrityError, match="correction_has_reason"), transaction.atomic():
        bare.save()


def test_there_is_one_newest_word(physio: Actor, entry: Entry) -> None:
    second = correct(physio, entry)
    with pytest.raises(ValidationError, match=f"entry {second.pk}"):
        correct(physio, entry)
    third = correct(physio, second)
    assert open_chart(by=physio, person_id=entry.person_id).in_force() == (third,)


def test_a_correction_sent_twice_is_one(physio: Actor, entry: Entry) -> None:
    key = uuid.uuid4()
    assert correct(physio, entry, idempotency_key=key) == correct(physio, entry, idempotency_key=key)
    assert Entry.objects.count() == 2


def test_an_entry_can_be_taken_back_altogether(physio: Actor, entry: Entry) -> None:
    correct(physio, entry, content={}, reason="belongs to another chart")
    chart = open_chart(by=physio, person_id=entry.person_id)
    assert chart.in_force() == ()
    assert len(chart.entries) == 2


def test_a_colleague_does_not_correct_it_but_the_lead_does(physio: Actor, entry: Entry, clinic: Clinic) -> None:
    with pytest.raises(PermissionDenied):
        correct(build.an_actor(clinic, RMT), entry)
    assert AuditEvent.objects.order_by("-id")[0].result == Result.REFUSED
    lead = build.an_actor(clinic, CLINIC_LEAD)
    assert correct(lead, entry).author == lead.user


def test_an_entry_of_another_clinic_is_not_there(entry: Entry, other_clinic: Clinic) -> None:
    with pytest.raises(Http404):
        correct(build.an_actor(other_clinic, CLINIC_LEAD), entry)
    assert Entry.objects.count() == 1


def test_what_was_known_on_an_earlier_day(physio: Actor, person: Person) -> None:
    def at(day: int) -> datetime:
        return datetime(2026, 1, day, 12, tzinfo=UTC)

    with clock.set_to(at(12)):
        first = build.an_entry(physio, person)
    with clock.set_to(at(14)):
        second = correct(physio, first)
    chart = open_chart(by=physio, person_id=person.pk)
    assert [chart.in_force(known_at=at(day)) for day in (11, 12, 13, 14)] == [
        (),
        (first,),
        (first,),
        (second,),
    ]
