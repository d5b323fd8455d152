"""Who may open the page, and that looking is an event."""

import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, RMT, Role
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.person import story
from tests.clinic.person.conftest import Reader

ADDRESSES = ["", "entries/", "diagnoses/A/11.2.1/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_another_clinic_finds_nobody(client: Client, cared_for: Person, other_clinic: Clinic, address: str) -> None:
    client.force_login(build.a_user(other_clinic))
    answer = client.get(f"/people/{cared_for.pk}/{address}")
    assert answer.status_code == 404
    assert cared_for.family_name not in answer.text
    assert AuditEvent.objects.order_by("-id")[0].result == "refused"


@pytest.mark.parametrize("address", ["/people/999999/", "/people/9999999999999999999999/", "/people/0/"])
def test_nobody_there(read: Reader, client: Client, person: Person, address: str) -> None:
    read(person)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_front_desk_is_refused_in_plain_words(
    client: Client, clinic: Clinic, cared_for: Person, address: str
) -> None:
    client.force_login(build.a_user(clinic, FRONT_DESK))
    answer = client.get(f"/people/{cared_for.pk}/{address}")
    assert answer.status_code == 403
    assert "Your role does not include this page." in answer.text
    assert cared_for.family_name not in answer.text


@pytest.mark.parametrize("role", [RMT, CLINIC_LEAD], ids=lambda role: role.key)
def test_those_who_treat_see_all_of_it(client: Client, clinic: Clinic, cared_for: Person, role: Role) -> None:
    client.force_login(build.a_user(clinic, role))
    assert "Cervicogenic headache" in client.get(f"/people/{cared_for.pk}/").text


@pytest.mark.parametrize("address", ADDRESSES)
def test_nobody_without_signing_in(client: Client, cared_for: Person, address: str) -> None:
    answer = client.get(f"/people/{cared_for.pk}/{address}")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_look_leaves_one_event(
    read: Reader, client: Client, physio: Actor, cared_for: Person, address: str
) -> None:
    read(cared_for)
    before = AuditEvent.objects.count()
    client.get(f"/people/{cared_for.pk}/{address}")
    event = AuditEvent.objects.order_by("-id")[0]
    assert AuditEvent.objects.count() == before + 1
    assert (event.action, event.person_id, event.result) == ("view", cared_for.pk, "done")
    assert physio.user is not None
    assert event.who_id == physio.user.pk


def test_the_list_of_people_leads_here(read: Reader, client: Client, person: Person) -> None:
    read(person)
    assert f'href="/people/{person.pk}/"' in client.get("/people/").text


def test_a_chart_that_does_not_add_up_says_so(read: Reader, client: Client, physio: Actor, person: Person) -> None:
    story.sign(physio, person, story.STARTED, "history", {"facts": {"no_such_fact": True}})
    answer = read(person)
    assert answer.status_code == 500
    assert "treat this person as not screened" in answer.text
    assert "no_such_fact" in answer.text
    assert "This chart cannot be read" in client.get("/").text
