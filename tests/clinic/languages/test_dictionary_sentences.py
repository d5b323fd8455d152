"""Every sentence of the dictionary and of the self-check has its French, and is asked for as it is listed."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from string import Formatter

import pytest

from clinic.languages.dictionary_sentences import sentences
from concordant.facts import DICTIONARY, NEVER, UNKNOWN, Kind, NotAllowed
from concordant.facts.kinds import Choice, Choices, Day, Flag, Form, Quantity, Range, Rows, Table, Words
from concordant.facts.units import UNITS
from concordant.facts.values import Span
from concordant.language import Translator, speak
from concordant.selfcheck.question import A_LIST, question
from tests.clinic.languages.catalogs import areas, french

SENTENCES = tuple(dict.fromkeys(sentences()))
FRENCH = french(*areas())
NO_BREAK = "\N{NO-BREAK SPACE}"
END = re.compile(r"(?<=[.?!])\s+")
LONGEST_ON_AVERAGE = 20
"""Words in a sentence."""


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


def test_every_sentence_has_its_french(subtests: pytest.Subtests) -> None:
    for english in SENTENCES:
        with subtests.test(english):
            assert english in FRENCH, "give it a translation in src/clinic/locale"
            message = FRENCH[english]
            told = str(message.string)
            assert told.strip()
            assert not message.fuzzy
            assert "TODO" not in told
            assert placeholders(told) == placeholders(english)
            # What stands after a number keeps the space before it.
            assert told[:1].isspace() == english[:1].isspace()
            assert not told[-1:].isspace()


def test_it_is_set_as_in_canada(subtests: pytest.Subtests) -> None:
    for english in SENTENCES:
        with subtests.test(english):
            told = str(FRENCH[english].string)
            assert not set(told) & {"'", '"'}
            assert not re.search(r"\s[?!]", told)
            assert not re.search(rf"[^{NO_BREAK}]:(?!//)", told), "a no-break space stands before a colon"
            assert not re.search(rf"«[^{NO_BREAK}]|[^{NO_BREAK}]»", told)
            assert not re.search(r"\d\.\d", told)
            # A template doubles the percent sign of what it translates.
            assert "%" not in english or english == " %"


def test_its_sentences_are_short(subtests: pytest.Subtests) -> None:
    for english in SENTENCES:
        if english.endswith((".", "?")):
            with subtests.test(english):
                parts = END.split(str(FRENCH[english].string))
                assert sum(len(one.split()) for one in parts) / len(parts) <= LONGEST_ON_AVERAGE


def test_no_translation_is_left_of_a_sentence_that_is_gone() -> None:
    assert french("dictionary", "self-check-words").keys() - set(SENTENCES) == set()


@pytest.mark.parametrize("name", [name for name in DICTIONARY if question(name).lists])
def test_a_list_of_signs_keeps_every_sign(name: str) -> None:
    english = question(name).sentences
    assert len(END.split(english)) > A_LIST
    assert len(END.split(str(FRENCH[english].string))) == len(END.split(english))


@pytest.fixture
def asked() -> Iterator[set[str]]:
    """Whatever the library asks a translator for."""
    found: set[str] = set()

    def noted(text: str) -> str:
        found.add(text)
        return text

    def counted(one: str, many: str, number: int) -> str:
        found.update((one, many))
        return many

    before = speak(Translator(noted, counted, lambda: "."))
    yield found
    speak(before)


def some_values(kind: Kind) -> Iterator[object]:
    """Values of every shape that a kind can say."""
    yield UNKNOWN
    match kind:
        case Flag():
            yield from (True, False)
        case Quantity():
            yield from (7.5, Span(1, 2), Span(3, 3), Span(1, float("inf")), NEVER)
        case Range():
            yield from (Span(1, 2.5), Span(1, float("inf")))
        case Choice(options=options):
            yield from options
        case Choices(options=options):
            yield from (frozenset(options), frozenset())
        case Day():
            yield from (date(2026, month, 3) for month in range(1, 13))
        case Table(keys=keys, values=values):
            yield from (dict.fromkeys(keys, one) for one in some_values(values))
        case Form(fields=fields):
            for name, part in fields.items():
                yield from ({name: one} for one in some_values(part))
        case Rows(row=row):
            yield from ((one,) for one in some_values(row))
            yield ()


def every_kind() -> list[Kind]:
    bounds = [None, 0.5]
    numbers = [Quantity(low, high, whole=whole) for low in bounds for high in bounds for whole in (True, False)]
    flag = Form({"one": Flag()}, required=("one",))
    return [*(fact.kind for fact in DICTIONARY.values()), *numbers, Quantity(0, 1, 0.5, null=True), Words(), flag]


def test_whatever_a_value_or_a_bound_says_is_listed(asked: set[str]) -> None:
    for kind in every_kind():
        assert kind.allowed
        for value in some_values(kind):
            kind.say(value)  # type: ignore[arg-type]
        for raw in (object(), {}, ["none", "none"], ["none", next(iter(getattr(kind, "options", ["-"])))]):
            with suppress(NotAllowed):
                kind.read(raw)
    computed = {
        option
        for fact in DICTIONARY.values()
        if fact.supplied_by.value == "L"
        for option in getattr(fact.kind, "options", getattr(fact.kind, "keys", {})).values()
    }
    keys = {"one"}
    assert asked - set(SENTENCES) - computed - keys == set()


def test_every_unit_is_listed(asked: set[str]) -> None:
    told = {unit.told for unit in UNITS.values()} - {""}
    assert told == asked
    assert asked <= set(SENTENCES)
