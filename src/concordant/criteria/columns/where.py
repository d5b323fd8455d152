"""Of which headache, injury and visit a column speaks: places in a row, as a binding is a set of ids in a record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from concordant.facts.fact import Fact, Scope

THIS = 0
"""The headache of the row itself; its columns carry no prefix."""


@dataclass(frozen=True, slots=True)
class Where:
    """Which places are bound; None where none is."""

    headache: int | None = None
    """0 for the headache of the row, 1, 2 … for the person's other headaches."""
    injury: int | None = None
    """1, 2 … in the order of the record."""
    visit: int | None = None
    """1, 2 …, the newest first."""

    def bound(self, scope: Scope, place: int) -> Where:
        """The same with one more bound."""
        return replace(self, **{scope.value: place})

    def that_matters(self, fact: Fact[Any]) -> Where:
        """Only the places on which a value of this fact can depend.

        What is entered belongs to its scope. What is computed may rest on anything that is bound, but a fact of
        the person is the same for every headache, and one of a headache or injury for every visit.
        """
        if fact.scope in (Scope.PERSON, Scope.EPISODE):
            return Where()
        visit = None if fact.scope in (Scope.HEADACHE, Scope.INJURY) else self.visit
        if fact.derived_from:
            return Where(self.headache, self.injury, visit)
        of_headache = fact.scope is Scope.HEADACHE or fact.per_headache
        return Where(
            self.headache if of_headache else None,
            self.injury if fact.scope is Scope.INJURY else None,
            visit,
        )

    def prefix(self, fact: Fact[Any]) -> str:
        """How a column of this fact begins: ``other1.``, ``injury1.``, ``visit2.`` or several of them.

        ``person.`` stands where a fact that may depend on the headache is asked of no particular one.
        """
        asked_of_headache = fact.per_headache or fact.scope is Scope.HEADACHE or _computed_below_person(fact)
        if self.headache is None:
            words = "person." if asked_of_headache else ""
        else:
            words = "" if self.headache == THIS else f"other{self.headache}."
        if self.injury is not None:
            words += f"injury{self.injury}."
        return words if self.visit is None else f"{words}visit{self.visit}."


def _computed_below_person(fact: Fact[Any]) -> bool:
    return bool(fact.derived_from) and fact.scope not in (Scope.PERSON, Scope.EPISODE)


NOWHERE = Where()


@dataclass(frozen=True, slots=True)
class Places:
    """How many other headaches, injuries and visits a row has room for."""

    others: int = 0
    injuries: int = 0
    visits: int = 0

    def of(self, scope: Scope) -> range:
        """The places of one scope."""
        if scope is Scope.HEADACHE:
            return range(THIS, self.others + 1)
        return range(1, (self.injuries if scope is Scope.INJURY else self.visits) + 1)

    def widened(self, other: Places) -> Places:
        """Room for both."""
        return Places(
            max(self.others, other.others), max(self.injuries, other.injuries), max(self.visits, other.visits)
        )
