"""What a browser is told it may do with our pages."""

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.test import Client, override_settings

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import CLINIC_LEAD
from tests.clinic import build

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
}
PUBLIC = ["/sign-in/", "/nowhere/", "/static/clinic/concordant.css"]


@pytest.mark.parametrize("address", PUBLIC)
def test_every_answer_carries_the_policy(client: Client, db: None, address: str) -> None:
    answer = client.get(address)
    answer.close()
    policy = answer["Content-Security-Policy"]
    assert {directive.strip() for directive in policy.split(";")} == POLICY


def test_other_headers(client: Client, db: None) -> None:
    headers = client.get("/sign-in/").headers
    assert {name: headers[name] for name in ("X-Frame-Options", "Referrer-Policy", "X-Content-Type-Options")} == {
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }


def test_pages_of_someone_signed_in_are_not_cached(client: Client, clinic: Clinic) -> None:
    client.force_login(build.a_user(clinic))
    assert client.get("/people/")["Cache-Control"] == "private, no-store"


def test_cookies_stay_with_us(client: Client, clinic: Clinic) -> None:
    user = build.a_user(clinic)
    client.get("/sign-in/")
    client.post("/sign-in/", {"login": user.username, "password": build.PASSWORD})
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        assert client.cookies[name]["samesite"] == "Strict"
        assert client.cookies[name]["httponly"] is True


def test_a_form_from_elsewhere_is_refused_in_plain_words(db: None) -> None:
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"login": "x", "password": "y"})
    assert answer.status_code == 403
    assert "This form is too old" in answer.text


def test_pages_travel_compressed(client: Client, db: None) -> None:
    answer = client.get("/sign-in/", headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert len(answer.content) < 3_000


def test_when_a_session_ended_a_part_of_a_page_asks_for_the_whole(client: Client, db: None) -> None:
    answer = client.get("/people/", headers={"hx-request": "true"})
    assert (answer.status_code, answer["HX-Refresh"]) == (204, "true")


def test_times_are_those_of_the_clinic(client: Client, clinic: Clinic) -> None:
    clinic.time_zone = "America/Halifax"
    clinic.save()
    with clock.set_to(datetime(2026, 3, 3, 3, 30, tzinfo=UTC)):
        client.force_login(build.a_user(clinic, CLINIC_LEAD))
    assert "2 Mar 2026, 11:30 p.m." in client.get("/audit/").text


@override_settings(DEBUG=False)
def test_a_wrong_host_gets_a_plain_page(client: Client, db: None) -> None:
    answer = client.get("/sign-in/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "This request cannot be read" in answer.text
