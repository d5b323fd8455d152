"""People with retests, and a reader of their progress pages."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from clinic import clock
from clinic.accounts.models import User
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.demo.charts import keep_chart
from concordant.record.read import read_plain
from tests.clinic.person import story
from tests.progress.courses import AFTER_8, BEFORE_16, RETEST, course, filled, rotated

TODAY = RETEST + timedelta(days=1)
Page = Any
Reader = Callable[..., Page]


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.set_to(story.at(TODAY)):
        yield


def responding(**changes: Any) -> dict[str, Any]:
    """Sixteen days to eight, less disability, and a neck that turns further: the worked example of retest 3.3."""
    case = filled(filled(course(BEFORE_16, AFTER_8, **changes), "ndi", 18, 12), "groc", None, 3)
    case["person"] = {**case.get("person", {}), "id": "x", "born": "1984-03-01", "sex": "female"}
    return rotated(rotated(case, 0, "right", 22), 1, "right", 36)


def kept(by: User, case: dict[str, Any], today: date = TODAY, name: str = "Moreau") -> Person:
    """The chart of a whole case, each piece signed on its day."""
    number = f"P{Person.objects.count():04}"
    with clock.set_to(story.at(today)):
        return keep_chart(
            by=by, chart_number=number, given_name="Ana", family_name=name, case=read_plain(case), today=today
        )


@pytest.fixture
def user(physio: Actor) -> User:
    assert physio.user is not None
    return physio.user


@pytest.fixture
def read(client: Client, user: User) -> Reader:
    """The progress page of a person as the physiotherapist sees it."""
    client.force_login(user)

    def page(person: Person, query: str = "") -> Page:
        return client.get(f"/people/{person.pk}/progress/{query}")

    return page
