"""Patients, mails, and work in the background done at once."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.core import mail
from django.test import Client

from clinic.access import background
from clinic.access.invitations import invite
from clinic.accounts.models import Clinic, User
from clinic.accounts.roles import FRONT_DESK, PATIENT
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic import build

BORN = date(1984, 3, 9)
FRENCH = {"Accept-Language": "fr-CA"}
ADDRESS = "ana@example.org"


@pytest.fixture(autouse=True)
def at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thread would not see what a test has written and not committed, and would write past its end."""
    if "live_server" in request.fixturenames:
        return

    def now(work: Callable[[], object]) -> None:
        work()

    monkeypatch.setattr(background, "later", now)


@pytest.fixture
def patient(clinic: Clinic) -> User:
    """Somebody with an account of their own, an address, and no password."""
    clinic.phone = "604-555-0142"
    clinic.save()
    user = build.a_user(clinic, PATIENT, first_name="Ana", last_name="Moreau", email=ADDRESS)
    user.set_unusable_password()
    user.save()
    build.a_person(clinic, user=user)
    return user


@pytest.fixture
def desk(clinic: Clinic) -> Actor:
    return build.an_actor(clinic, FRONT_DESK)


def path_in(text: str) -> str:
    """The first address of a mail, without the host."""
    found = re.search(r"https?://[^/\s]+(/\S+)", text)
    assert found, text
    return found[1]


def newest_mail() -> str:
    return str(mail.outbox[-1].body)


def link_for(client: Client, email: str = ADDRESS, **more: str) -> str:
    """Ask for a link; gives its address."""
    assert client.post("/sign-in/link/", {"email": email, **more}).status_code == 302
    return path_in(newest_mail())


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def invited(by: Actor, person: Person, email: str = "") -> str:
    """The address that an invitation opens."""
    _invitation, code = invite(by=by, person_id=person.pk, born=BORN, email=email, language="en-ca")
    return f"/welcome/{code}/"


def born(day: date = BORN) -> dict[str, str]:
    return {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
