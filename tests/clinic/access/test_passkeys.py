"""What is sent instead of a passkey: refused in plain words, and never a fault of ours."""

import json
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clinic.access.passkeys import MOST
from clinic.accounts.models import Clinic, User
from clinic.accounts.roles import PATIENT
from clinic.audit.models import AuditEvent
from clinic.audit.words import Action
from tests.clinic import build
from tests.clinic.access.conftest import is_signed_in

USE, ADD = "/sign-in/passkey/", "/account/passkeys/add/"
WRONG: list[Any] = [
    "",
    "x",
    None,
    1,
    [],
    {},
    {"response": "x"},
    {"response": {"userHandle": "AAAA"}},
    {"response": {"userHandle": 5}},
    {"id": "AA", "rawId": "AA", "type": "public-key", "response": {"userHandle": "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5"}},
    {"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "AA", "attestationObject": "AA"}},
    {"id": "AA", "rawId": "AA", "type": "public-key",
     "response": {"clientDataJSON": "e30", "authenticatorData": "AA", "signature": "AA", "userHandle": "MQ"}},
]  # fmt: skip


@pytest.fixture
def own(client: Client, patient: User) -> Client:
    client.force_login(patient)
    return client


@pytest.mark.parametrize("credential", WRONG, ids=repr)
def test_signing_in_with_something_else(client: Client, patient: User, credential: Any) -> None:
    client.get(USE)
    answer = client.post(USE, {"credential": json.dumps(credential)})
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/")
    assert not is_signed_in(client)
    assert AuditEvent.objects.get().action == Action.SIGN_IN_FAILED


@pytest.mark.parametrize("credential", WRONG, ids=repr)
def test_adding_something_else(own: Client, credential: Any) -> None:
    own.get(ADD)
    page = own.post(ADD, {"name": "", "credential": json.dumps(credential)})
    assert page.status_code == 200
    assert page.context["form"].errors
    assert not Authenticator.objects.exists()


_words = st.sampled_from(["id", "rawId", "type", "response", "clientDataJSON", "attestationObject", "userHandle"])
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_words, inner, max_size=7),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(credential=_json)
def test_whatever_is_sent_is_no_fault(own: Client, credential: Any) -> None:
    own.get(ADD)
    assert own.post(ADD, {"credential": json.dumps(credential)}).status_code == 200
    visitor = Client(REMOTE_ADDR="192.0.2.1")
    visitor.get(USE)
    assert visitor.post(USE, {"credential": json.dumps(credential)}).status_code in {302, 429}
    assert not is_signed_in(visitor)


def test_a_challenge_is_needed(client: Client, patient: User) -> None:
    assert client.post(USE, {"credential": json.dumps(WRONG[-1])}).status_code == 302
    assert not is_signed_in(client)


@pytest.mark.parametrize(("wanted", "kept"), [("/my-chart/", True), ("https://evil.example/", False)])
def test_it_keeps_the_way_on(client: Client, db: None, wanted: str, kept: bool) -> None:
    page = client.get("/sign-in/", {"next": wanted}).text
    assert (f"/sign-in/passkey/?next={wanted}" in page) is kept
    assert (f'value="{wanted}"' in client.get(USE, {"next": wanted}).text) is kept


def test_guessing_is_limited(client: Client, db: None) -> None:
    codes = [client.post(USE, {"credential": "{}"}).status_code for _ in range(31)]
    assert codes == [302] * 30 + [429]


def test_the_device_is_told_to_know_its_owner(own: Client) -> None:
    asked = json.loads(own.get(ADD).context["options"])["publicKey"]
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert asked["authenticatorSelection"]["residentKey"] == "required"
    assert asked["rp"]["name"] == "Concordant"
    assert asked["user"]["name"] == "Ana Moreau"
    using = json.loads(Client().get(USE).context["options"])["publicKey"]
    assert using["userVerification"] == "required"
    assert not using.get("allowCredentials"), "nobody learns who has one"


def test_a_passkey_of_another_is_nobodys(own: Client, clinic: Clinic) -> None:
    other = build.a_user(clinic, PATIENT)
    theirs = Authenticator.objects.create(user=other, type="webauthn", data={"name": "theirs", "credential": {}})
    for page in ("name", "remove"):
        assert own.get(f"/account/passkeys/{theirs.pk}/{page}/").status_code == 404
        assert own.post(f"/account/passkeys/{theirs.pk}/{page}/", {"name": "mine"}).status_code == 404
    theirs.refresh_from_db()
    assert theirs.data["name"] == "theirs"


def test_an_account_holds_a_few(own: Client, patient: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clinic.access.views.own.passkeys_of", lambda _user: [None] * MOST)
    assert own.get(ADD)["Location"] == "/account/"


def test_staff_make_none(client: Client, clinic: Clinic) -> None:
    client.force_login(build.a_user(clinic))
    assert client.get(ADD).status_code == 404


@pytest.mark.parametrize(
    ("host", "secure", "works"),
    [
        ("localhost:8000", False, True),
        ("127.0.0.1:8000", False, False),
        ("clinic.example", True, True),
        ("clinic.example", False, False),
        ("192.0.2.5", True, False),
        ("[::1]:8000", True, False),
    ],
)
def test_where_a_passkey_can_be_made(own: Client, host: str, secure: bool, works: bool, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    text = own.get("/account/ways/", headers={"host": host}, secure=secure).text
    assert ("Add a passkey" in text) is works
    assert ("At this address no passkey can be made." in text) is not works
