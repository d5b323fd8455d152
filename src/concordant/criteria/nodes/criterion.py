"""What all nodes have in common, and the part that carries a letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from concordant.criteria.nodes.term import CriterionError, Term
from concordant.facts.fact import Fact, Scope


@dataclass(frozen=True, slots=True)
class Criterion:
    """Base of all nodes."""

    step: Any = field(init=False, repr=False, compare=False, default=None)
    """What :mod:`concordant.criteria.steps` made ready of this node, once it was first evaluated."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The nodes below, with their letters."""
        return ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms that this very node reads."""
        return ()

    @property
    def asks(self) -> tuple[str, ...]:
        """The keys of the other rules that this very node asks."""
        return ()

    @property
    def binds(self) -> frozenset[Scope]:
        """The scopes that this node binds for the nodes below."""
        return frozenset()

    @property
    def needs(self) -> frozenset[Scope]:
        """The scopes that must be bound from outside before this rule can be asked."""
        own = frozenset(scope for term in self.terms for scope in _scopes_needed(term.fact))
        below = frozenset(scope for part in self.parts for scope in part.criterion.needs)
        return own | (below - self.binds)

    def walk(self) -> Iterator[Criterion]:
        """This node and all below, depth first, in order."""
        yield self
        for part in self.parts:
            yield from part.criterion.walk()

    def facts(self) -> tuple[Fact[Any], ...]:
        """Every fact that this rule itself reads, once, in order."""
        return tuple(dict.fromkeys(term.fact for node in self.walk() for term in node.terms))

    def references(self) -> tuple[str, ...]:
        """The keys of the other rules that this rule asks, once, in order."""
        return tuple(dict.fromkeys(key for node in self.walk() for key in node.asks))


def _scopes_needed(fact: Fact[Any]) -> Iterator[Scope]:
    if fact.scope in (Scope.HEADACHE, Scope.INJURY, Scope.DAY):
        yield fact.scope
    if fact.per_headache:
        yield Scope.HEADACHE


@dataclass(frozen=True, slots=True)
class Part:
    """A node below another, with the letter by which clinicians know it."""

    criterion: Criterion
    letter: str | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.criterion, Criterion):
            raise CriterionError(f"{self.criterion!r} is not a criterion; write yes(…), one_of(…), between(…)")
