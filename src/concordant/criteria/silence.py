"""What is read where nothing was said."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Instances, Origin, Reading
from concordant.facts.fact import Fact, Scope
from concordant.facts.values import UNKNOWN


@cache
def never_said(fact: Fact[Any]) -> Reading:
    """The reading of a fact of which there is no entry: the same for everybody."""
    if fact.absent is not None:
        return Reading(fact.absent, Origin.NO_ENTRY)
    return Reading(UNKNOWN, Origin.MISSING, missing=(fact.name,))


def of_one_key(term: Term, whole: Reading) -> Reading:
    """The reading of one key of a table."""
    if not isinstance(whole.value, dict):
        return whole
    value = whole.value.get(term.key, UNKNOWN)
    missing = () if value is not UNKNOWN else (term.fact.name,)
    origin = whole.origin if value is not UNKNOWN or whole.origin is Origin.CONTRADICTED else Origin.MISSING
    return Reading(value, origin, whole.said, whole.inputs, whole.note, missing)


class Silence:
    """A record without any entry. Implements :class:`concordant.criteria.reading.Knowledge`."""

    as_of = date.min

    def read(self, term: Term, where: Binding) -> Reading:
        """No entry."""
        whole = never_said(term.fact)
        return whole if term.key is None else of_one_key(term, whole)

    def instances(self, scope: Scope) -> Instances:
        """None that anybody told of."""
        return Instances(())

    def visits_with(self, fact: Fact[Any], where: Binding) -> frozenset[str]:
        """No visit."""
        return frozenset()

    def day_of(self, visit: str) -> date:
        """Raises KeyError: there is no visit."""
        raise KeyError(f"no visit {visit}")

    def newest_entry(self, facts: tuple[Fact[Any], ...]) -> date | None:
        """Never."""
        return None

    def says_nothing_of(self, names: frozenset[str]) -> bool:
        """False, so that its rules are gone through."""
        return False
