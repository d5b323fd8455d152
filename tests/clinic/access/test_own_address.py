"""One's own address: kept when the code that went there comes back."""

import re
import time

import pytest
from django.core import mail
from django.test import Client

from clinic.accounts.models import Clinic, User
from clinic.audit.models import AuditEvent
from clinic.audit.words import Action
from tests.clinic import build
from tests.clinic.access.conftest import ADDRESS, newest_mail

NEW = "new@example.org"


@pytest.fixture
def own(client: Client, patient: User) -> Client:
    client.force_login(patient)
    return client


def code_for(client: Client, email: str = NEW) -> str:
    assert client.post("/account/address/", {"email": email})["Location"] == "/account/address/code/"
    found = re.search(r"\b\d{6}\b", newest_mail())
    assert found
    return found[0]


def address_of(user: User) -> str:
    return User.objects.get(pk=user.pk).email


def test_a_new_address(own: Client, patient: User) -> None:
    code = code_for(own)
    assert address_of(patient) == ADDRESS, "not before it has come back"
    assert NEW in own.get("/account/address/code/").text
    own.post("/account/address/code/", {"code": f" {code[:3]} {code[3:]}"})
    assert address_of(patient) == NEW
    assert (mail.outbox[-1].to, mail.outbox[-1].subject) == ([ADDRESS], "Your address was changed")
    event = AuditEvent.objects.get(action=Action.ADDRESS)
    assert (event.who_id, event.reason) == (patient.pk, "set")
    assert NEW not in str(AuditEvent.objects.values().get(pk=event.pk))


def test_five_guesses_end_it(own: Client, patient: User) -> None:
    code = code_for(own)
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    for _ in range(5):
        own.post("/account/address/code/", {"code": wrong})
    own.post("/account/address/code/", {"code": code})
    assert address_of(patient) == ADDRESS


def test_a_code_works_once_and_for_the_newest_address_alone(own: Client, patient: User) -> None:
    first = code_for(own)
    second = code_for(own, "newer@example.org")
    if first != second:
        own.post("/account/address/code/", {"code": first})
        assert address_of(patient) == ADDRESS
    own.post("/account/address/code/", {"code": second})
    assert address_of(patient) == "newer@example.org"
    assert own.post("/account/address/code/", {"code": second})["Location"] == "/account/address/"


def test_after_a_quarter_of_an_hour_it_has_ended(own: Client, patient: User, monkeypatch: pytest.MonkeyPatch) -> None:
    code = code_for(own)
    later = time.time() + 901
    monkeypatch.setattr("clinic.access.own_address.time.time", lambda: later)
    assert own.post("/account/address/code/", {"code": code})["Location"] == "/account/address/"
    assert address_of(patient) == ADDRESS


def test_a_code_of_somebody_else_is_worth_nothing(own: Client, patient: User, clinic: Clinic) -> None:
    code = code_for(own)
    other = Client()
    other.force_login(build.a_patient(clinic)[0].user)  # type: ignore[arg-type]
    assert other.post("/account/address/code/", {"code": code})["Location"] == "/account/address/"


def test_asking_is_limited(own: Client, patient: User) -> None:
    codes = [own.post("/account/address/", {"email": NEW}).status_code for _ in range(4)]
    assert codes == [302, 302, 302, 429]


def test_the_only_way_in_is_not_taken_away(own: Client, patient: User) -> None:
    page = own.post("/account/address/remove/", follow=True)
    assert "This is your only way in." in page.text
    assert address_of(patient) == ADDRESS
    patient.set_password(build.PASSWORD)
    patient.save()
    own.force_login(patient)
    own.post("/account/confirm/", {"password": build.PASSWORD})
    own.post("/account/address/remove/")
    assert address_of(patient) == ""
    assert AuditEvent.objects.get(action=Action.ADDRESS).reason == "removed"


def test_with_a_password_it_is_asked_for_first(own: Client, patient: User) -> None:
    patient.set_password(build.PASSWORD)
    patient.save()
    own.force_login(patient)
    for address in ("/account/address/", "/account/passkeys/add/"):
        assert own.get(address)["Location"].startswith("/account/confirm/")


@pytest.mark.parametrize(
    "address",
    ["/account/ways/", "/account/address/code/", "/account/passkeys/1/name/", "/account/passkeys/1/remove/"],
)
def test_staff_have_none_of_these_pages(client: Client, clinic: Clinic, address: str) -> None:
    client.force_login(build.a_user(clinic))
    assert client.get(address).status_code in {302, 404}
    assert "By passkey" not in client.get("/account/").text


def test_the_account_page_shows_the_ways_in(own: Client, patient: User) -> None:
    text = own.get("/account/").text
    assert f"We mail links to {ADDRESS}." in text
    assert "Change password" not in text
    assert patient.username not in text
