"""What the dictionary and the self-check say to a person, in French and in English, one after the other."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.accounts.roles import PHYSIOTHERAPIST
from clinic.chart.models import Person
from clinic.diary.layout import day
from clinic.outcomes.views import scores
from concordant.answer import answer
from concordant.assessment import assess
from concordant.facts import DICTIONARY, UNKNOWN, Fact, Kind
from concordant.facts.kinds import Choice, Choices
from concordant.facts.safety.history import new_red_flag_sign
from concordant.facts.units import UNITS
from concordant.facts.values import Span
from concordant.record.read import read_file
from concordant.safety import Action
from concordant.selfcheck import INJURY, next_step, question
from concordant.selfcheck.points import FAMILIES
from tests.clinic import build
from tests.clinic.forms.sending import a_form, newest, signed_in
from tests.clinic.languages.catalogs import french
from tests.clinic.person import story

FRENCH = {"Accept-Language": "fr-CA"}
ENGLISH = {"Accept-Language": "en-CA"}
TOLD = {english: str(one.string) for english, one in french("dictionary", "self-check-words").items()}
NO_BREAK = "\N{NO-BREAK SPACE}"
EXAMPLES = Path(__file__).parents[3] / "examples"
SOME = ("mourad_2021_craniopharyngioma.yaml", "worked/retest_16_8_3.yaml")


@pytest.fixture
def patient(client: Client, clinic: Clinic) -> Iterator[tuple[Client, Person]]:
    """Signed in, on the last day of the story, with a chart in which something stands."""
    cache.clear()
    by, person = build.a_patient(clinic)
    story.with_course(build.an_actor(clinic, PHYSIOTHERAPIST), person, diary_days=30)
    with clock.set_to(story.at(story.TODAY)):
        yield signed_in(client, by), person


def read(client: Client, address: str, language: dict[str, str]) -> str:
    """The text of a page, as it is read: without marks, scripts, and what changes each time."""
    page = client.get(address, headers=language)
    assert page.status_code == 200
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", page.content.decode(), flags=re.S)
    return re.sub(r"[ \t\r\n]+", " ", unescape(text))


def in_turn(client: Client, address: str) -> tuple[str, str]:
    """French, English, French: neither language is left in a page of the other."""
    first, english = read(client, address, FRENCH), read(client, address, ENGLISH)
    assert read(client, address, FRENCH) == first
    assert read(client, address, ENGLISH) == english
    assert first != english
    return first, english


def words_of(fact: Fact[Kind], *parts: str) -> list[str]:
    told = [getattr(fact, part) for part in parts]
    if isinstance(fact.kind, Choice | Choices):
        told += [words for word, words in fact.kind.options.items() if word not in ("none", "unknown")]
    return [one for one in told if TOLD[one] != one]


def test_the_diary_of_a_day(patient: tuple[Client, Person]) -> None:
    client, person = patient
    in_french, in_english = in_turn(client, f"/people/{person.pk}/diary/")
    for fact in (fact for section in day() for fact in section.facts):
        for words in words_of(fact, "ask"):
            assert words in in_english
            assert TOLD[words] in in_french
            if len(words) > len("yesterday"):  # a short word may be part of another
                assert words not in in_french


def test_the_page_of_questionnaires(patient: tuple[Client, Person]) -> None:
    client, person = patient
    in_french, in_english = in_turn(client, f"/people/{person.pk}/outcomes/")
    for fact in (fact for section in scores() for fact in section.facts):
        for words in words_of(fact, "label", "meaning"):
            assert words in in_english
            assert TOLD[words] in in_french
    assert TOLD["I can do it as well as before"] in in_french
    # The words of an owner stand as they are.
    assert "Little interest or pleasure in doing things" in in_french


def test_what_is_left_in_the_words_of_an_owner_is_marked_as_english(patient: tuple[Client, Person]) -> None:
    client, person = patient
    page = client.get(f"/people/{person.pk}/outcomes/", headers=FRENCH).content.decode()
    assert re.search(r'<ol class="wording" lang="en"><li>Feeling nervous', page)
    assert re.search(r'<p lang="en">Over the last 2 weeks', page)
    assert re.search(r"<p>Nommez trois choses", page)


def test_the_own_page_asks_in_french_what_was_measured(patient: tuple[Client, Person]) -> None:
    client, person = patient
    in_french, in_english = in_turn(client, f"/people/{person.pk}/")
    turned = DICTIONARY["frt_rotation_deg"]
    assert turned.ask in in_english
    assert turned.ask not in in_french
    assert TOLD[turned.ask] in in_french


def test_ones_entries_are_read_by_their_french_labels(patient: tuple[Client, Person]) -> None:
    client, person = patient
    in_french, in_english = in_turn(client, f"/people/{person.pk}/entries/")
    for name in ("intensity_nrs", "headache_hours"):
        label = DICTIONARY[name].label
        assert label in in_english
        assert label not in in_french
        assert TOLD[label] in in_french


def test_what_is_signed_is_the_same_in_either_language(patient: tuple[Client, Person]) -> None:
    client, person = patient
    answers = {"headache_today": "yes", "intensity_nrs": "6", "headache_hours": "2,5", "nausea_today": "mild"}
    signed = []
    for on, language in (("2026-03-10", FRENCH), ("2026-03-09", ENGLISH)):
        sent = client.post(f"/people/{person.pk}/diary/", a_form(on=on, **answers), headers=language)
        assert sent.status_code == 302
        signed.append({**newest().content["diary"][0], "date": ""})
    assert signed[0] == signed[1]
    assert signed[0]["nausea_today"] == "mild"


def test_a_problem_says_in_french_what_is_allowed(patient: tuple[Client, Person]) -> None:
    client, person = patient
    wrong = a_form(on="2026-03-10", headache_today="yes", intensity_nrs="77")
    page = client.post(f"/people/{person.pk}/diary/", wrong, headers=FRENCH)
    assert page.status_code == 422
    assert "un nombre entier de 0 à 10" in unescape(page.content.decode())
    assert "is not allowed" not in page.content.decode()


def test_programs_are_answered_in_english(patient: tuple[Client, Person]) -> None:
    client, _ = patient
    page = client.get("/api/v1/facts", headers=FRENCH)
    assert page.headers["Content-Language"] == "en-ca"
    assert page.json()[0]["ask"] in {fact.ask for fact in DICTIONARY.values()}


@pytest.mark.parametrize("name", SOME)
def test_no_language_is_kept_in_an_assessment(name: str) -> None:
    case = read_file(EXAMPLES / name)
    as_of = date(2026, 3, 1)
    with translation.override("en-ca"):
        english = answer(assess(case, as_of), every=True)
    with translation.override("fr-ca"):
        found = assess(case, as_of)
        answer(found, every=True)
    with translation.override("en-ca"):
        assert answer(found, every=True) == english


def test_a_trace_is_english_whoever_looks() -> None:
    kind = DICTIONARY["pain_severity"].kind
    with translation.override("fr-ca"):
        assert kind.say("mild") == "Légère (1 à 3 sur 10)"
        assert kind.in_english("mild") == "Mild (1 to 3 out of 10)"
        assert kind.in_english(UNKNOWN) == "not known"


def test_numbers_and_days_are_said_as_in_french() -> None:
    hours, length = DICTIONARY["headache_hours"].kind, DICTIONARY["attack_duration_minutes"].kind
    with translation.override("fr-ca"):
        assert hours.say(7.5) == "7,5"
        assert length.say(Span(30, 90.5)) == "30 à 90,5"
        assert DICTIONARY["injury_date"].kind.say(date(2026, 2, 3)) == "3 févr. 2026"
        assert DICTIONARY["fever"].kind.say(False) == "non"
        assert UNITS["d/28 d"].told == " jours sur 28"
        assert hours.write(7.5) == 7.5
    assert hours.say(7.5) == "7.5"


# --- the self-check -------------------------------------------------------------------------------------------------


def said_yes(client: Client, language: dict[str, str]) -> str:
    cache.clear()
    page = client.post("/self-check/", {}, headers=language)
    found = re.search(r'name="so_far" value="([^"]*)"', page.content.decode())
    assert found
    stopped = client.post("/self-check/", {"so_far": found.group(1), "answer": "yes"}, headers=language)
    return unescape(page.content.decode() + stopped.content.decode())


@pytest.mark.django_db
def test_the_danger_question_and_the_stop(client: Client) -> None:
    first, english, again = (said_yes(client, one) for one in (FRENCH, ENGLISH, FRENCH))
    asked = question(new_red_flag_sign.name).sentences
    for sign in re.split(r"(?<=[.?])\s+", TOLD[asked]):
        assert sign in first
        assert sign in again
        assert sign not in english
    assert "Demandez de l’aide maintenant" in first
    assert "Get help now" in english
    assert "Get help now" not in first


def test_a_question_is_divided_after_it_is_translated() -> None:
    asked = question(new_red_flag_sign.name)
    with translation.override("fr-ca"):
        assert asked.lead == "L’un de ces signes est-il nouveau pour vous?"
        assert asked.lists
        assert "Bras faible ou jambe faible." in asked.rest
        french_signs, seconds = len(asked.rest), asked.seconds
    assert asked.lead == "Is any of these new for you?"
    assert len(asked.rest) == french_signs
    # It is read in the language in which it is shown.
    assert seconds != asked.seconds


def test_the_ends_are_french_from_one_step_to_the_next() -> None:
    with translation.override("fr-ca"):
        stop: Any = next_step({new_red_flag_sign.name: True}, story.TODAY)
        assert stop.action is Action.EMERGENCY
        assert stop.title == "Demandez de l’aide maintenant"
        assert [one.name for one in FAMILIES][:2] == [
            "un mal de tête qui vient du cou (céphalée cervicogène)",
            "une migraine",
        ]
        assert FAMILIES[0].points[1].speaks_for == "Votre mal de tête commence dans le cou."
    assert stop.title == "Get help now"
    assert FAMILIES[0].name == "a headache that comes from the neck"


def test_it_stays_within_its_minutes_in_french_too(capsys: pytest.CaptureFixture[str]) -> None:
    """Danger signs are asked in full, however long: so these alone have to leave time."""
    from concordant.selfcheck.question import Question
    from concordant.selfcheck.step import MOST_SECONDS

    figures = {}
    for language in ("en-ca", "fr-ca"):
        with translation.override(language):
            answers: dict[str, Any] = {}
            while isinstance(step := next_step(answers, story.TODAY), Question):
                answers[step.name] = False if step.kind.word == "yes/no" else UNKNOWN
            figures[language] = (len(answers), sum(question(name).seconds for name in answers))
            assert INJURY in answers
    with capsys.disabled():
        for language, (count, seconds) in figures.items():
            print(f"\nself-check in {language}, no and not known: {count} questions, {seconds:.0f} s")
    assert all(seconds <= int(MOST_SECONDS) for _, seconds in figures.values())
