"""What each kind accepts, and the sentence with which it refuses."""

import math
import re
from datetime import date

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.facts import DICTIONARY, NEVER, UNKNOWN, NotAllowed, Span
from concordant.facts.kinds import Choices, Day, Flag, Quantity, Range, Rows, Table, Words
from tests.facts.values_of import raw_values

FACTS = pytest.mark.parametrize("fact", DICTIONARY.values(), ids=repr)


def in_tenths(kind):
    return isinstance(kind, Quantity) and kind.step is not None and kind.step % 0.5 != 0


@FACTS
@settings(max_examples=8)
@given(data=st.data())
def test_what_is_read_can_be_said_and_written_and_what_is_written_is_read_back(fact, data):
    value = fact.kind.read(data.draw(raw_values(fact.kind)))
    written = fact.kind.write(value)
    assert fact.kind.read(written) == value
    assert isinstance(fact.kind.say(value), str)
    if not in_tenths(fact.kind):  # the checker reckons in binary; they have a test of their own
        jsonschema.validate(written, fact.kind.schema())


@pytest.mark.parametrize("fact", [fact for fact in DICTIONARY.values() if in_tenths(fact.kind)], ids=repr)
def test_tenths_that_are_read_fit_the_schema_too(fact):
    kind = fact.kind
    entered = [round(kind.low + number * kind.step, 2) for number in range(int((kind.high - kind.low) / kind.step) + 1)]
    checker = jsonschema.Draft202012Validator(kind.schema())
    assert [raw for raw in entered if not checker.is_valid(kind.read(raw))] == []


HOSTILE = [
    math.nan, math.inf, -math.inf, 1j, b"12", object(), date(2024, 1, 1), [[1]], {"": 1}, {1.5: 2}, "", "\x00",
    "yes please", {"a"}, range(2), math.pi * 1j,
]  # fmt: skip


def allowed_phrases(kind):
    inner = [kind.values] if isinstance(kind, Table) else [kind.row] if isinstance(kind, Rows) else []
    return tuple(each.allowed for each in (kind, *inner))


def refusal(kind, raw):
    """The sentence with which it is refused; empty where it is accepted."""
    try:
        kind.read(raw)
    except NotAllowed as error:
        return str(error)
    return ""


@FACTS
def test_what_is_no_value_is_refused_with_what_is_allowed(fact):
    text = isinstance(fact.kind, Words)
    hostile = [raw for raw in HOSTILE if not (text and isinstance(raw, str) and raw.strip("\x00"))]
    phrases = allowed_phrases(fact.kind)
    assert [raw for raw in hostile if not refusal(fact.kind, raw).startswith(phrases)] == []


NUMBERS = [fact for fact in DICTIONARY.values() if isinstance(fact.kind, Quantity | Range)]


@pytest.mark.parametrize("fact", NUMBERS, ids=repr)
def test_yes_and_no_are_no_numbers(fact):
    assert [refusal(fact.kind, raw) for raw in (True, False)] == [fact.kind.allowed] * 2


@pytest.mark.parametrize("kind", [Quantity(0, 300), Quantity(0), Range(0)], ids=lambda kind: kind.allowed)
def test_a_number_too_large_to_count_with_is_refused(kind):
    with pytest.raises(NotAllowed):
        kind.read(10**400)


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        (Quantity(0, 10), 11),
        (Quantity(0, 10), -0.1),
        (Quantity(0, 10, whole=True), 2.5),
        (Quantity(20, 30, step=2), 23),
        (Quantity(0, 10), None),
        (Range(0, 60), [5, 4]),
        (Range(0, 60), [1, 61]),
        (Range(0, 60), [1, 2, 3]),
        (Range(0, 60), [1]),
        (Flag(), 1),
        (Flag(), "yes"),
        (Flag(), None),
        (Day(), "2023-02-29"),
        (Day(), "1879-12-31"),
        (Day(), "01/02/2024"),
        (Day(), "2024-1-2"),
        (Day(), "2024-W01-1"),
        (Words(5), "longer"),
        (Words(5), "   "),
    ],
    ids=lambda each: each.allowed if hasattr(each, "allowed") else repr(each),
)
def test_the_edge_is_refused(kind, raw):
    with pytest.raises(NotAllowed, match=f"^{re.escape(kind.allowed)}$"):
        kind.read(raw)


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (Quantity(0, 10), 10, 10),
        (Quantity(0, 10, whole=True), 3.0, 3),
        (Quantity(0, 10, null=True), None, NEVER),
        (Quantity(20, 30, step=2), 24, 24),
        (Range(0, 60), 5, Span(5, 5)),
        (Range(0, 60), [0, 60], Span(0, 60)),
        (Day(), "2024-02-29", date(2024, 2, 29)),
        (Day(), "1880-01-01", date(1880, 1, 1)),
        (Words(5), " both ", "both"),
        (Words(20, strip=" -"), "AB 123-4", "AB1234"),
        (DICTIONARY["laterality"].kind, "unknown", UNKNOWN),
        (DICTIONARY["systemic_symptoms"].kind, ["none"], frozenset()),
    ],
    ids=lambda each: each.allowed if hasattr(each, "allowed") else repr(each),
)
def test_the_edge_is_accepted(kind, raw, value):
    assert kind.read(raw) == value


def test_none_stands_alone_in_a_list():
    with pytest.raises(NotAllowed, match=r"each once, none alone$"):
        DICTIONARY["systemic_symptoms"].kind.read(["none", "rash"])


def test_a_word_stands_once_in_a_list():
    with pytest.raises(NotAllowed, match=r"each once$"):
        Choices({"a": "A", "b": "B"}).read(["a", "a"])


@pytest.mark.parametrize("marker", [UNKNOWN, NEVER])
def test_unknown_and_never_are_neither_true_nor_false(marker):
    with pytest.raises(TypeError, match="is neither true nor false"):
        bool(marker)


@pytest.mark.parametrize("ends", [(2, 1), (math.nan, 1), (0, math.nan)])
def test_a_span_stands_low_first(ends):
    with pytest.raises(ValueError, match="a span needs low <= high"):
        Span(*ends)
