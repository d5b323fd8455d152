"""A patient's own pages in French: none of our own English sentences is left on any of them."""

import html
import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from django.test import Client

import clinic
from clinic.audit.actor import Actor
from clinic.chart.models import Person
from concordant.teaching import PAGES as TEACHING
from tests.clinic import build
from tests.clinic.mine.letter import a_letter
from tests.clinic.person import story

FRENCH = {"Accept-Language": "fr-CA"}
PO = Path(clinic.__file__).parent / "locale/mine/fr/LC_MESSAGES/django.po"
CATALOG = read_po(io.BytesIO(PO.read_bytes()), locale="fr")
PAGES = (
    "/", "/my-chart/", "/mine/plan/", "/mine/visits/", "/mine/letters/", "/mine/bills/", "/mine/data/", "/audit/mine/",
    "/exercises/", "/people/{}/home/sheet/", "/people/{}/home/later/", "/people/{}/home/chin-nod/timer/",
    "/people/{}/learn/", "/learn/", "/people/{}/export/", "/people/{}/entries/", "/people/{}/outcomes/",
    "/close-account/", "/people/{}/?as_of=x", "/people/{}/?as_of=2026-02-01", "/nowhere/",
)  # fmt: skip


def translations(one: Message) -> list[str]:
    """One, or one for each number."""
    return [one.string] if isinstance(one.string, str) else list(one.string or ())


def sentences() -> set[str]:
    """What is long enough to be told from a word of French."""
    found = {text for one in CATALOG for text in ([one.id] if isinstance(one.id, str) else one.id) if one.id}
    translated = {text for one in CATALOG for text in translations(one)}
    found = {one for one in found if not any(one in page.title for page in TEACHING)}  # the library's to translate
    return {one for one in found - translated if len(one) > 11 and " " in one and not re.search(r"[%{<]", one)}


def seen(text: str) -> str:
    text = re.sub(r"<(?:script|style)\b.*?</(?:script|style)>", " ", text, flags=re.DOTALL)
    labels = " ".join(re.findall(r'(?:aria-label|data-words-[\w-]+|title)="([^"]*)"', text))
    return html.unescape(re.sub(r"\s+", " ", f"{re.sub(r'<[^>]+>', ' ', text)} {labels}"))


@pytest.mark.parametrize("page", PAGES)
def test_no_sentence_of_ours_is_left_in_english(
    own: Client, patient: tuple[Actor, Person], physio: Actor, page: str
) -> None:
    a_letter(physio, patient[1])
    story.sign(patient[0], patient[1], story.TODAY, "diary", story.diary_day(story.TODAY, 4))
    answer = own.get(page.format(patient[1].pk), headers=FRENCH, follow=True)
    assert 'lang="fr-ca"' in answer.text
    text = seen(answer.text)
    assert {one for one in sentences() if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text)} == set()


def test_the_page_changes_its_language_and_back(own: Client) -> None:
    for language, heading in (("fr", "Mon plan"), ("en", "My plan"), ("fr", "Mon plan")):
        assert f"<h1>{heading}</h1>" in own.get("/mine/plan/", headers={"Accept-Language": language}).text


def test_every_sentence_is_translated_with_its_places() -> None:
    for one in CATALOG:
        texts = translations(one)
        assert all(texts), one.id
        asked = set(re.findall(r"%\(\w+\)[sd]|\{\w+\}", one.id if isinstance(one.id, str) else one.id[1]))
        assert all(set(re.findall(r"%\(\w+\)[sd]|\{\w+\}", text)) <= asked for text in texts), one.id
        assert not one.fuzzy


def test_after_closing_it_is_said_in_the_language_of_the_page(client: Client, patient: tuple[Actor, Person]) -> None:
    assert patient[0].user is not None
    client.post("/sign-in/", {"login": patient[0].user.username, "password": build.PASSWORD})
    answer = client.post("/close-account/", {"word": "fermer"}, headers=FRENCH)
    assert "<h1>Votre compte est fermé</h1>" in answer.text
    assert "Elle a 30 jours ouvrables pour répondre." in answer.text


def test_sides_are_said_in_french_too(own: Client) -> None:
    for page in ("/my-chart/", "/mine/visits/"):
        text = seen(own.get(page, headers=FRENCH, follow=True).text)
        assert "(droite)" in text
        assert "(right)" not in text
