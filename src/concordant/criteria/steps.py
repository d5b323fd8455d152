"""Rules made ready to be evaluated: what never changes about a node is worked out once in the life of a process.

Nodes that say the same under the same letter are one step, so what many rules ask is answered once.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import cached_property
from typing import Any
from weakref import WeakValueDictionary

from concordant.criteria.comparing import told_by
from concordant.criteria.joining import join_of
from concordant.criteria.nodes import Criterion, ForSome, Part, Term, Verdict
from concordant.criteria.trace import Trace
from concordant.criteria.truth import Truth
from concordant.facts.fact import Fact, Scope


class Reach(IntEnum):
    """What of a binding a step can depend on."""

    PERSON = 0
    """Nothing: it is the same for every headache, injury and visit."""
    HEADACHE = 1
    """The headache and the injury."""
    VISIT = 2
    """The visit as well."""


_REACH = {
    Scope.PERSON: Reach.PERSON,
    Scope.EPISODE: Reach.PERSON,
    Scope.HEADACHE: Reach.HEADACHE,
    Scope.INJURY: Reach.HEADACHE,
}


class Step:
    """A node under its letter. Compared by identity: equal nodes share one step."""

    def __init__(self, node: Criterion, letter: str | None, parts: tuple[Step, ...]) -> None:
        self.node = node
        self.type = type(node)
        self.letter = letter
        self.parts = parts
        self.terms: tuple[Term, ...] = tuple(node.terms)
        self.told = told_by(node)
        self.join = join_of(node)
        self.silence: Trace | None = None
        """The trace where none of ``entered_only`` was ever entered; found when first needed."""
        self.reach: int = int(max((_own_reach(node), *(part.reach for part in parts))))

    @cached_property
    def at_visits(self) -> tuple[Fact[Any], ...]:
        """Every fact of a visit or course that is read here or below."""
        return tuple(fact for fact in self.node.facts() if fact.scope in (Scope.VISIT, Scope.COURSE))

    @cached_property
    def entered_only(self) -> frozenset[str] | None:
        """The names of all facts of a step that hangs on entries alone; None where it hangs on anything else:
        a computed fact, another rule, which headaches and injuries there are."""
        below = [part.entered_only for part in self.parts]
        if isinstance(self.node, Verdict) or (isinstance(self.node, ForSome) and self.node.scope is not Scope.VISIT):
            return None
        if None in below or any(term.fact.derived_from for term in self.terms):
            return None
        return frozenset(term.fact.name for term in self.terms).union(*[names for names in below if names])

    @cached_property
    def void(self) -> Trace:
        """The trace for something that does not exist: nothing of it is met."""
        return Trace(self.node, Truth.NOT_MET, tuple([part.void for part in self.parts]), self.letter)


def prepared(node: Criterion) -> Step:
    """The step of a node without a letter."""
    if node.step is None:
        parts = tuple(map(_of_part, node.parts))
        key = (type(node), parts, tuple(_distinct(_own_values(node))))
        object.__setattr__(node, "step", _shared(key, node, None, parts))
    step: Step = node.step
    return step


def _of_part(part: Part) -> Step:
    bare = prepared(part.criterion)
    return bare if part.letter is None else _shared((bare, part.letter), bare.node, part.letter, bare.parts)


_STEPS: WeakValueDictionary[tuple[Any, ...], Step] = WeakValueDictionary()
"""Steps that somebody holds, by what they say."""


def _shared(key: tuple[Any, ...], node: Criterion, letter: str | None, parts: tuple[Step, ...]) -> Step:
    step = _STEPS.get(key)
    if step is None:
        step = _STEPS[key] = Step(node, letter, parts)
    return step


def _own_values(node: Criterion) -> Iterable[Any]:
    """What a node says beside its parts."""
    names: tuple[str, ...] = node.__match_args__
    values = (getattr(node, name) for name in names)
    below = node.parts
    return (value for value in values if value is not below and not isinstance(value, Part))


def _distinct(values: Iterable[Any]) -> Iterable[Any]:
    """1, 1.0 and True are equal, and are not written the same."""
    return ((value, type(value)) for value in values)


def _own_reach(node: Criterion) -> Reach:
    if isinstance(node, Verdict):
        return Reach.HEADACHE if node.of_headache else Reach.PERSON
    return max((_REACH.get(term.fact.scope, Reach.VISIT) for term in node.terms), default=Reach.PERSON)
