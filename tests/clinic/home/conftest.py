"""A person with a signed plan that has something to do at home."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import caches

from clinic import clock
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.home.plans import SIGNED, sign_plan
from tests.clinic.person import story


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    caches["verdicts"].clear()
    with clock.set_to(story.at(story.TODAY)):
        yield


@pytest.fixture
def patient(clinic: Any, physio: Actor) -> tuple[Actor, Person]:
    """Somebody with an account of their own, and a plan."""
    actor, person = build.a_patient(clinic)
    story.sign(physio, person, story.STARTED, "history", story.history())
    sign_plan(physio, person, SIGNED)
    return actor, person
