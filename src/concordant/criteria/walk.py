"""The walk over a rule: plain, one node after the other, each once for every binding that it can depend on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Protocol

from concordant.criteria import nodes, truth
from concordant.criteria.comparing import told
from concordant.criteria.nodes import Criterion
from concordant.criteria.reading import UNBOUND, Binding, Knowledge
from concordant.criteria.steps import Step
from concordant.criteria.trace import Trace
from concordant.criteria.truth import Truth
from concordant.facts.fact import Fact, Scope


class Rules(Protocol):
    """Who evaluates the rules that a rule refers to."""

    def rule(self, key: str, headache: str | None = None) -> Trace:
        """The trace of the rule with this key."""


class Place:
    """A binding, with the traces found there so far."""

    __slots__ = ("done", "where", "within")

    def __init__(self, where: Binding) -> None:
        self.where = where
        self.done: dict[Step, Trace] = {}
        self.within: tuple[Place, ...]
        """The place in which a step is answered, by its reach: what a rule does not depend on is not asked again."""


class Walk:
    """The evaluation of rules against one record."""

    def __init__(self, knowledge: Knowledge, rules: Rules | None) -> None:
        self.knowledge = knowledge
        self.rules = rules
        self._places: dict[Binding, Place] = {}
        self._visits: dict[tuple[tuple[Fact[Any], ...], Place], tuple[str, ...]] = {}

    def place(self, where: Binding) -> Place:
        """The place of a binding."""
        found = self._places.get(where)
        if found is None:
            found = self._places[where] = Place(where)
            if where is UNBOUND or where == UNBOUND:
                found.within = (found, found, found)
            else:
                no_visit = found if where.visit is None else self.place(where.at_no_visit())
                found.within = (self.place(UNBOUND), no_visit, found)
        return found

    def trace(self, step: Step, place: Place) -> Trace:
        """The trace of a step, found once in each place."""
        place = place.within[step.reach]
        found = place.done.get(step)
        if found is None:
            found = place.done[step] = self._evaluated(step, place)
        return found

    def _evaluated(self, step: Step, place: Place) -> Trace:
        join = step.join
        if join is None:
            own = _OWN.get(step.type)
            return own(self, step, place) if own is not None else self._leaf(step, place)
        # As in trace(), which is not called for each part: nearly all of an evaluation is spent here.
        within = place.within
        parts = []
        for below in step.parts:
            there = within[below.reach]
            found = there.done.get(below)
            if found is None:
                found = there.done[below] = self._evaluated(below, there)
            parts.append(found)
        return Trace(step.node, join([found.truth for found in parts]), tuple(parts), step.letter)

    def _leaf(self, step: Step, place: Place) -> Trace:
        readings = tuple([self.knowledge.read(term, place.where) for term in step.terms])
        return Trace(step.node, told(step.node, readings), (), step.letter, readings)

    def _cleared(self, step: Step, place: Place) -> Trace:
        node = step.node
        assert isinstance(node, nodes.Cleared)
        reading = self.knowledge.read(node.term, place.where)
        day = reading.value.get("date") if isinstance(reading.value, Mapping) else None
        done = isinstance(day, date) and day <= self.knowledge.as_of and self._nothing_since(day, node)
        return Trace(node, truth.truth(done), (), step.letter, (reading,))

    def _nothing_since(self, day: date, node: nodes.Cleared) -> bool:
        newest = self.knowledge.newest_entry(node.of)
        return newest is None or newest <= day

    def _for_some(self, step: Step, place: Place) -> Trace:
        node, part = step.node, step.parts[0]
        assert isinstance(node, nodes.ForSome)
        every = self.knowledge.instances(node.scope)
        # A visit at which none of it was looked for says nothing, neither for nor against.
        ids = self._visits_with(part, place) if node.scope is Scope.VISIT else every.ids
        traces = [self._of(part, node.scope, one, place) for one in ids]
        if traces:
            traces.sort(key=lambda found: _FOR_BEFORE_AGAINST.index(found.truth))
            verdict = truth.disjunction([found.truth for found in traces])
            return Trace(node, verdict, tuple(traces), step.letter)
        if every.none_stated:
            return Trace(node, Truth.NOT_MET, (part.void,), step.letter)
        # Nobody has said whether there is one; what is refuted without knowing it is refuted all the same.
        unasked = self.trace(part, place)
        verdict = Truth.NOT_MET if unasked.truth is Truth.NOT_MET else Truth.UNKNOWN
        return Trace(node, verdict, (unasked,), step.letter)

    def _visits_with(self, part: Step, place: Place) -> tuple[str, ...]:
        """The visits at which something of it was entered, oldest first."""
        key = (part.facts, place)
        if key not in self._visits:
            entered_at, facts, where = self.knowledge.entered_at, part.facts, place.where
            every = self.knowledge.instances(Scope.VISIT).ids
            self._visits[key] = tuple([visit for visit in every if entered_at(visit, facts, where)])
        return self._visits[key]

    def _of(self, part: Step, scope: Scope, instance: str, place: Place) -> Trace:
        found = self.trace(part, self.place(place.where.bound(scope, instance)))
        return Trace(found.criterion, found.truth, found.parts, found.letter, found.readings, instance)

    def _held(self, step: Step, place: Place) -> Trace:
        node, part = step.node, step.parts[0]
        assert isinstance(node, nodes.HeldAtRetests)
        visits = self._visits_with(part, place)
        traces = [self._of(part, Scope.VISIT, visit, place) for visit in visits]
        telling = [
            (self.knowledge.day_of(visit), found)
            for visit, found in zip(visits, traces, strict=True)
            if found.truth is not Truth.UNKNOWN
        ]
        if not telling:
            shown = (traces[-1],) if traces else (self.trace(part, place),)
            return Trace(node, Truth.UNKNOWN, shown, step.letter)
        return Trace(node, _held_so_long(telling, node.days), tuple(reversed(traces)), step.letter)

    def _verdict(self, step: Step, place: Place) -> Trace:
        node = step.node
        assert isinstance(node, nodes.Verdict)
        if self.rules is None:
            return Trace(node, Truth.UNKNOWN, (), step.letter)
        found = self.rules.rule(node.key, place.where.headache if node.of_headache else None)
        return Trace(node, found.truth, (found,), step.letter)


_FOR_BEFORE_AGAINST = (Truth.MET, Truth.UNKNOWN, Truth.NOT_MET)

_OWN: dict[type[Criterion], Callable[[Walk, Step, Place], Trace]] = {
    nodes.Cleared: Walk._cleared,
    nodes.ForSome: Walk._for_some,
    nodes.HeldAtRetests: Walk._held,
    nodes.Verdict: Walk._verdict,
}
"""Nodes that are neither joined of parts nor plain leaves."""


def _held_so_long(telling: list[tuple[date, Trace]], days: int) -> Truth:
    newest_day, newest = telling[-1]
    if newest.truth is Truth.NOT_MET:
        return Truth.NOT_MET
    since = newest_day
    for day, found in reversed(telling):
        if found.truth is not Truth.MET:
            break
        since = day
    return truth.truth(True if (newest_day - since).days >= days else None)
