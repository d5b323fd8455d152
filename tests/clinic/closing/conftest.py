"""A patient who has just signed in by their password."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.person import story


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    caches["verdicts"].clear()
    with clock.set_to(story.at(story.TODAY)):
        yield


@pytest.fixture
def patient(clinic: Clinic) -> tuple[Actor, Person]:
    clinic.phone = "604 555 0100"
    clinic.save()
    actor, person = build.a_patient(clinic)
    assert actor.user is not None
    actor.user.first_name, actor.user.email, actor.user.language = "Jo", "jo@example.org", "fr-ca"
    actor.user.save()
    return actor, person


def signed_in(client: Client, actor: Actor) -> Client:
    assert actor.user is not None
    client.post("/sign-in/", {"login": actor.user.username, "password": build.PASSWORD})
    client.post("/language/", {"language": "en-ca"})
    return client


@pytest.fixture
def own(client: Client, patient: tuple[Actor, Person]) -> Client:
    return signed_in(client, patient[0])
