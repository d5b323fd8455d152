"""The log: whole, in order, and never split even when many write at once."""

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent, AuditHead
from clinic.audit.record import record, refusals_recorded, verify_log
from clinic.audit.words import Action, Result, Subject
from tests.clinic import build, emptying

CHART = Subject("chart", "7", 7, "00007")


def look(by: Actor) -> AuditEvent:
    return record(by=by, action=Action.VIEW, subject=CHART)


def test_an_event_says_who_what_whose_when_and_from_where(clinic: Clinic) -> None:
    user = build.a_user(clinic, first_name="Ana", last_name="Bell")
    event = look(Actor(user, "192.0.2.7", "a browser"))
    event.refresh_from_db()
    assert (event.clinic_id, event.who_id, event.who_name, event.who_role) == (
        clinic.pk,
        user.pk,
        "Ana Bell",
        "physiotherapist",
    )
    assert (event.subject_kind, event.subject_id, event.person_id, event.chart_number) == (
        "chart",
        "7",
        7,
        "00007",
    )
    assert (event.action, event.result, event.address, event.device) == (
        Action.VIEW,
        Result.DONE,
        "192.0.2.7",
        "a browser",
    )


def test_events_outlive_the_account_they_tell_of(clinic: Clinic) -> None:
    user = build.a_user(clinic)
    look(Actor(user))
    user.delete()
    assert AuditEvent.objects.get().who_name == user.username


def test_each_clinic_has_a_chain_of_its_own(physio: Actor, other_clinic: Clinic) -> None:
    elsewhere = build.an_actor(other_clinic)
    first, other, second = look(physio), look(elsewhere), look(physio)
    assert [first.previous_sha256, other.previous_sha256] == ["", ""]
    assert second.previous_sha256 == first.sha256
    assert verify_log(physio.clinic_id) is None


def test_a_refusal_is_kept_though_it_undid_everything_else(physio: Actor) -> None:
    def refused() -> None:
        with refusals_recorded(by=physio, action=Action.VIEW, subject=CHART), transaction.atomic():
            look(physio)
            raise PermissionDenied("needs: something")

    with pytest.raises(PermissionDenied):
        refused()
    assert list(AuditEvent.objects.values_list("result", "reason")) == [(Result.REFUSED, "needs: something")]


def test_a_changed_event_is_named(physio: Actor) -> None:
    events = [look(physio) for _ in range(3)]
    with emptying.unprotected(), connection.cursor() as cursor:
        cursor.execute("UPDATE audit_auditevent SET who_name = 'nobody' WHERE id = %s", [events[1].pk])
    broken = verify_log(physio.clinic_id)
    assert broken is not None
    assert (broken.row_id, broken.why) == (events[1].pk, "it was changed after it was sealed")


def test_a_removed_event_is_noticed_at_the_next(physio: Actor) -> None:
    events = [look(physio) for _ in range(3)]
    with emptying.unprotected(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_auditevent WHERE id = %s", [events[1].pk])
    broken = verify_log(physio.clinic_id)
    assert broken is not None
    assert broken.row_id == events[2].pk


def test_a_removed_end_is_noticed(physio: Actor) -> None:
    events = [look(physio) for _ in range(3)]
    with emptying.unprotected(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_auditevent WHERE id = %s", [events[2].pk])
    broken = verify_log(physio.clinic_id)
    assert broken is not None
    assert (broken.row_id, broken.why) == (None, "events are missing at the end")


@pytest.mark.django_db(transaction=True)
def test_many_at_once_make_one_chain() -> None:
    physio = build.an_actor(build.a_clinic())
    failures: list[Exception] = []

    def write() -> None:
        try:
            for _ in range(5):
                look(physio)
        except Exception as error:  # noqa: BLE001  told to the test, which is in another thread
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert AuditEvent.objects.count() == 20
    assert verify_log(physio.clinic_id) is None
    assert AuditHead.objects.count() == 1
