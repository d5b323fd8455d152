"""A clinic in the middle of one course of care, and readers of its pages."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from clinic import clock
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic.person import story

Page = Any
Reader = Callable[..., Page]


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """It is the day on which the story stands."""
    caches["verdicts"].clear()
    with clock.set_to(story.at(story.TODAY)):
        yield


@pytest.fixture
def cared_for(physio: Actor, person: Person) -> Person:
    return story.with_course(physio, person)


@pytest.fixture
def read(client: Client, physio: Actor) -> Reader:
    """The page of a person as the physiotherapist sees it."""
    assert physio.user is not None
    client.force_login(physio.user)

    def page(person: Person, query: str = "") -> Page:
        return client.get(f"/people/{person.pk}/{query}")

    return page
