"""What a rule is made of: frozen, checked at construction, so that a badly typed rule cannot exist.

Use the functions of :mod:`concordant.criteria.build` to write rules; these nodes hold the meaning.
The readers (evaluate, missing, words, document) each walk the same nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from concordant.facts.fact import SEGMENTS, SIDES, Fact, Scope, Sides
from concordant.facts.kinds import Choice, Choices, Day, Flag, Kind, Quantity, Range, Table


class CriterionError(TypeError):
    """A rule that does not fit together; the message names the fact and what does not fit."""


def _refuse(fact: Fact[Any], problem: str) -> CriterionError:
    return CriterionError(f"{fact.name} ({fact.kind.word}, scope {fact.scope.value}): {problem}")


@dataclass(frozen=True, slots=True)
class Term:
    """A fact as a rule reads it: the whole fact, or one side and segment, or one key of a table."""

    fact: Fact[Any]
    side: str | None = None
    segment: str | None = None
    key: str | None = None
    _hash: int = field(init=False, repr=False, compare=False, default=0)
    """Terms are keys of every look-up of an evaluation, so their hash is taken once."""

    def __hash__(self) -> int:
        return self._hash

    def __post_init__(self) -> None:
        fact = self.fact
        object.__setattr__(self, "_hash", hash((fact, self.side, self.segment, self.key)))
        if (fact.sides is Sides.NONE) != (self.side is None) or (self.side and self.side not in SIDES):
            raise _refuse(fact, f"side {self.side!r} does not fit; it has sides: {fact.sides.value}")
        if fact.segmental != (self.segment is not None) or (self.segment and self.segment not in SEGMENTS):
            raise _refuse(fact, f"segment {self.segment!r} does not fit")
        if self.key is not None:
            if not isinstance(fact.kind, Table):
                raise _refuse(fact, f"it has no keys, so {self.key!r} does not fit")
            if fact.kind.keys and self.key not in fact.kind.keys:
                raise _refuse(fact, f"no key {self.key!r}; it has {', '.join(fact.kind.keys)}")

    @property
    def kind(self) -> Kind:
        """The kind of the value that is read."""
        kind: Kind = self.fact.kind
        return kind.values if self.key is not None and isinstance(kind, Table) else kind

    @property
    def name(self) -> str:
        """The fact with its selection: ``arom_rotation_deg[left]``."""
        chosen = ", ".join(part for part in (self.segment, self.side, self.key) if part)
        return f"{self.fact.name}[{chosen}]" if chosen else self.fact.name

    def need(self, *kinds: type[Kind], use: str) -> None:
        """Raise :class:`CriterionError` unless the value is of one of these kinds."""
        if not isinstance(self.kind, kinds):
            wanted = " or ".join(kind.word for kind in kinds)
            raise _refuse(self.fact, f"{use} asks for {wanted}")

    def need_words(self, words: frozenset[str]) -> None:
        """Raise :class:`CriterionError` unless every word is allowed and there is at least one."""
        allowed = self.kind.words if isinstance(self.kind, Choice | Choices) else ()
        odd = sorted(words - set(allowed))
        if odd or not words:
            shown = ", ".join(odd) or "no word at all"
            raise _refuse(self.fact, f"{shown} is not allowed; allowed: {', '.join(allowed)}")


@dataclass(frozen=True, slots=True)
class Criterion:
    """Base of all nodes."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The nodes below, with their letters."""
        return ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms that this very node reads."""
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
        return tuple(dict.fromkeys(node.key for node in self.walk() if isinstance(node, Verdict)))


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


# --- leaves: one fact each (two for an order of dates) ------------------------------------------------


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
            raise _refuse(self.term.fact, "a comparison needs a bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise _refuse(self.term.fact, f"nothing lies between {self.low} and {self.high}")
        for bound in (self.low, self.high):
            self._reachable(bound)

    def _reachable(self, bound: float | None) -> None:
        kind = self.term.kind
        assert isinstance(kind, Quantity | Range)
        if bound is None:
            return
        if (kind.low is not None and bound < kind.low) or (kind.high is not None and bound > kind.high):
            raise _refuse(self.term.fact, f"the bound {bound} lies outside what can be entered: {kind.allowed}")


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
            raise _refuse(self.term.fact, f"{self.n} words cannot be asked of {len(kind.words)}")


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
            raise _refuse(self.term.fact, "cleared() asks for a key of a table")


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


# --- connectives ----------------------------------------------------------------------------------------


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


# --- bindings -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ForSome(Criterion):
    """Met by at least one injury, headache or visit; within it, facts are read of that one."""

    scope: Scope
    part: Part

    def __post_init__(self) -> None:
        if self.scope not in (Scope.INJURY, Scope.HEADACHE, Scope.VISIT):
            raise CriterionError(f"a rule cannot run over each {self.scope.value}")
        scopes = {fact.scope for fact in self.part.criterion.facts()}
        wanted = {Scope.VISIT, Scope.COURSE} if self.scope is Scope.VISIT else {self.scope}
        per_headache = self.scope is Scope.HEADACHE and Scope.HEADACHE in self.part.criterion.needs
        if not scopes & wanted and not per_headache and not self.part.criterion.references():
            raise CriterionError(f"the rule for each {self.scope.value} reads nothing of a {self.scope.value}")

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.part,)

    @property
    def binds(self) -> frozenset[Scope]:
        return frozenset({self.scope})


@dataclass(frozen=True, slots=True)
class HeldAtRetests(Criterion):
    """Met at the newest visit that can say, and at every such visit back to one at least ``days`` earlier.

    Not met when the newest such visit says so; unknown when it is met but not yet held for so long.
    """

    days: int
    part: Part

    def __post_init__(self) -> None:
        if not any(fact.scope in (Scope.COURSE, Scope.VISIT) for fact in self.part.criterion.facts()):
            raise CriterionError("a rule that is held at retests reads facts of a visit or course")

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.part,)

    @property
    def binds(self) -> frozenset[Scope]:
        return frozenset({Scope.VISIT})


@dataclass(frozen=True, slots=True)
class Verdict(Criterion):
    """The root of another rule of the same rule book, for the same headache."""

    key: str
    of_headache: bool = True

    @property
    def needs(self) -> frozenset[Scope]:
        return frozenset({Scope.HEADACHE}) if self.of_headache else frozenset()
