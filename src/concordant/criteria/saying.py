"""How a term and its value are said. Numbers are rounded here, and nowhere where they are compared."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import Any

from concordant.criteria.nodes import Criterion, Term, Within
from concordant.facts.fact import Fact
from concordant.facts.kinds import Table
from concordant.facts.rounding import rounded
from concordant.facts.units import UNITS
from concordant.facts.values import Span, Value


def label(term: Term) -> str:
    """The clinician's term, with segment, side or key."""
    chosen = ", ".join(part for part in (term.segment, term.side, key_in_words(term.fact, term.key)) if part)
    return f"{term.fact.label} ({chosen})" if chosen else term.fact.label


def key_in_words(fact: Fact[Any], key: str | None) -> str | None:
    """A key of a table as the dictionary says it; anything else as it stands."""
    return fact.kind.keys.get(key, key) if key is not None and isinstance(fact.kind, Table) else key


def value_in_words(term: Term, value: Value, beside: Collection[float] = ()) -> str:
    """A value with its unit; numbers rounded, with more digits where they would read as one of ``beside``."""
    unit = UNITS[term.fact.unit].after
    if isinstance(value, Span):
        return f"{_span_in_words(value, beside)}{unit}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{rounded(value, beside)}{unit}"
    return term.kind.in_english(value)


def limits(criterion: Criterion) -> tuple[float, ...]:
    """The numbers with which a condition compares what it reads."""
    bounds = (criterion.low, criterion.high) if isinstance(criterion, Within) else ()
    return tuple(bound for bound in bounds if bound is not None)


def _span_in_words(span: Span, beside: Collection[float]) -> str:
    low, high = (rounded(end, beside) for end in (span.low, span.high))
    if math.isinf(span.high):
        return f"at least {low}"
    return low if span.exact else f"{low} to {high}"
