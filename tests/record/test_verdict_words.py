"""The short word of a change follows from the finer one (retest 1.5)."""

import pytest

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin
from concordant.facts import UNKNOWN
from concordant.facts.outcomes.change import CHANGE_CLASSES, VERDICTS
from concordant.record.derive.verdicts import VERDICT_OF
from tests.people import bare, record

PAIRS = [("any_headache_change_class", "any_headache_verdict"), ("function_change_class", "function_verdict")]
VISIT = Binding(visit="0")


def read(name, **facts):
    return record(bare(**facts)).value(name, VISIT)


@pytest.mark.parametrize(("change", "verdict"), PAIRS)
@pytest.mark.parametrize(
    ("word", "short"),
    [
        ("improved_important", "improved_important"),
        ("improved", "improved"),
        ("important_but_uncertain", "within_error"),
        ("within_error", "within_error"),
        ("worse", "worse"),
        ("not_assessable", UNKNOWN),
    ],
)
def test_word(change, verdict, word, short):
    assert read(verdict, **{change: word}) == short


@pytest.mark.parametrize(("change", "verdict"), PAIRS)
def test_a_stated_verdict_stands_until_the_change_is_known(change, verdict):
    assert read(verdict, **{verdict: "improved"}) == "improved"
    assert read(verdict, **{verdict: "improved", change: "worse"}) == "worse"


@pytest.mark.parametrize(
    ("verdict", "asked"),
    [("any_headache_verdict", ("any_headache_change_class",)), ("function_verdict", ("ndi_score", "psfs_score"))],
)
def test_without_either_it_says_what_to_ask(verdict, asked):
    someone = record(bare())
    reading = someone.read(Term(someone.dictionary[verdict]), VISIT)
    assert (reading.origin, reading.missing) == (Origin.MISSING, asked)


def test_every_word_has_a_short_one():
    assert set(CHANGE_CLASSES) - {"not_assessable", "unknown"} == set(VERDICT_OF)
    assert set(VERDICT_OF.values()) == set(VERDICTS) - {"unknown"}
