"""Several people write into one chart at the same moment."""

import threading
import uuid
from collections.abc import Callable

import pytest
from django.db import connection

from clinic.audit.models import AuditEvent
from clinic.audit.record import verify_log
from clinic.chart.chain import verify_chain
from clinic.chart.models import Entry
from tests.clinic import build

WRITERS = 4


def at_once(work: Callable[[], object]) -> list[object]:
    """Run `work` in several threads that start together; gives what each answered."""
    answers: list[object] = []
    start = threading.Barrier(WRITERS)

    def run() -> None:
        try:
            start.wait()
            answers.append(work())
        except Exception as error:  # noqa: BLE001  told to the test, which is in another thread
            answers.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_by_an_impatient_finger_is_one_entry() -> None:
    clinic = build.a_clinic()
    physio, person, key = build.an_actor(clinic), build.a_person(clinic), uuid.uuid4()
    answers = at_once(lambda: build.an_entry(physio, person, idempotency_key=key))
    assert answers == [Entry.objects.get()] * WRITERS
    assert AuditEvent.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_entries_signed_at_once_make_one_chain() -> None:
    clinic = build.a_clinic()
    physio, person = build.an_actor(clinic), build.a_person(clinic)
    answers = at_once(lambda: build.an_entry(physio, person))
    assert [type(answer) for answer in answers] == [Entry] * WRITERS
    assert verify_chain(person) is None
    assert verify_log(clinic.pk) is None


@pytest.mark.django_db(transaction=True)
def test_of_several_statements_that_were_checked_against_one_chart_one_is_signed() -> None:
    """Two plans that know nothing of each other do not both stand."""
    clinic = build.a_clinic()
    physio, person = build.an_actor(clinic), build.a_person(clinic)
    seen = build.an_entry(physio, person)
    answers = at_once(lambda: build.an_entry(physio, person, looked_at=seen.sha256))
    assert sorted(type(answer).__name__ for answer in answers) == ["Entry", *["ValidationError"] * (WRITERS - 1)]
    assert Entry.objects.count() == 2
    assert verify_chain(person) is None
