"""Signing in and out, and what is kept of it."""

import pytest
from django.contrib.auth.hashers import check_password
from django.test import Client
from django.urls import NoReverseMatch, reverse

from clinic.accounts.adapters import AccountAdapter
from clinic.accounts.models import Clinic, User
from clinic.audit.actor import NO_CLINIC
from clinic.audit.models import AuditEvent
from clinic.audit.words import Action, Result
from tests.clinic import build

SIGN_IN = "/sign-in/"


@pytest.fixture
def user(clinic: Clinic) -> User:
    return build.a_user(clinic, username="ana", first_name="Ana", last_name="Bell")


def sign_in(client: Client, username: str = "ana", password: str = build.PASSWORD) -> int:
    return client.post(SIGN_IN, {"login": username, "password": password}).status_code


def events() -> list[tuple[int, str, str, str, str]]:
    fields = ("clinic_id", "who_name", "action", "result", "subject_id")
    return list(AuditEvent.objects.values_list(*fields))


def test_in_and_out(client: Client, user: User) -> None:
    answer = client.post(SIGN_IN, {"login": "ana", "password": build.PASSWORD}, follow=True)
    assert answer.redirect_chain == [("/", 302)]
    assert "Ana Bell" in answer.text
    answer = client.post("/sign-out/", follow=True)
    assert answer.redirect_chain == [(SIGN_IN, 302)]
    assert client.get("/people/").status_code == 302
    assert events()[0] == (user.clinic_id, "Ana Bell", Action.SIGN_IN, Result.DONE, str(user.pk))
    assert events()[-1] == (user.clinic_id, "Ana Bell", Action.SIGN_OUT, Result.DONE, str(user.pk))


def test_a_wrong_password_is_kept_as_an_attempt_on_the_account_by_nobody_known(client: Client, user: User) -> None:
    assert sign_in(client, password="wrong") == 200
    assert events() == [(user.clinic_id, "", Action.SIGN_IN_FAILED, Result.REFUSED, str(user.pk))]
    event = AuditEvent.objects.get()
    assert (event.who_id, event.address) == (None, "127.0.0.1")


def test_an_unknown_name_is_not_kept(client: Client, user: User) -> None:
    assert sign_in(client, username="my secret typed in the wrong field") == 200
    assert events() == [(NO_CLINIC, "", Action.SIGN_IN_FAILED, Result.REFUSED, "")]
    assert "secret" not in str(AuditEvent.objects.values().get())


def test_both_failures_answer_alike(client: Client, user: User) -> None:
    def errors(**given: str) -> dict[str, list[str]]:
        return client.post(SIGN_IN, {"login": "ana", "password": "wrong", **given}).context["form"].errors

    assert errors() == errors(login="nobody")


def test_guessing_is_stopped_even_when_the_guess_is_right_at_last(client: Client, user: User) -> None:
    for _ in range(5):
        sign_in(client, password="wrong")
    answer = client.post(SIGN_IN, {"login": "ana", "password": build.PASSWORD})
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


def test_a_closed_account_does_not_get_in(client: Client, user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)
    sign_in(client)
    assert "_auth_user_id" not in client.session


def test_nobody_makes_an_account_for_themselves(client: Client, user: User) -> None:
    assert AccountAdapter().is_open_for_signup(client.get(SIGN_IN).wsgi_request) is False
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_the_password_is_changed_with_the_old_one(client: Client, user: User) -> None:
    client.force_login(user)
    new = "another long enough password"
    answer = client.post(
        reverse("account_change_password"),
        {"oldpassword": build.PASSWORD, "password1": new, "password2": new},
        follow=True,
    )
    assert answer.redirect_chain == [("/account/", 302)]
    user.refresh_from_db()
    assert check_password(new, user.password)
    assert Action.PASSWORD in AuditEvent.objects.values_list("action", flat=True)


def test_after_signing_in_one_arrives_where_one_wanted_to_go(client: Client, user: User) -> None:
    asked = client.get("/people/register/")
    assert asked["Location"] == f"{SIGN_IN}?next=/people/register/"
    answer = client.post(asked["Location"], {"login": "ana", "password": build.PASSWORD, "next": "/people/register/"})
    assert answer["Location"] == "/people/register/"


def test_after_signing_in_nobody_is_sent_elsewhere(client: Client, user: User) -> None:
    answer = client.post(SIGN_IN, {"login": "ana", "password": build.PASSWORD, "next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"


def test_one_sees_ones_role_in_plain_words(client: Client, user: User) -> None:
    client.force_login(user)
    text = client.get("/account/").text
    assert "Physiotherapist" in text
    assert "Registers people, takes the history" in text
