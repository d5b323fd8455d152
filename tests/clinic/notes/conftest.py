"""It is the third day after a plan was signed; a massage therapist and a physiotherapist have the chart open."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import RMT
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.forms.sending import signed_in
from tests.clinic.notes import care
from tests.clinic.person import story


@pytest.fixture(autouse=True)
def today(request: pytest.FixtureRequest) -> Iterator[None]:
    """In a browser it is the real day: its server has a clock of its own."""
    caches["verdicts"].clear()
    if "browser" in request.node.name or "page" in request.fixturenames:
        yield
        return
    with clock.set_to(story.at(story.TODAY)):
        yield


@pytest.fixture
def cared_for(physio: Actor, person: Person) -> Person:
    story.with_course(physio, person)
    care.points(physio, person)
    care.with_plan(physio, person)
    return person


@pytest.fixture
def rmt(clinic: Clinic) -> Actor:
    return build.an_actor(clinic, RMT)


@pytest.fixture
def hands(rmt: Actor) -> Client:
    """The browser of the massage therapist."""
    return signed_in(Client(), rmt)


@pytest.fixture
def desk(physio: Actor) -> Client:
    """The browser of the physiotherapist."""
    return signed_in(Client(), physio)
