"""A person after their first visit, whose assessment and plan are signed, and the form of a letter."""

import html
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from clinic import clock
from clinic.accounts.models import User
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic.person import story
from tests.clinic.plan.conftest import TODAY, form_of, in_pain, kept

Answer = Any
WHO = {
    "to": "Dr. Jordan Lee\n12 Quay Street\nNanaimo BC",
    "letterhead": "North Shore\n1 Main Street",
    "registration": "CHCPBC 12345",
    "number": "PHN 9012 372 173",
}


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.set_to(story.at(TODAY)):
        yield


@pytest.fixture
def user(physio: Actor) -> User:
    assert physio.user is not None
    return physio.user


@pytest.fixture
def desk(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def consenting(**changes: Any) -> dict[str, Any]:
    agreed = {"send_to_physician": TODAY.isoformat(), "send_to_payer": TODAY.isoformat()}
    return in_pain(consent_given=agreed, **changes)


@pytest.fixture
def unsigned(user: User) -> Person:
    return kept(user, consenting())


@pytest.fixture
def person(desk: Client, unsigned: Person) -> Person:
    answer = desk.post(f"/people/{unsigned.pk}/plan/", form_of(desk.get(f"/people/{unsigned.pk}/plan/")))
    assert answer.status_code == 302
    return unsigned


def fields(answer: Answer) -> dict[str, str]:
    """What the form on the screen would send."""
    text = answer.text.partition('<form method="post" action="/people')[2].partition("</form>")[0]
    found = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text))
    found |= dict(re.findall(r'<input id="[^"]*" name="([^"]+)"[^>]*? value="([^"]*)"', text))
    for name, value in re.findall(r'<textarea[^>]*? name="([^"]+)"[^>]*>\n(.*?)</textarea>', text, re.DOTALL):
        found[name] = value
    found.pop("csrfmiddlewaretoken", None)
    return {name: html.unescape(value) for name, value in found.items()}


@pytest.fixture
def write(desk: Client) -> Callable[..., Answer]:
    """Press a button of the form of a letter, with these changes. First the letter is shown."""

    def press(person: Person, do: str, kind: str = "first_assessment", query: str = "", **changes: str) -> Answer:
        url = f"/people/{person.pk}/letters/write/{kind}/{query}"
        shown = desk.post(url, {**fields(desk.get(url)), **WHO, "do": "show"})
        if do == "show":
            return shown
        return desk.post(url, {**fields(shown), **changes, "do": do})

    return press
