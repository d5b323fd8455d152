"""The walk over a rule: plain, one node after the other, each once for every binding that it can depend on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from itertools import takewhile
from typing import Protocol

from concordant.criteria import nodes, truth
from concordant.criteria.nodes import Criterion
from concordant.criteria.reading import UNBOUND, Binding, Knowledge
from concordant.criteria.silence import Silence
from concordant.criteria.steps import Step
from concordant.criteria.trace import Trace
from concordant.criteria.truth import MET, NOT_MET, OPEN, Truth
from concordant.facts.fact import Scope


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
        names = step.entered_only
        if names is not None and self.knowledge.says_nothing_of(names):
            # Of what nobody has spoken, a rule says the same of everybody.
            return step.silence or _of_silence(step)
        join = step.join
        if join is None:
            return _OWN.get(step.type, Walk._leaf)(self, step, place)
        # As in trace(), which is not called for each part: nearly all of an evaluation is spent here.
        within = place.within
        parts, truths = [], []
        for below in step.parts:
            there = within[below.reach]
            found = there.done.get(below)
            if found is None:
                found = there.done[below] = self._evaluated(below, there)
            parts.append(found)
            truths.append(found.truth)
        return Trace(step.node, join(truths), tuple(parts), step.letter)

    def _leaf(self, step: Step, place: Place) -> Trace:
        terms, read, where = step.terms, self.knowledge.read, place.where
        assert step.told is not None
        readings = (read(terms[0], where),) if len(terms) == 1 else tuple([read(term, where) for term in terms])
        return Trace(step.node, step.told(readings), (), step.letter, readings)

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
            return Trace(node, NOT_MET, (part.void,), step.letter)
        # Nobody has said whether there is one; what is refuted without knowing it is refuted all the same.
        unasked = self.trace(part, place)
        verdict = NOT_MET if unasked.truth is NOT_MET else OPEN
        return Trace(node, verdict, (unasked,), step.letter)

    def _visits_with(self, part: Step, place: Place) -> list[str]:
        """The visits at which something of it was entered, oldest first."""
        visits_with, where = self.knowledge.visits_with, place.where
        found = frozenset().union(*[visits_with(fact, where) for fact in part.at_visits])
        return [visit for visit in self.knowledge.instances(Scope.VISIT).ids if visit in found] if found else []

    def _of(self, part: Step, scope: Scope, instance: str, place: Place) -> Trace:
        found = self.trace(part, self.place(place.where.bound(scope, instance)))
        return Trace(found.criterion, found.truth, found.parts, found.letter, found.readings, instance)

    def _held(self, step: Step, place: Place) -> Trace:
        node, part = step.node, step.parts[0]
        assert isinstance(node, nodes.HeldAtRetests)
        newest_first: list[Trace] = []
        telling: list[tuple[date, Trace]] = []
        for visit in reversed(self._visits_with(part, place)):
            found = self._of(part, Scope.VISIT, visit, place)
            newest_first.append(found)
            if found.truth is not OPEN:
                telling.append((self.knowledge.day_of(visit), found))
                if not node.history and _is_decided(telling, node.days):
                    break
        if not telling:
            shown = (newest_first[0],) if newest_first else (self.trace(part, place),)
            return Trace(node, OPEN, shown, step.letter)
        return Trace(node, _held_so_long(telling, node.days), tuple(newest_first), step.letter)

    def _verdict(self, step: Step, place: Place) -> Trace:
        node = step.node
        assert isinstance(node, nodes.Verdict)
        if self.rules is None:
            return Trace(node, OPEN, (), step.letter)
        found = self.rules.rule(node.key, place.where.headache if node.of_headache else None)
        return Trace(node, found.truth, (found,), step.letter)


_FOR_BEFORE_AGAINST = (MET, OPEN, NOT_MET)

_OWN: dict[type[Criterion], Callable[[Walk, Step, Place], Trace]] = {
    nodes.Cleared: Walk._cleared,
    nodes.ForSome: Walk._for_some,
    nodes.HeldAtRetests: Walk._held,
    nodes.Verdict: Walk._verdict,
}
"""Nodes that are neither joined of parts nor plain leaves."""


def _of_silence(step: Step) -> Trace:
    walk = Walk(Silence(), None)
    place = walk.place(UNBOUND)
    # Whatever asks for a part of it gets the same trace.
    place.done.update((part, part.silence or _of_silence(part)) for part in step.parts)
    found = step.silence = walk.trace(step, place)
    return found


def _held_so_long(newest_first: list[tuple[date, Trace]], days: int) -> Truth:
    newest_day, newest = newest_first[0]
    if newest.truth is NOT_MET:
        return NOT_MET
    held = takewhile(lambda one: one[1].truth is MET, newest_first)
    *_, (since, _) = held
    return truth.truth(True if (newest_day - since).days >= days else None)


def _is_decided(newest_first: list[tuple[date, Trace]], days: int) -> bool:
    """Whether no earlier retest can change the verdict."""
    return newest_first[-1][1].truth is NOT_MET or _held_so_long(newest_first, days) is MET
