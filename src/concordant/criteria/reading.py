"""What a rule gets when it reads a fact: the value, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import NamedTuple, Protocol

from concordant.criteria.nodes import Term
from concordant.criteria.saying import value_in_words
from concordant.facts.fact import Fact, Scope
from concordant.facts.kinds import Kind
from concordant.facts.values import UNKNOWN, Value


class Origin(Enum):
    """How a value came about."""

    STATED = "stated"
    COMPUTED = "computed"
    COUNTED = "counted"
    PROPOSED = "proposed, not yet confirmed"
    STATED_RESULT = "stated, not computed"
    NO_ENTRY = "no entry, so none"
    MISSING = "not known"
    CONTRADICTED = "contradicted, so not known"


@dataclass(slots=True, unsafe_hash=True)
class Said:
    """Who said it, for which day, and where it is written. Never changed; not frozen, as hundreds are made."""

    on: date | None = None
    by: str = ""
    place: str = ""


@dataclass(slots=True)
class Input:
    """A value that went into a computed one. Never changed; not frozen, as hundreds are made."""

    name: str
    value: Value
    text: str = ""
    term: Term | None = None
    reading: Reading | None = None
    """How the value itself came about, where it is a fact."""

    @property
    def shown(self) -> str:
        """The value in words; worked out when somebody looks, as most are never looked at."""
        return self.text or (value_in_words(self.term, self.value) if self.term else str(self.value))


@dataclass(slots=True)
class Reading:
    """A fact's value as a rule reads it. Shared and never changed; not frozen, as thousands are made."""

    value: Value
    origin: Origin
    said: Said | None = None
    inputs: tuple[Input, ...] = ()
    note: str = ""
    missing: tuple[str, ...] = ()
    """Where the value is unknown: the facts to ask, the fact itself or what it is computed from."""
    partial: bool = False
    """Bounds from too few answered days: good for a threshold that they clear, no knowledge of the number."""

    @property
    def known(self) -> bool:
        """True where there is a value."""
        return self.value is not UNKNOWN


class Binding(NamedTuple):
    """Which headache, injury and visit a rule is being asked of; None where none is bound.

    A tuple, as every look-up of an evaluation hashes one.
    """

    headache: str | None = None
    injury: str | None = None
    visit: str | None = None

    @lru_cache(maxsize=4096)  # noqa: B019 - bindings are few and small
    def bound(self, scope: Scope, instance: str) -> Binding:
        """The same with one more bound."""
        return _the_one(
            instance if scope is Scope.HEADACHE else self.headache,
            instance if scope is Scope.INJURY else self.injury,
            instance if scope is Scope.VISIT else self.visit,
        )

    @lru_cache(maxsize=4096)  # noqa: B019 - as above
    def at_no_visit(self) -> Binding:
        """The same without a visit."""
        return _the_one(self.headache, self.injury, None)


@lru_cache(maxsize=4096)
def _the_one(headache: str | None, injury: str | None, visit: str | None) -> Binding:
    """One object for all that are equal: in the look-ups of an evaluation it is found without being compared."""
    return Binding(headache, injury, visit)


UNBOUND = _the_one(None, None, None)


@dataclass(frozen=True, slots=True)
class Instances:
    """The injuries, headaches or visits of a record."""

    ids: tuple[str, ...]
    none_stated: bool = False
    """The record says that there is none; otherwise an empty list means that nobody has asked."""


class Knowledge(Protocol):
    """What the readers of rules ask of a record."""

    as_of: date

    def read(self, term: Term, where: Binding) -> Reading:
        """The reading of one term."""

    def instances(self, scope: Scope) -> Instances:
        """All of one scope, visits in order of date."""

    def visits_with(self, fact: Fact[Kind], where: Binding) -> frozenset[str]:
        """The visits at which a fact was entered, or can be computed; none of one that is of no visit or course."""

    def day_of(self, visit: str) -> date:
        """The date of a visit."""

    def newest_entry(self, facts: tuple[Fact[Kind], ...]) -> date | None:
        """The newest day on which any of these facts was entered, of whatever headache or visit."""

    def says_nothing_of(self, names: frozenset[str]) -> bool:
        """Whether no fact of these names, none of which is computed, was ever entered; False where that is costly."""
