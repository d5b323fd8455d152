"""The person's own page: plain words, and nothing that is the clinic's."""

import re

import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.person import story

CLINIC_ONLY = [
    "Cervicogenic",
    "11.2.1",
    "ICHD",
    "criteri",
    "diagnos",
    "red flag",
    "manual therapy",
    "thrust",
    "screened",
    "measurement error",
    "Flexion-rotation",
    "palpation",
    "Verdict",
    "entry ",
    "provisional",
]


@pytest.fixture
def own(clinic: Clinic, physio: Actor, client: Client) -> Person:
    patient, person = build.a_patient(clinic)
    story.with_course(physio, person)
    assert patient.user is not None
    client.force_login(patient.user)
    return person


def test_goal_days_and_tests_in_plain_words(client: Client, own: Person) -> None:
    text = client.get("/my-chart/", follow=True).text
    assert "Sit through a full day of work without a headache" in text
    assert "Your last four weeks" in text
    assert "My progress" in text
    assert "How far you can turn your head to this side." in text
    assert 'class="calendar"' in text


def test_nothing_that_is_for_clinicians(client: Client, own: Person) -> None:
    text = client.get(f"/people/{own.pk}/").text
    seen = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text[text.index("<main") :]))
    assert [word for word in CLINIC_ONLY if word.lower() in seen.lower()] == []


def test_clinical_pages_stay_closed(client: Client, own: Person) -> None:
    assert client.get(f"/people/{own.pk}/diagnoses/A/11.2.1/").status_code == 403


def test_other_people_are_not_there(client: Client, own: Person, person: Person) -> None:
    assert client.get(f"/people/{person.pk}/").status_code == 404


def test_what_cannot_wait_is_said_without_naming_it(client: Client, own: Person, physio: Actor) -> None:
    assert "A doctor should see you today" not in client.get(f"/people/{own.pk}/").text
    visit = {"date": story.RETEST.isoformat(), "facts": {"neuro_deficit_new": True}}
    story.sign(physio, own, story.RETEST, "safety", {"visits": [visit]})
    text = client.get(f"/people/{own.pk}/").text
    assert "A doctor should see you today" in text
    assert "neurological" not in text


def test_an_empty_diary_says_what_to_do(client: Client, clinic: Clinic) -> None:
    patient, person = build.a_patient(clinic)
    assert patient.user is not None
    client.force_login(patient.user)
    assert "Your diary is still empty." in client.get(f"/people/{person.pk}/").text


def test_an_account_without_a_chart(client: Client, clinic: Clinic, own: Person) -> None:
    from clinic.accounts.roles import PATIENT

    client.force_login(build.a_user(clinic, PATIENT))
    assert client.get("/my-chart/").status_code == 404
