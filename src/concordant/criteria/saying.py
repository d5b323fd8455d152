"""How a term and its value are said."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.facts.units import UNITS
from concordant.facts.values import Span, Value


def label(term: Term) -> str:
    """The clinician's term, with segment, side or key."""
    chosen = ", ".join(part for part in (term.segment, term.side, term.key) if part)
    return f"{term.fact.label} ({chosen})" if chosen else term.fact.label


def value_in_words(term: Term, value: Value) -> str:
    """A value with its unit."""
    unit = UNITS[term.fact.unit].after
    if isinstance(value, Span):
        return f"{value}{unit}"
    said = term.kind.say(value)
    return f"{said}{unit}" if isinstance(value, int | float) and not isinstance(value, bool) else said
