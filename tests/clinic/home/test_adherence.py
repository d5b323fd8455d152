"""How much was done: percent with the answered days, week by week, and what follows when it is little."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from tests.clinic.home.plans import FLEXORS, SIGNED, sign_plan, ticked
from tests.clinic.home.test_programme import seen, signed_in
from tests.clinic.person import story

DAY = story.TODAY
Patient = tuple[Actor, Person]


@pytest.fixture
def of_one(physio: Actor, patient: Patient) -> Patient:
    """Somebody whose newest plan has one thing to do at home."""
    by, person = patient
    sign_plan(physio, person, SIGNED + timedelta(days=1), (FLEXORS,))
    return by, person


def tick_days(by: Actor, person: Person, done: int, not_done: int) -> None:
    """Days before today, the newest first."""
    for number in range(done + not_done):
        ticked(by, person, DAY - timedelta(days=number + 1), done=number < done)


def page(client: Client, by: Actor, person: Person) -> str:
    return signed_in(client, by).get(f"/people/{person.pk}/home/").text


def test_silence_is_no_number(client: Client, of_one: Patient) -> None:
    by, person = of_one
    words = seen(page(client, by, person))
    assert "Too early to tell: 0 of 28 days are written down. 14 are needed." in words
    told = words.partition("How it goes")[2]
    assert re.findall(r"\d+%", told.replace("100%", "")) == []
    assert told.count("not known 0") == 8


@pytest.mark.parametrize(
    ("done", "not_done", "says"),
    [
        (13, 0, "Too early to tell: 13 of 28 days are written down."),
        (14, 0, "How it goes 100% of what was due was done, on the 14 of 28 days that are written down."),
        (7, 7, "50% of what was due was done, on the 14 of 28 days that are written down."),
        (0, 14, "How it goes 0% of what was due was done, on the 14 of 28 days that are written down."),
    ],
)
def test_the_share_and_the_days_it_rests_on(
    client: Client, of_one: Patient, done: int, not_done: int, says: str
) -> None:
    by, person = of_one
    tick_days(by, person, done, not_done)
    assert says in seen(page(client, by, person))


def test_the_picture_says_each_week(client: Client, of_one: Patient) -> None:
    by, person = of_one
    tick_days(by, person, 3, 4)
    text = page(client, by, person)
    assert "week to 10 Mar 2026: 43% (7 of 7 days answered)" in text
    assert "week to 3 Mar 2026: not known (0 of 7 days answered)" in text
    picture = re.search(r'<svg class="week-bars".*?</svg>', text, re.DOTALL)
    assert picture
    assert picture[0].count('class="with"') == 1
    assert picture[0].count('class="not-written"') == 7


def test_without_a_tick_the_diary_counts(client: Client, of_one: Patient) -> None:
    by, person = of_one
    for number in range(1, 16):
        day = DAY - timedelta(days=number)
        row = {"date": day.isoformat(), "headache_today": False, "exercises_done": number % 3 == 0}
        story.sign(by, person, day, "diary", {"diary": [row]})
    words = seen(page(client, by, person))
    assert "33% of what was due was done, on the 15 of 28 days that are written down." in words


@pytest.mark.parametrize(("done", "not_done", "is_low"), [(7, 7, False), (6, 8, True), (0, 13, False)])
def test_below_half_the_reason_is_asked_and_nothing_added(
    client: Client, physio: Actor, of_one: Patient, done: int, not_done: int, is_low: bool
) -> None:
    by, person = of_one
    tick_days(by, person, done, not_done)
    own, clinic = seen(page(client, by, person)), seen(page(client, physio, person))
    assert ("tell us what gets in the way" in own) is is_low
    assert ("Ask what gets in the way, change one thing, and add nothing." in clinic) is is_low
    assert "treatment 5.2" not in own


def test_what_was_said_of_barriers_is_shown_and_the_form_asks_it(
    client: Client, physio: Actor, of_one: Patient
) -> None:
    by, person = of_one
    tick_days(by, person, 2, 12)
    text = page(client, physio, person)
    assert "Not asked yet." in text
    link: Any = re.search(r'href="([^"]+)">Ask at this visit', text)
    form = client.get(link[1]).text
    assert "What gets in the way of your home exercises?" in form
    key = re.search(r'name="key" value="([^"]+)"', form)
    assert key
    sent = {"key": key[1], "on": DAY.isoformat(), "do": "sign", "adherence_barrier": ["time", "belief"]}
    assert client.post(link[1], sent).status_code == 302
    said = seen(page(client, physio, person))
    assert "Said on 11 Mar 2026: Not enough time, Not sure that it helps." in said


def test_the_person_does_not_make_a_visit_at_home(client: Client, of_one: Patient) -> None:
    by, person = of_one
    assert signed_in(client, by).get(f"/people/{person.pk}/home/barriers/").status_code == 403


def test_an_item_without_an_answer_may_have_been_done(client: Client, patient: Patient) -> None:
    by, person = patient
    tick_days(by, person, 14, 0)
    ticked(by, person, DAY - timedelta(days=1), "self_snag_c1_c2")
    words = seen(page(client, by, person))
    assert re.search(r"\b\d+% to 100% of what was due was done", words)
    assert "The lower number counts an item without an answer as not done" in words
