"""What a trace says agrees with what it compared."""

import pytest

from concordant.answer.trace import trace as told
from concordant.criteria import at_or_below, below
from concordant.criteria.nodes.term import term_of
from concordant.criteria.saying import value_in_words
from concordant.criteria.words import found, outline
from concordant.facts.diary.counts import headache_days_per_30d
from concordant.facts.plan.episode import adherence_percent_28d
from concordant.facts.values import UNKNOWN, Span
from tests.criteria.random_rules import trace

TERM = term_of(adherence_percent_28d)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (200 / 3, "66.67 %"),
        (Span(200 / 3, 75), "66.67 to 75 %"),
        (Span(100 / 3, 100 / 3), "33.33 %"),
        (UNKNOWN, "not known"),
        (80, "80 %"),
    ],
)
def test_a_value_is_rounded_with_its_unit(value, says):
    assert value_in_words(TERM, value) == says


@pytest.mark.parametrize(
    ("value", "says", "truth"),
    [(14.996, "14.996", "MET"), (15, "15", "NOT_MET"), (15.004, "15.004", "NOT_MET"), (100 / 7, "14.29", "MET")],
)
def test_a_value_beside_its_threshold_never_contradicts_it(value, says, truth):
    read = trace(below(headache_days_per_30d, 15), {"headache_days_per_30d": value})
    assert read.truth.name == truth
    assert found(read).startswith(f"{says} days in 30 (")
    assert outline(read)[0].partition(": ")[2].startswith("less than 15 days in 30: " + says)
    assert told(read)["read"][0]["value"] == f"{says} days in 30"


@pytest.mark.parametrize(("value", "says", "truth"), [(12.5, "12.5", "MET"), (12.5004, "12.5004", "NOT_MET")])
def test_nor_where_the_threshold_is_no_whole_number(value, says, truth):
    read = trace(at_or_below(headache_days_per_30d, 12.5), {"headache_days_per_30d": value})
    assert (read.truth.name, told(read)["read"][0]["value"]) == (truth, f"{says} days in 30")
