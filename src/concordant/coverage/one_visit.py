"""A record together with what the ledger knows of one visit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from concordant.criteria import Binding, Knowledge, Reading
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Instances, Origin
from concordant.criteria.silence import of_one_key
from concordant.facts import UNKNOWN, Fact, Scope, Value
from concordant.facts.kinds import Kind


class OneVisit:
    """Knowledge with the facts of one visit given. Implements :class:`concordant.criteria.reading.Knowledge`."""

    def __init__(
        self, knowledge: Knowledge, given: Mapping[Fact[Any], Value], missing: Mapping[Fact[Any], tuple[str, ...]]
    ) -> None:
        """``missing``: of what is unknown, or known within bounds only, the facts that a person would be asked."""
        self.as_of = knowledge.as_of
        self._knowledge = knowledge
        self._given = given
        self._missing = missing

    def read(self, term: Term, where: Binding) -> Reading:
        """What the ledger gives; else what the record says."""
        if term.fact not in self._given:
            return self._knowledge.read(term, where)
        value = self._given[term.fact]
        origin = Origin.MISSING if value is UNKNOWN else Origin.COMPUTED
        whole = Reading(value, origin, missing=self._missing.get(term.fact, ()))
        return whole if term.key is None else of_one_key(term, whole)

    def instances(self, scope: Scope) -> Instances:
        """Those of the record."""
        return self._knowledge.instances(scope)

    def visits_with(self, fact: Fact[Kind], where: Binding) -> frozenset[str]:
        """Those of the record."""
        return self._knowledge.visits_with(fact, where)

    def day_of(self, visit: str) -> date:
        """The date of a visit."""
        return self._knowledge.day_of(visit)

    def newest_entry(self, facts: tuple[Fact[Kind], ...]) -> date | None:
        """The newest day on which any of these facts was entered."""
        return self._knowledge.newest_entry(facts)

    def says_nothing_of(self, names: frozenset[str]) -> bool:
        """False, so that its rules are gone through."""
        return False
