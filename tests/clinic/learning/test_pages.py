"""The pages to read: open to everybody who is signed in, one of them to everybody, offered to whom they are for."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from clinic import clock
from clinic.accounts.roles import FRONT_DESK, PATIENT, PHYSIOTHERAPIST, RMT, Role
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from clinic.learning.addresses import BY_SLUG
from concordant.teaching import PAGES, Standing
from tests.clinic import build
from tests.clinic.person import story

HELP = "/help-at-once/"


@pytest.fixture(autouse=True)
def today() -> Any:
    with clock.set_to(story.at(story.TODAY)):
        yield


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text[text.index("<main") : text.index("</main")]))


def test_help_at_once_needs_no_sign_in(client: Client, db: None) -> None:
    answer = client.get(HELP)
    assert answer.status_code == 200
    assert "Call an ambulance now" in answer.text
    assert 'href="tel:911"' in answer.text
    assert "Sign out" not in answer.text


@pytest.mark.parametrize("address", ["/sign-in/", "/nowhere/"])
def test_the_way_to_it_stands_on_pages_before_sign_in(client: Client, db: None, address: str) -> None:
    assert f'href="{HELP}"' in client.get(address).text


@pytest.mark.parametrize("address", ["", "diary/", "home/", "learn/", "entries/", "home/later/", "home/sheet/"])
def test_the_way_to_it_stands_on_every_page_of_the_person(client: Client, clinic: Any, address: str) -> None:
    by, person = build.a_patient(clinic)
    assert by.user is not None
    client.force_login(by.user)
    text = client.get(f"/people/{person.pk}/{address}").text
    header, footer = text[: text.index("<main")], text[text.index("</main") :]
    assert f'href="{HELP}"' in header
    assert f'href="{HELP}"' in footer


def test_others_need_a_sign_in(client: Client, db: None) -> None:
    for address in ("/learn/", "/learn/sleep/", "/people/1/learn/"):
        assert client.get(address).status_code == 302


@pytest.mark.parametrize("role", [PATIENT, FRONT_DESK, RMT, PHYSIOTHERAPIST], ids=lambda role: role.key)
def test_everybody_who_is_signed_in_reads_all(client: Client, clinic: Any, role: Role) -> None:
    client.force_login(build.a_user(clinic, role))
    text = client.get("/learn/").text
    for one in BY_SLUG.values():
        assert f'href="{one.url}"' in text
        answer = client.get(one.url)
        assert answer.status_code == 200
        assert one.page.title in answer.text


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.id)
def test_a_page_says_how_long_it_takes_what_it_rests_on_and_what_is_not_tested(
    client: Client, physio: Actor, page: Any
) -> None:
    assert physio.user is not None
    client.force_login(physio.user)
    text = client.get(f"/learn/{page.id.replace('_', '-')}/", follow=True).text
    assert f"{page.minutes} minute" in text
    for one in page.sources:
        assert f"https://doi.org/{one.doi}" in text
    said = words(text).replace("&#x27;", "'")
    for paragraph in page.paragraphs:
        assert " ".join(paragraph.text.split()) in said
        if paragraph.standing is not Standing.KNOWN:
            assert paragraph.standing.value in said.replace("The clinic", "the clinic").replace("U", "u").lower()


@pytest.mark.parametrize("slug", ["nothing", "help_at_once", "sleep-"])
def test_a_page_that_is_not_there(client: Client, physio: Actor, slug: str) -> None:
    assert physio.user is not None
    client.force_login(physio.user)
    assert client.get(f"/learn/{slug}/").status_code == 404


# --- for one person -------------------------------------------------------------------------------------------------


@pytest.fixture
def own(client: Client, clinic: Any, physio: Actor) -> Person:
    by, person = build.a_patient(clinic)
    story.sign(physio, person, story.STARTED, "history", story.history())
    assert by.user is not None
    client.force_login(by.user)
    return person


def isi(by: Actor, person: Person, value: int) -> None:
    row = {"date": story.RETEST.isoformat(), "measure": "isi", "value": value}
    story.sign(by, person, story.RETEST, "questionnaire", {"outcomes": [row]})


def for_you(text: str) -> str:
    return words(text).partition("More pages")[0]


@pytest.mark.parametrize(("score", "offered"), [(None, False), (7, False), (8, True)])
def test_only_what_is_known_offers_a_page(
    client: Client, physio: Actor, own: Person, score: int | None, offered: bool
) -> None:
    if score is not None:
        isi(physio, own, score)
    text = client.get(f"/people/{own.pk}/learn/").text
    assert ("Sleep and headache" in for_you(text)) is offered
    assert ("some trouble with sleep" in text) is offered
    assert "Sleep and headache" in words(text)


def test_the_person_reads_no_rule_and_no_score(client: Client, physio: Actor, own: Person) -> None:
    isi(physio, own, 20)
    text = words(client.get(f"/people/{own.pk}/learn/").text)
    for word in ("ISI", "20", "rule", "indicated", "insomnia", "met"):
        assert not re.search(rf"\b{word}\b", text), word


def test_those_who_treat_see_by_which_facts_and_what_is_open(client: Client, physio: Actor, own: Person) -> None:
    isi(physio, own, 20)
    assert physio.user is not None
    client.force_login(physio.user)
    text = words(client.get(f"/people/{own.pk}/learn/").text)
    offered, _, rest = text.partition("Taught, as signed in treatments")
    assert "Insomnia" in offered
    assert "20" in offered
    assert "Your answers on the sleep form show some trouble with sleep." in offered
    assert "Would settle it:" in rest


def test_what_was_taught_comes_from_signed_treatments(client: Client, physio: Actor, own: Person) -> None:
    assert physio.user is not None
    client.force_login(physio.user)
    address = f"/people/{own.pk}/learn/"
    assert "no signed treatment says so" in client.get(address).text
    treatment = {
        "date": story.FIRST_TREATMENT.isoformat(), "discipline": "physiotherapist", "interventions": ["pne"],
        "done": [{"intervention": "education_core"}],
    }  # fmt: skip
    story.sign(physio, own, story.FIRST_TREATMENT, "treatment", {"treatments": [treatment]})
    missed = {**treatment, "date": story.RETEST.isoformat(), "status": "missed", "interventions": ["sleep_plan"]}
    story.sign(physio, own, story.RETEST, "treatment", {"treatments": [missed]})
    text = words(client.get(address).text)
    assert text.count("21 Jan 2026 Physiotherapist") == 2
    assert "9 Mar 2026" not in text.partition("Taught")[2]


def test_another_day_shows_what_was_known_then(client: Client, physio: Actor, own: Person) -> None:
    isi(physio, own, 20)
    before = (story.RETEST - timedelta(days=1)).isoformat()
    assert "Sleep and headache" not in for_you(client.get(f"/people/{own.pk}/learn/?as_of={before}").text)


def test_looking_is_an_event_and_strangers_find_nobody(client: Client, clinic: Any, own: Person) -> None:
    before = AuditEvent.objects.count()
    client.get(f"/people/{own.pk}/learn/")
    assert AuditEvent.objects.count() == before + 1
    stranger, _ = build.a_patient(clinic)
    assert stranger.user is not None
    client.force_login(stranger.user)
    assert client.get(f"/people/{own.pk}/learn/").status_code == 404
    client.force_login(build.a_user(clinic, FRONT_DESK, username=f"desk-{uuid.uuid4()}"))
    assert client.get(f"/people/{own.pk}/learn/").status_code == 403


def test_a_verdict_offers_a_page_and_the_person_reads_it_in_their_words(
    client: Client, physio: Actor, clinic: Any
) -> None:
    by, person = build.a_patient(clinic)
    story.with_course(physio, person)
    assert by.user is not None
    client.force_login(by.user)
    text = for_you(client.get(f"/people/{person.pk}/learn/").text)
    assert "A headache that comes from the neck" in text
    assert "What was found so far fits a headache in which your neck plays a part." in text
    for word in ("cervicogenic", "provisional", "definite", "diagnos"):
        assert word not in text.lower()
    assert physio.user is not None
    client.force_login(physio.user)
    text = words(client.get(f"/people/{person.pk}/learn/").text).partition("Taught")[0]
    assert "Neck treated as driver of headache: yes" in text


def test_on_one_s_own_page_the_ways_are_short(client: Client, own: Person) -> None:
    text = client.get(f"/people/{own.pk}/").text
    assert text.count('href="/exercises/"') == 1
    assert text.count('href="/mine/pages/"') == 1
    assert "This chart" not in text  # the ways of staff
