"""How a term and its value are said."""

from __future__ import annotations

from typing import Any

from concordant.criteria.nodes import Term
from concordant.facts.fact import Fact
from concordant.facts.kinds import Table
from concordant.facts.units import UNITS
from concordant.facts.values import Span, Value


def label(term: Term) -> str:
    """The clinician's term, with segment, side or key."""
    chosen = ", ".join(part for part in (term.segment, term.side, key_in_words(term.fact, term.key)) if part)
    return f"{term.fact.label} ({chosen})" if chosen else term.fact.label


def key_in_words(fact: Fact[Any], key: str | None) -> str | None:
    """A key of a table as the dictionary says it; anything else as it stands."""
    return fact.kind.keys.get(key, key) if key is not None and isinstance(fact.kind, Table) else key


def value_in_words(term: Term, value: Value) -> str:
    """A value with its unit."""
    unit = UNITS[term.fact.unit].after
    if isinstance(value, Span):
        return f"{value}{unit}"
    said = term.kind.say(value)
    return f"{said}{unit}" if isinstance(value, int | float) and not isinstance(value, bool) else said
