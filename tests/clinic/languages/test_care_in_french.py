"""Pages of a patient about care, whole: in French nothing of the library is in English, and neither leaks."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import translation

from clinic import clock
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.languages.teaching_sentences import teaching_sentences
from clinic.learning.addresses import BY_SLUG
from concordant.language import said
from tests.clinic import build
from tests.clinic.home.plans import FOUR, sign_plan
from tests.clinic.person import story

FRENCH, ENGLISH = {"Accept-Language": "fr"}, {"Accept-Language": "en"}
SHORTEST = 16
"""Letters of a piece that is English beyond doubt; shorter ones stand in French words as well."""
RELAXATION = {
    "intervention": "relaxation",
    "dose": {"minutes": 10, "notes": ["slow breathing or progressive muscle relaxation"]},
}


def pieces() -> Iterator[str]:
    """What stands of each sentence whatever fills it. What French says in the same way (SNNOOP10) is no English."""
    for one in teaching_sentences():
        with translation.override("fr-ca"):
            if said(one) == one:
                continue
        longest = max(re.split(r"\{\w+\}", one), key=len).strip(" .,:;()")
        if len(longest) >= SHORTEST and " " in longest:
            yield longest


PIECES = tuple(dict.fromkeys(pieces()))


VOID = {"br", "hr", "img", "input", "link", "meta", "col", "wbr"}


class Shown(HTMLParser):
    """The words of a page, titles of drawings and what is read aloud as well; without what says that it is English."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self._english: list[bool] = [False]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = dict(attrs)
        english = self._english[-1] or of.get("lang") == "en"
        if not english:
            self.told += [value for name, value in attrs if value and name in ("aria-label", "title", "placeholder")]
        if tag not in VOID:
            self._english.append(english)

    def handle_endtag(self, tag: str) -> None:
        self._english.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_data(self, data: str) -> None:
        if not self._english[-1]:
            self.told.append(data)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    caches["verdicts"].clear()
    with clock.set_to(story.at(story.TODAY)):
        yield


@pytest.fixture
def own(clinic: Any, physio: Actor, client: Client) -> Person:
    patient, person = build.a_patient(clinic)
    story.with_course(physio, person)
    sign_plan(physio, person, items=(*FOUR, RELAXATION))
    assert patient.user is not None
    client.force_login(patient.user)
    return person


def shown(client: Client, address: str, headers: dict[str, str]) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    text = answer.content.decode()
    found = Shown()
    found.feed(text[text.index("<main") : text.index("</main")])
    return " ".join(" ".join(found.told).split())


def english_in(text: str) -> list[str]:
    return [one for one in PIECES if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", text, re.IGNORECASE)]


PAGES_OF_A_PERSON = ("", "home/", "home/sheet/", "home/later/", "home/chin-nod/timer/", "learn/")
WITH_SENTENCES = {
    "home/": "Couchez-vous sur le dos, les genoux pliés, une serviette pliée sous la tête.",
    "home/sheet/": "1 série × 10 fois × 10 secondes, 2 fois par jour",
    "home/later/": "Vous avez plus de jours avec mal de tête que dans vos dernières semaines de soins.",
    "home/chin-nod/timer/": "Une flèche montre le mouvement.",
    "learn/": "À quoi ressemble une amélioration",
    "": "janv. 2026",
}


@pytest.mark.parametrize("address", PAGES_OF_A_PERSON)
def test_a_page_of_the_person(client: Client, own: Person, address: str) -> None:
    where = f"/people/{own.pk}/{address}"
    in_french = shown(client, where, FRENCH)
    assert english_in(in_french) == []
    assert WITH_SENTENCES[address] in in_french
    in_english = shown(client, where, ENGLISH)
    assert WITH_SENTENCES[address] not in in_english
    assert english_in(in_english) or not address
    assert shown(client, where, FRENCH) == in_french


@pytest.mark.parametrize("slug", BY_SLUG)
def test_a_page_to_read(client: Client, own: Person, slug: str) -> None:
    where = BY_SLUG[slug].url
    in_french = shown(client, where, FRENCH)
    assert english_in(in_french) == []
    in_english = shown(client, where, ENGLISH)
    assert len(english_in(in_english)) > 5
    assert shown(client, where, FRENCH) == in_french


EVIDENCE = {
    "": "Maux de tête : environ 1 de moins par semaine, en moyenne, par rapport à un traitement simulé",
    "advice/manual-therapy-early/": "Les essais à faible risque de biais montrent moins d’effet.",
    "advice/massage-before-physiotherapy/": "C’est le raisonnement de la clinique, pas un résultat d’essai.",
    "advice/neck-exercise/": "Tout repose sur un seul essai",
}


@pytest.mark.parametrize("address", EVIDENCE)
def test_what_is_known(client: Client, own: Person, address: str) -> None:
    in_french = shown(client, f"/evidence/{address}", FRENCH)
    assert english_in(in_french) == []
    assert EVIDENCE[address] in in_french
    assert not re.search(r"\d\.\d+ (à|\()", in_french)
    assert len(english_in(shown(client, f"/evidence/{address}", ENGLISH))) > 3
    assert shown(client, f"/evidence/{address}", FRENCH) == in_french


def test_english_is_noticed() -> None:
    assert english_in("Ici: Lie on your back with your knees bent and a folded towel under your head, oui.")
    assert not english_in("Couchez-vous sur le dos.")


def test_staff_read_english_whatever_their_browser_asks_for(client: Client, own: Person, physio: Actor) -> None:
    # What was worked out for the patient is kept, and serves staff as well.
    for address in PAGES_OF_A_PERSON:
        shown(client, f"/people/{own.pk}/{address}", FRENCH)
    assert physio.user is not None
    client.force_login(physio.user)
    for address, told in (("home/", "10 times × 10 seconds"), ("learn/", "What getting better looks like")):
        answer = client.get(f"/people/{own.pk}/{address}", headers=FRENCH)
        assert told in answer.text
        assert "fois" not in answer.text
