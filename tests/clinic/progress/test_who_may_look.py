"""Who may open the page, and that looking is an event."""

import pytest
from django.test import Client

from clinic.accounts.models import Clinic, User
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PATIENT, RMT, Role
from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.conftest import Statements
from tests.clinic.progress.conftest import Reader, kept, responding


@pytest.fixture
def person(user: User) -> Person:
    return kept(user, responding())


def test_another_clinic_finds_nobody(client: Client, person: Person, other_clinic: Clinic) -> None:
    client.force_login(build.a_user(other_clinic))
    answer = client.get(f"/people/{person.pk}/progress/")
    assert answer.status_code == 404
    assert person.family_name not in answer.text
    assert AuditEvent.objects.order_by("-id")[0].result == "refused"


@pytest.mark.parametrize("role", [FRONT_DESK, PATIENT], ids=lambda role: role.key)
def test_those_who_do_not_open_charts_are_refused(client: Client, clinic: Clinic, person: Person, role: Role) -> None:
    client.force_login(build.a_user(clinic, role))
    answer = client.get(f"/people/{person.pk}/progress/")
    assert answer.status_code == 403
    assert person.family_name not in answer.text


def test_a_person_does_not_see_the_clinician_s_page_of_themselves(client: Client, clinic: Clinic) -> None:
    patient, own = build.a_patient(clinic)
    assert patient.user is not None
    client.force_login(patient.user)
    assert client.get(f"/people/{own.pk}/progress/").status_code == 403
    assert f"/people/{own.pk}/progress/" not in client.get(f"/people/{own.pk}/").text


@pytest.mark.parametrize("role", [RMT, CLINIC_LEAD], ids=lambda role: role.key)
def test_those_who_treat_see_it(client: Client, clinic: Clinic, person: Person, role: Role) -> None:
    client.force_login(build.a_user(clinic, role))
    assert "What to do next" in client.get(f"/people/{person.pk}/progress/").text


def test_nobody_without_signing_in(client: Client, person: Person) -> None:
    answer = client.get(f"/people/{person.pk}/progress/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")


def test_nothing_can_be_sent_to_it(read: Reader, client: Client, person: Person) -> None:
    read(person)
    assert client.post(f"/people/{person.pk}/progress/").status_code == 405


def test_each_look_leaves_one_event_and_asks_as_little_as_the_person_page(
    read: Reader, person: Person, user: User, statements: Statements
) -> None:
    events, asked = AuditEvent.objects.count(), len(statements.texts)
    read(person)
    # session, reader and clinic, person, entries with authors, turn to write, event, end of the log, clinic
    assert len(statements.texts) - asked <= 9
    event = AuditEvent.objects.order_by("-id")[0]
    assert AuditEvent.objects.count() == events + 1
    assert (event.action, event.person_id, event.result, event.who_id) == ("view", person.pk, "done", user.pk)
