"""What the library says about care: every sentence has its French, and nothing of it is said in English by a page."""

import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.utils import translation

from clinic.languages.teaching_sentences import teaching_counts, teaching_sentences
from concordant.evidence.forest import Forest, ForestRow, Summary, description, svg
from concordant.evidence.library import UNITS, Difference, caution, plain
from concordant.language import Translator, speak
from concordant.plan import INTERVENTIONS
from concordant.plan.goals import SAYS, goal_in_words
from concordant.plan.interventions.dose import plain_dose
from concordant.plan.interventions.dose_in_words import in_one_line, while_doing
from concordant.record.dose_line import dose_line
from concordant.teaching import EXERCISES, PAGES, Standing, drawing
from concordant.teaching.cues import cue
from tests.clinic.languages.catalogs import areas

LOCALE = Path("src/clinic/locale")
AREAS = ("teaching", "care")
SENTENCES = tuple(teaching_sentences())
COUNTS = tuple(teaching_counts())
OF_NUMBERS = "{low} to {high}"
"""The dictionary has its French."""
MOST_WORDS_OF_A_SENTENCE, MOST_WORDS_ON_AVERAGE = 36, 20


def catalog(area: str) -> Catalog:
    with (LOCALE / area / "fr/LC_MESSAGES/django.po").open("rb") as file:
        return read_po(file, locale="fr")


CATALOGS = {area: catalog(area) for area in AREAS}


def messages(of: Iterable[str]) -> dict[str | tuple[str, str], Message]:
    return {
        one.id if isinstance(one.id, str) else (one.id[0], one.id[1]): one
        for area in of
        for one in catalog(area)
        if one.id
    }


MESSAGES = messages(areas())
OWN = messages(AREAS)


def names(sentence: str) -> list[str]:
    return sorted(name for _text, name, _spec, _conversion in Formatter().parse(sentence) if name is not None)


def told(message: Message) -> tuple[str, ...]:
    found = message.string
    return (found,) if isinstance(found, str) else tuple(found or ())


def french() -> list[str]:
    return [text for one in OWN.values() for text in told(one)]


def test_every_sentence_has_its_french(subtests: pytest.Subtests) -> None:
    for sentence in SENTENCES:
        with subtests.test(sentence):
            found = MESSAGES[sentence]
            assert isinstance(found.string, str)
            assert found.string.strip()
            assert not found.fuzzy
            assert names(found.string) == names(sentence)


def test_what_is_counted_has_both_its_forms(subtests: pytest.Subtests) -> None:
    for counted in COUNTS:
        with subtests.test(counted[1]):
            found = MESSAGES[counted]
            assert not found.fuzzy
            assert len(told(found)) == 2
            # “Once” has no number of its own; French says one in figures.
            assert all(names(each) == names(counted[1]) for each in told(found))


def test_nothing_is_translated_that_nobody_says() -> None:
    assert set(OWN) <= {*SENTENCES, *COUNTS}


@pytest.mark.parametrize("area", AREAS)
def test_what_is_written_is_compiled_and_found(area: str) -> None:
    """Another area may say the same sentence in other words; in English nobody says it."""
    with translation.override("fr-ca"):
        for one in CATALOGS[area]:
            if one.id and isinstance(one.id, str) and one.id != one.string:
                assert translation.gettext(one.id) != one.id


def test_it_is_written_as_french_is_in_canada() -> None:
    for text in french():
        assert "'" not in text, text
        assert not re.search(r'(?<!\u00a0):(?!\{)(?=\s)|[ ][:%]|\s[?!;]|"|TODO', text), text
        assert not re.search(r"\b(tu|ton|ta|tes|toi)\b", text, re.IGNORECASE), text
        assert not re.search(r"\d\.\d", text), text


def test_its_sentences_are_short() -> None:
    for text in french():
        words = [len(each.split()) for each in re.split(r"(?<=[.!?:;])\s", text) if each.strip()]
        assert max(words) <= MOST_WORDS_OF_A_SENTENCE, text
        assert sum(words) / len(words) <= MOST_WORDS_ON_AVERAGE or len(words) == 1, text


def everything_said() -> Iterator[str]:
    """Each way in which the library says a sentence of its own, taken once."""
    for page in PAGES:
        yield from (page.title, page.whole, page.offered.why if page.offered else "")
        yield from (f"{one.name} {one.how_known}" for one in page.sources)
        yield from (one.standing.words for one in page.paragraphs if one.standing is not Standing.KNOWN)
    for exercise in EXERCISES:
        yield from (exercise.name, *exercise.steps, exercise.feel, exercise.stop, exercise.seen, drawing(exercise))
    for one in INTERVENTIONS:
        yield from (dose_line(plain_dose(one.dose)), in_one_line(one.dose), *while_doing(one.dose))
    for a_day, a_week, every in ((1, None, None), (2, None, None), (3, None, None), (None, 1, None), (None, None, 20)):
        yield cue(per_day=a_day, per_week=a_week, every_minutes=every)
    draw = random.Random(11)
    for unit in UNITS.values():
        for _ in range(60):
            low, middle, high = sorted(round(draw.uniform(-1.4, 1.4) * draw.choice([0, 1, 1, 25]), 2) for _ in range(3))
            further = draw.choice([None, (low - 1, high + 1), (-400, 400)])
            k, when = draw.choice([None, 1, 3, 9]), draw.choice(["", "short term", "12 months"])
            yield plain(
                Difference(middle, low, high, unit, "no treatment", "headache intensity", k, further, when=when)
            )
    yield caution()
    rows = (ForestRow("Haas 2018", -3.3, -5.55, -1.05), ForestRow("Jull 2002", -1.5, -2.5, -0.5))
    for count in (1, 2):
        plot = Forest(rows[:count], (Summary("RE", -2.4, -4.1, -0.7, (-5.5, 1.2)),), "MD", "+", "-")
        yield from (description(plot), svg(plot, name="forest", title="Haas"))
    yield from (goal_in_words(re.sub(r"\{\w+\}", "4.5", each)) for each in SAYS)


def test_every_sentence_that_is_asked_for_is_in_the_list() -> None:
    asked: set[str] = set()

    def sentence(text: str) -> str:
        asked.add(text)
        return text

    def counted(one: str, many: str, number: int) -> str:
        asked.update((one, many))
        return one if number == 1 else many

    before = speak(Translator(sentence, counted, lambda: "."))
    try:
        list(everything_said())
    finally:
        speak(before)
    known = {*SENTENCES, *(each for one in COUNTS for each in one), "{figure}", "{known}", OF_NUMBERS}
    assert asked - known == set()
    assert len(asked) > 350


def test_french_is_said_in_french_and_english_in_english_whatever_was_said_before() -> None:
    with translation.override("en-ca"):
        english = tuple(everything_said())
    with translation.override("fr-ca"):
        said = tuple(everything_said())
    with translation.override("en-ca"):
        assert tuple(everything_said()) == english
    with translation.override("fr-ca"):
        assert tuple(everything_said()) == said
    alike = {one for one, other in zip(english, said, strict=True) if one and one == other}
    assert {one for one in alike if re.search(r"[a-z]", one)} <= {
        "10 minutes",
        "20 minutes",
        "15 minutes",
        "30 minutes",
        "Cochrane",
    }


def test_a_page_takes_as_long_as_it_takes_in_its_language() -> None:
    page = next(one for one in PAGES if one.id == "help_at_once")
    with translation.override("fr-ca"):
        longer = len(page.whole.split())
        assert page.minutes == -(-longer // 150)
    with translation.override("en-ca"):
        assert len(page.whole.split()) != longer


def test_a_goal_that_was_proposed_is_said_anew_and_one_that_was_typed_stands() -> None:
    with translation.override("fr-ca"):
        goal = goal_in_words("Headache on at most 4 days in 28 (12.5 at the start)")
        assert goal == "Mal de tête au plus 4 jours sur 28 (12,5 au début)"
        assert goal_in_words("Flexion-rotation test above 33° on both sides (20.5° now)").endswith("(20,5° maintenant)")
        for typed in ("Headache on at most my birthday", "Walk the dog (now)", "", "Headache on at most 4 days in 28"):
            assert goal_in_words(typed) == typed
    with translation.override("en-ca"):
        for each in SAYS:
            says = re.sub(r"\{\w+\}", "4.5", each)
            assert goal_in_words(says) == says


PLACES = re.compile(r"%(?:\(\w+\))?(?:\.\d)?[sdgf]|%%")


@pytest.mark.parametrize("one", [one for one in catalog("evidence") if one.id], ids=lambda one: str(one.id))
def test_a_string_of_the_pages_of_the_evidence_has_its_french(one: Message) -> None:
    assert not one.fuzzy
    english = (one.id,) if isinstance(one.id, str) else tuple(one.id)
    assert len(told(one)) == len(english)
    for text in told(one):
        assert text.strip()
        assert "'" not in text
        # “One trial” has no number of its own.
        assert sorted(PLACES.findall(text)) in [sorted(PLACES.findall(each)) for each in english]
