"""What is said when something fails."""

import pytest
from django.test import Client
from django.urls import path
from django.views.defaults import server_error

from clinic import urls
from clinic.accounts.models import Clinic
from clinic.accounts.roles import FRONT_DESK, PATIENT
from tests.clinic import build

handler500 = server_error


def _broken(request: object) -> None:
    raise RuntimeError("a secret inside")


urlpatterns = [*urls.urlpatterns, path("broken/", _broken)]  # type: ignore[arg-type]


def test_nothing_there(client: Client, db: None) -> None:
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text


def test_not_open_to_you(client: Client, clinic: Clinic) -> None:
    client.force_login(build.a_user(clinic, FRONT_DESK))
    answer = client.get("/audit/")
    assert answer.status_code == 403
    assert "This is not open to you" in answer.text


@pytest.mark.urls("tests.clinic.pages.test_errors")
def test_our_fault(clinic: Clinic) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(build.a_user(clinic))
    answer = client.get("/broken/")
    assert answer.status_code == 500
    assert "What you had signed before is safe" in answer.text
    assert "secret" not in answer.text


def test_too_many_attempts(client: Client, db: None) -> None:
    for _ in range(31):
        answer = client.post("/sign-in/", {"login": "x", "password": "y"})
    assert answer.status_code == 429
    assert "Too many attempts" in answer.text


def test_each_role_arrives_somewhere(client: Client, clinic: Clinic) -> None:
    patient, _person = build.a_patient(clinic)
    assert patient.user is not None
    client.force_login(patient.user)
    text = client.get("/").text
    assert "see who looked, or close your account" in text
    assert "/people/" not in text


def test_a_patient_without_a_chart_arrives_too(client: Client, clinic: Clinic) -> None:
    client.force_login(build.a_user(clinic, PATIENT))
    assert client.get("/").status_code == 200
