"""A fact as a rule reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from concordant.facts.fact import SEGMENTS, SIDES, Fact, Sides
from concordant.facts.kinds import Choice, Choices, Kind, Table


class CriterionError(TypeError):
    """A rule that does not fit together; the message names the fact and what does not fit."""


def refused(fact: Fact[Any], problem: str) -> CriterionError:
    """The error of a rule that asks of a fact what it cannot give."""
    return CriterionError(f"{fact.name} ({fact.kind.word}, scope {fact.scope.value}): {problem}")


class _MadeOnce(type):
    """One object for all terms that are equal, so that they can be hashed and compared by identity."""

    def __call__(
        cls, fact: Fact[Any], side: str | None = None, segment: str | None = None, key: str | None = None
    ) -> Any:
        return cls._one(fact, side, segment, key)

    @cache  # noqa: B019 - there is one class, and its terms are those of the dictionary
    def _one(cls, *choice: Any) -> Any:
        return super().__call__(*choice)


@dataclass(frozen=True, slots=True, eq=False)
class Term(metaclass=_MadeOnce):
    """A fact as a rule reads it: the whole fact, or one side and segment, or one key of a table.

    Terms are keys of every look-up of an evaluation: compared and hashed by identity, as facts are.
    """

    fact: Fact[Any]
    side: str | None = None
    segment: str | None = None
    key: str | None = None
    name: str = field(init=False, repr=False, default="")
    """The fact with its selection: ``arom_rotation_deg[left]``."""

    def __post_init__(self) -> None:
        fact = self.fact
        chosen = ", ".join(part for part in (self.segment, self.side, self.key) if part)
        object.__setattr__(self, "name", f"{fact.name}[{chosen}]" if chosen else fact.name)
        if (fact.sides is Sides.NONE) != (self.side is None) or (self.side and self.side not in SIDES):
            raise refused(fact, f"side {self.side!r} does not fit; it has sides: {fact.sides.value}")
        if fact.segmental != (self.segment is not None) or (self.segment and self.segment not in SEGMENTS):
            raise refused(fact, f"segment {self.segment!r} does not fit")
        if self.key is not None:
            if not isinstance(fact.kind, Table):
                raise refused(fact, f"it has no keys, so {self.key!r} does not fit")
            if fact.kind.keys and self.key not in fact.kind.keys:
                raise refused(fact, f"no key {self.key!r}; it has {', '.join(fact.kind.keys)}")

    @property
    def kind(self) -> Kind:
        """The kind of the value that is read."""
        kind: Kind = self.fact.kind
        return kind.values if self.key is not None and isinstance(kind, Table) else kind

    def need(self, *kinds: type[Kind], use: str) -> None:
        """Raise :class:`CriterionError` unless the value is of one of these kinds."""
        if not isinstance(self.kind, kinds):
            wanted = " or ".join(kind.word for kind in kinds)
            raise refused(self.fact, f"{use} asks for {wanted}")

    def need_words(self, words: frozenset[str]) -> None:
        """Raise :class:`CriterionError` unless every word is allowed and there is at least one."""
        allowed = self.kind.words if isinstance(self.kind, Choice | Choices) else ()
        odd = sorted(words - set(allowed))
        if odd or not words:
            shown = ", ".join(odd) or "no word at all"
            raise refused(self.fact, f"{shown} is not allowed; allowed: {', '.join(allowed)}")


@cache
def term_of(fact: Fact[Any], side: str | None = None, segment: str | None = None) -> Term:
    """The term that reads a fact, or one side or segment of it."""
    return Term(fact, side, segment)
