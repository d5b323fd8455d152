"""Leaves: they read one fact, or two for an order of dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from concordant.criteria.nodes.criterion import Criterion
from concordant.criteria.nodes.term import Term, refused
from concordant.facts.fact import Fact
from concordant.facts.kinds import Choice, Choices, Day, Flag, Quantity, Range


@dataclass(frozen=True, slots=True)
class Leaf(Criterion):
    """Reads one term."""

    term: Term

    @property
    def terms(self) -> tuple[Term, ...]:
        return (self.term,)


@dataclass(frozen=True, slots=True)
class Holds(Leaf):
    """A yes/no fact is yes."""

    def __post_init__(self) -> None:
        self.term.need(Flag, use="yes()")


@dataclass(frozen=True, slots=True)
class Within(Leaf):
    """A number or range lies wholly within bounds; no overlap is not met, a partial one is unknown."""

    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        self.term.need(Quantity, Range, use="a comparison with a number")
        if self.low is None and self.high is None:
            raise refused(self.term.fact, "a comparison needs a bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise refused(self.term.fact, f"nothing lies between {self.low} and {self.high}")
        for bound in (self.low, self.high):
            self._reachable(bound)

    def _reachable(self, bound: float | None) -> None:
        kind = self.term.kind
        assert isinstance(kind, Quantity | Range)
        if bound is None:
            return
        if (kind.low is not None and bound < kind.low) or (kind.high is not None and bound > kind.high):
            raise refused(self.term.fact, f"the bound {bound} lies outside what can be entered: {kind.allowed}")


@dataclass(frozen=True, slots=True)
class IsOneOf(Leaf):
    """A choice is one of these words."""

    words: frozenset[str]

    def __post_init__(self) -> None:
        self.term.need(Choice, use="one_of()")
        self.term.need_words(self.words)


@dataclass(frozen=True, slots=True)
class Meets(Leaf):
    """A list holds at least one of these words."""

    words: frozenset[str]

    def __post_init__(self) -> None:
        self.term.need(Choices, use="meets()")
        self.term.need_words(self.words)


@dataclass(frozen=True, slots=True)
class HoldsAtLeast(Leaf):
    """A list holds at least n of its words."""

    n: int

    def __post_init__(self) -> None:
        self.term.need(Choices, use="holds_at_least()")
        kind = self.term.kind
        assert isinstance(kind, Choices)
        if not 1 <= self.n <= len(kind.words):
            raise refused(self.term.fact, f"{self.n} words cannot be asked of {len(kind.words)}")


@dataclass(frozen=True, slots=True)
class Only(Leaf):
    """A list holds none but these words."""

    words: frozenset[str]

    def __post_init__(self) -> None:
        self.term.need(Choices, use="only()")
        self.term.need_words(self.words)


@dataclass(frozen=True, slots=True)
class IsKnown(Leaf):
    """The fact has a value. Met or unknown, never not met: what is not known today may be tomorrow."""


@dataclass(frozen=True, slots=True)
class Cleared(Leaf):
    """A clearance was entered under this key of a table, not before any of these facts was last entered.

    Two-valued: without an entry nothing is cleared.
    """

    of: tuple[Fact[Any], ...]

    def __post_init__(self) -> None:
        if self.term.key is None:
            raise refused(self.term.fact, "cleared() asks for a key of a table")


@dataclass(frozen=True, slots=True)
class OnOrAfter(Criterion):
    """One date is the same as or later than another."""

    later: Term
    earlier: Term

    def __post_init__(self) -> None:
        self.later.need(Day, use="on_or_after()")
        self.earlier.need(Day, use="on_or_after()")

    @property
    def terms(self) -> tuple[Term, ...]:
        return (self.later, self.earlier)
