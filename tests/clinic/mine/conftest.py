"""A patient of their own account with a course of care, a signed plan, and a day on which they look."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.home.plans import FOUR, a_plan
from tests.clinic.person import story

PLANNED = story.FIRST_TREATMENT
MASSAGE: dict[str, Any] = {"intervention": "suboccipital_release"}
TALK: dict[str, Any] = {"intervention": "education_core"}


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    caches["verdicts"].clear()
    with clock.set_to(story.at(story.TODAY)):
        yield


@pytest.fixture
def patient(clinic: Clinic, physio: Actor) -> tuple[Actor, Person]:
    actor, person = build.a_patient(clinic)
    story.with_course(physio, person)
    plan = a_plan(
        *FOUR,
        MASSAGE,
        TALK,
        on=PLANNED,
        goals=[{"says": "Drive for an hour"}],
        visits_per_week={"physiotherapist": 1, "rmt": 0.5},
        retest="2026-04-06",
    )
    story.sign(physio, person, PLANNED, "treatment", plan)
    return actor, person


@pytest.fixture
def own(client: Client, patient: tuple[Actor, Person]) -> Client:
    assert patient[0].user is not None
    client.force_login(patient[0].user)
    return client
