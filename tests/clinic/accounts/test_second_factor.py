"""Authenticator apps and recovery codes."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Clinic, User
from clinic.audit.models import AuditEvent
from clinic.audit.words import Action
from tests.clinic import build


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def sign_in(client: Client) -> None:
    client.post("/sign-in/", {"login": "ana", "password": build.PASSWORD})


def a_recovery_code(user: User) -> str:
    codes = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES)
    code: str = codes.wrap().get_unused_codes()[0]
    return code


def confirm(client: Client) -> None:
    """Changes of how one signs in ask for the password once more."""
    client.post(reverse("account_reauthenticate"), {"password": build.PASSWORD})


@pytest.fixture
def user(clinic: Clinic) -> User:
    return build.a_user(clinic, username="ana")


@pytest.fixture
def secret(client: Client, user: User, django_capture_on_commit_callbacks: Any) -> str:
    """Sign in, switch the second factor on, sign out; gives the secret inside the app."""
    sign_in(client)
    confirm(client)
    page = client.get(reverse("mfa_activate_totp"))
    secret: str = page.context["form"].secret
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    assert answer.status_code == 302
    client.post("/sign-out/")
    return secret


def test_the_page_shows_the_secret_as_picture_and_as_text(client: Client, user: User) -> None:
    sign_in(client)
    confirm(client)
    page = client.get(reverse("mfa_activate_totp"))
    assert page.context["form"].secret in page.text
    assert 'src="data:image/svg+xml' in page.text


def test_the_password_alone_no_longer_opens_the_account(client: Client, secret: str) -> None:
    answer = client.post("/sign-in/", {"login": "ana", "password": build.PASSWORD})
    assert answer["Location"].startswith(reverse("mfa_authenticate"))
    assert client.get("/people/").status_code == 302


def test_switching_it_on_asks_for_the_password_again(client: Client, user: User) -> None:
    sign_in(client)
    answer = client.get(reverse("mfa_activate_totp"))
    assert answer["Location"].startswith(reverse("account_reauthenticate"))


def test_a_wrong_code_is_refused_and_kept(client: Client, user: User, secret: str) -> None:
    sign_in(client)
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    event = AuditEvent.objects.last()
    assert event is not None
    assert (event.action, event.subject_id, event.who_id) == (Action.SIGN_IN_FAILED, str(user.pk), None)


def test_a_recovery_code_opens_the_account_when_the_app_is_lost(client: Client, user: User, secret: str) -> None:
    sign_in(client)
    client.post(reverse("mfa_authenticate"), {"code": a_recovery_code(user)})
    assert client.get("/people/").status_code == 200


def test_the_secret_lies_encrypted_in_the_database(user: User, secret: str) -> None:
    stored = [str(data) for data in Authenticator.objects.values_list("data", flat=True)]
    assert len(stored) == 2
    assert not any(secret in data for data in stored)


def test_switching_it_on_is_an_event(user: User, secret: str) -> None:
    reasons = AuditEvent.objects.filter(action=Action.SECOND_FACTOR).values_list("reason", flat=True)
    assert set(reasons) == {"added"}


@pytest.mark.parametrize(
    "name", ["mfa_index", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp"]
)
def test_its_pages_stand_in_our_frame_and_run_no_script(client: Client, secret: str, user: User, name: str) -> None:
    sign_in(client)
    client.post(reverse("mfa_authenticate"), {"code": a_recovery_code(user)})
    confirm(client)
    page = client.get(reverse(name))
    assert page.status_code == 200
    assert 'class="skip-link"' in page.text
    assert "<script" not in page.text
