"""The plan for the time after care."""

from datetime import timedelta
from typing import Any

from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.home.test_programme import seen, signed_in
from tests.clinic.person import story

Patient = tuple[Actor, Person]


def page(client: Client, by: Actor, person: Person) -> str:
    return seen(signed_in(client, by).get(f"/people/{person.pk}/home/later/").text)


def test_before_a_plan_there_is_nothing_to_make_it_from(client: Client, clinic: Any) -> None:
    by, person = build.a_patient(clinic)
    words = page(client, by, person)
    assert "No plan is signed yet." in words
    assert "Keep it up" not in words


def test_it_is_made_from_the_plan_and_their_own_words(client: Client, patient: Patient) -> None:
    by, person = patient
    words = page(client, by, person)
    assert "From the plan that was signed on 14 Jan 2026. Care goes on for now." in words
    assert "Sit through a full day of work without a headache" in words
    assert "Small nod, lying down : 1 set × 10 times × 10 seconds, 2 times a day" in words
    assert "Go back to the first, easy exercises." in words
    assert "is set when your care ends" in words
    assert "Read the signs that need help at once" in words


def test_what_is_known_to_bring_it_on_is_watched_for_and_nothing_else(
    client: Client, physio: Actor, patient: Patient
) -> None:
    by, person = patient
    assert "A run of poor nights." not in page(client, by, person)
    row = {"date": story.RETEST.isoformat(), "measure": "isi", "value": 12}
    story.sign(physio, person, story.RETEST, "questionnaire", {"outcomes": [row]})
    words = page(client, by, person)
    assert "A run of poor nights." in words
    assert "A time of more stress." not in words


def discharge(by: Actor, person: Person) -> None:
    day = story.TODAY.isoformat()
    story.sign(by, person, story.TODAY, "history", {"facts": {"discharge_date": day}})


def test_the_number_that_means_come_back(client: Client, physio: Actor, patient: Patient) -> None:
    by, person = patient
    for number in range(1, 29):
        day = story.TODAY - timedelta(days=number)
        row: dict[str, Any] = {"date": day.isoformat(), "headache_today": False}
        if number in (3, 17):
            row = {"date": day.isoformat(), "headache": "A", "intensity_nrs": 3}
        story.sign(by, person, day, "diary", {"diary": [row]})
    discharge(physio, person)
    words = page(client, by, person)
    assert "Care goes on" not in words
    # 2 days in 28 before discharge, and how far such a count can be off (retest 3.4).
    assert "Call us if you have 7 days or more with a headache in four weeks." in words


def test_without_a_diary_no_number_is_made_up(client: Client, physio: Actor, patient: Patient) -> None:
    by, person = patient
    discharge(physio, person)
    words = page(client, by, person)
    assert "No number of headache days could be set" in words
    assert "days or more" not in words
