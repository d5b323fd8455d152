from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.forms.sending import signed_in
from tests.clinic.person import story


@pytest.fixture(autouse=True)
def today(db: None) -> Iterator[None]:
    cache.clear()
    with clock.set_to(story.at(story.TODAY)):
        yield


@pytest.fixture
def patient(clinic: Clinic) -> tuple[Actor, Person]:
    return build.a_patient(clinic)


@pytest.fixture
def own(client: Client, patient: tuple[Actor, Person]) -> Client:
    return signed_in(client, patient[0])
