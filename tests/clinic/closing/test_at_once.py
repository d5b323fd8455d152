"""Closing while something else happens to the same chart: one closes, nothing is lost, and every seal holds."""

import itertools
from datetime import date

import pytest
from django.http import Http404

from clinic.audit.models import AuditEvent
from clinic.audit.record import verify_log
from clinic.chart.chain import verify_chain
from clinic.chart.models import Entry, Person
from clinic.closing.close import Closed, close_account
from tests.clinic import build
from tests.clinic.chart.test_at_once import WRITERS, at_once

UNTIL = date(2042, 1, 12)


@pytest.mark.django_db(transaction=True)
def test_a_form_that_is_sent_several_times_closes_once() -> None:
    clinic = build.a_clinic()
    actor, person = build.a_patient(clinic)
    build.an_entry(build.an_actor(clinic), person)
    answers = at_once(lambda: close_account(by=actor, person_id=person.pk, kept_until=UNTIL, is_at_least=False))
    assert sorted(type(answer).__name__ for answer in answers) == ["Closed", *["Http404"] * (WRITERS - 1)]
    assert AuditEvent.objects.filter(action="close", result="done").count() == 1
    assert verify_log(clinic.pk) is None
    assert verify_chain(Person.objects.get(pk=person.pk)) is None


@pytest.mark.django_db(transaction=True)
def test_an_empty_chart_goes_whole_only_if_nothing_is_written_first() -> None:
    clinic = build.a_clinic()
    physio = build.an_actor(clinic)
    actor, person = build.a_patient(clinic)
    turns = itertools.count()

    def work() -> object:
        if next(turns) % 2:
            return build.an_entry(physio, person)
        return close_account(by=actor, person_id=person.pk, kept_until=UNTIL, is_at_least=False)

    answers = at_once(work)
    closed = next(answer for answer in answers if isinstance(answer, Closed))
    written = [answer for answer in answers if isinstance(answer, Entry)]
    assert all(isinstance(answer, Closed | Entry | Http404) for answer in answers), answers
    # What came before the closing keeps the chart; what came after it found nobody.
    assert (closed.kept_until is None) == (not written)
    assert Person.objects.filter(pk=person.pk).exists() == bool(written)
    assert Entry.objects.count() == len(written)
    assert verify_log(clinic.pk) is None
