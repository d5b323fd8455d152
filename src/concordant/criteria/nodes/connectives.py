"""Connectives: the truth of several parts together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from concordant.criteria.nodes.criterion import Criterion, Part
from concordant.criteria.nodes.term import CriterionError
from concordant.facts.fact import Fact


@dataclass(frozen=True, slots=True)
class Joined(Criterion):
    """Several parts under one connective."""

    joined: tuple[Part, ...]

    def __post_init__(self) -> None:
        if not self.joined:
            raise CriterionError(f"{type(self).__name__} needs at least one part")
        letters = [part.letter for part in self.joined if part.letter]
        if len(letters) != len(set(letters)):
            raise CriterionError(f"a letter stands twice in {', '.join(letters)}")

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.joined


@dataclass(frozen=True, slots=True)
class AllOf(Joined):
    """Every part is met."""


@dataclass(frozen=True, slots=True)
class AnyOf(Joined):
    """At least one part is met."""


@dataclass(frozen=True, slots=True)
class AllButOne(Joined):
    """Exactly one part is not met, the rest are."""


@dataclass(frozen=True, slots=True)
class Counted(Joined):
    """Base of the counting connectives."""

    n: int

    def __post_init__(self) -> None:
        Joined.__post_init__(self)
        if not 0 <= self.n <= len(self.joined):
            raise CriterionError(f"{self.n} cannot be asked of {len(self.joined)} parts")


@dataclass(frozen=True, slots=True)
class AtLeast(Counted):
    """At least n parts are met."""


@dataclass(frozen=True, slots=True)
class AtMost(Counted):
    """No more than n parts are met."""


@dataclass(frozen=True, slots=True)
class Not(Criterion):
    """The part is not met."""

    part: Part

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.part,)


@dataclass(frozen=True, slots=True)
class Surely(Criterion):
    """The part is met now. Two-valued: what is unknown is not surely so.

    For rules that speak of what is established ("another diagnosis is definite"), never for findings.
    """

    part: Part

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.part,)


@dataclass(frozen=True, slots=True)
class Awaits(Criterion):
    """Met when the part is met; until then unknown, also where the part is not met now.

    For gates that hold a verdict back without speaking against it (an open red flag). ``settled_by`` is the
    fact by which somebody lifts the gate.
    """

    part: Part
    settled_by: Fact[Any]

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.part,)


@dataclass(frozen=True, slots=True)
class Decide(Criterion):
    """Met by one condition, not met by another, else unknown. Both at once is a conflict, an error."""

    met_if: Part
    not_met_if: Part

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.met_if, self.not_met_if)


@dataclass(frozen=True, slots=True)
class Named(Criterion):
    """A part under a name of its own, with the source of its rule."""

    name: str
    part: Part
    source: str = ""

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.part,)
