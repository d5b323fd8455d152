"""The shorter word of a change, as the case file's answer has it, from the finer word of retest 1.4 (retest 1.5)."""

from __future__ import annotations

from concordant.change.category import Category
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.fact import Fact
from concordant.facts.kinds import Choice
from concordant.facts.outcomes.change import (
    any_headache_change_class,
    any_headache_verdict,
    function_change_class,
    function_verdict,
)
from concordant.record.derive.computing import Inputs, Reader, computes

VERDICT_OF = {
    "improved_important": "improved_important",
    "improved": "improved",
    "important_but_uncertain": "within_error",
    "within_error": "within_error",
    "worse": "worse",
}
"""A change that is not assessable has no verdict: it is unknown, never "no change"."""

_FINER = (Category.IMPORTANT_BUT_UNCERTAIN, Category.NOT_ASSESSABLE)


def word_of(category: Category) -> str:
    """The finer word of a change as the facts have it: the size of a worsening is not among them."""
    return category.value if category in _FINER else category.verdict


def short_word_of(category: Category) -> str | None:
    """The word of a verdict; None for a change that is not assessable."""
    return VERDICT_OF.get(word_of(category))


def _follows(verdict: Fact[Choice], change: Fact[Choice]) -> None:
    @computes(verdict)
    def short_word(reader: Reader, where: Binding, term: Term) -> Reading:
        inputs = Inputs(reader, where)
        word = inputs.get(change)
        if word == "not_assessable":
            return inputs.unknown("the change cannot be assessed")
        return inputs.result(VERDICT_OF[word]) if isinstance(word, str) else inputs.unknown()


_follows(any_headache_verdict, any_headache_change_class)
_follows(function_verdict, function_change_class)
