"""The reference evaluator: plain, one node after the other, slow enough to be obviously right.

Every other reader of the same rules (columns, exports) is tested against this one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from concordant.criteria import nodes, truth
from concordant.criteria.nodes import Criterion, Part
from concordant.criteria.reading import UNBOUND, Binding, Knowledge, Reading
from concordant.criteria.trace import Trace
from concordant.criteria.truth import Truth
from concordant.criteria.words import in_full
from concordant.facts.fact import Scope
from concordant.facts.values import NEVER, UNKNOWN, Span, Value


class RuleConflict(ValueError):
    """Two conditions of one rule answer differently for the same case; the message names both, and the rule.

    A mistake in the rules, not in the record: nothing is chosen, and nothing is shown of this person until the rule
    is put right.
    """

    def __str__(self) -> str:
        return str(self.args[0])


class Book(Mapping[str, Criterion]):
    """Rules by key, checked: every reference resolves and none goes in a circle."""

    def __init__(self, rules: Mapping[str, Criterion]) -> None:
        self._rules = dict(rules)
        for key, rule in self._rules.items():
            for other in rule.references():
                if other not in self._rules:
                    raise KeyError(f"rule {key} asks rule {other}, which does not exist")
        for key in self._rules:
            self._refuse_circle(key, ())

    def _refuse_circle(self, key: str, path: tuple[str, ...]) -> None:
        if key in path:
            raise ValueError(f"rules ask each other in a circle: {' > '.join([*path, key])}")
        for other in self._rules[key].references():
            self._refuse_circle(other, (*path, key))

    def __getitem__(self, key: str) -> Criterion:
        return self._rules[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)


class Evaluator:
    """Evaluates the rules of a book against one record, each rule once for each binding."""

    def __init__(self, knowledge: Knowledge, book: Mapping[str, Criterion]) -> None:
        self._knowledge = knowledge
        self._book = book
        self._walk = _Walk(knowledge, self)

    def rule(self, key: str, headache: str | None = None) -> Trace:
        """The trace of the rule with this key, of one headache where it needs one."""
        where = UNBOUND if headache is None else UNBOUND.bound(Scope.HEADACHE, headache)
        try:
            return self._walk.trace(Part(self._book[key]), where)
        except RuleConflict as conflict:
            raise conflict if conflict.args[1:] else RuleConflict(f"rule {key}: {conflict}", key) from None


def evaluate(
    criterion: Criterion,
    knowledge: Knowledge,
    where: Binding = UNBOUND,
    evaluator: Evaluator | None = None,
) -> Trace:
    """The trace of one criterion. Raises RuleConflict where a decision table contradicts itself."""
    return _Walk(knowledge, evaluator).trace(Part(criterion), where)


class _Walk:
    def __init__(self, knowledge: Knowledge, evaluator: Evaluator | None) -> None:
        self.knowledge = knowledge
        self.evaluator = evaluator
        self.done: dict[tuple[int, str | None, Binding], Trace] = {}

    def trace(self, part: Part, where: Binding) -> Trace:
        # Rules share parts (1.5 asks what 1.1 asks); a node is evaluated once for each binding. Nodes are
        # known by identity, which holds as long as the book that owns them.
        key = (id(part.criterion), part.letter, where)
        if key not in self.done:
            self.done[key] = self._evaluated(part.criterion, part.letter, where)
        return self.done[key]

    def _evaluated(self, node: Criterion, letter: str | None, where: Binding) -> Trace:
        if type(node) in _JOINED:
            parts = tuple([self.trace(below, where) for below in node.parts])
            return Trace(node, _joined(node, [below.truth for below in parts]), parts, letter)
        match node:
            case nodes.Cleared():
                return self._cleared(node, letter, where)
            case nodes.ForSome():
                return self._for_some(node, letter, where)
            case nodes.HeldAtRetests():
                return self._held(node, letter, where)
            case nodes.Verdict():
                return self._verdict(node, letter, where)
        return self._leaf(node, letter, where)

    def _leaf(self, node: Criterion, letter: str | None, where: Binding) -> Trace:
        readings = tuple([self.knowledge.read(term, where) for term in node.terms])
        return Trace(node, _told(node, readings), (), letter, readings)

    def _cleared(self, node: nodes.Cleared, letter: str | None, where: Binding) -> Trace:
        reading = self.knowledge.read(node.term, where)
        day = reading.value.get("date") if isinstance(reading.value, Mapping) else None
        done = isinstance(day, date) and day <= self.knowledge.as_of and self._nothing_since(day, node)
        return Trace(node, truth.truth(done), (), letter, (reading,))

    def _nothing_since(self, day: date, node: nodes.Cleared) -> bool:
        newest = self.knowledge.newest_entry(node.of)
        return newest is None or newest <= day

    def _for_some(self, node: nodes.ForSome, letter: str | None, where: Binding) -> Trace:
        every = self.knowledge.instances(node.scope)
        facts = node.part.criterion.facts()
        ids: Iterable[str] = every.ids
        if node.scope is Scope.VISIT:
            # A visit at which none of it was looked for says nothing, neither for nor against.
            ids = [visit for visit in every.ids if self.knowledge.entered_at(visit, facts, where)]
        traces = [self._of(node.part, where.bound(node.scope, instance), instance) for instance in ids]
        if traces:
            order = [Truth.MET, Truth.UNKNOWN, Truth.NOT_MET]
            traces.sort(key=lambda found: order.index(found.truth))
            verdict = truth.disjunction(found.truth for found in traces)
            return Trace(node, verdict, tuple(traces), letter)
        if every.none_stated:
            return Trace(node, Truth.NOT_MET, (_void(node.part),), letter)
        # Nobody has said whether there is one; what is refuted without knowing it is refuted all the same.
        unasked = self.trace(node.part, where)
        return Trace(node, truth.truth(None if unasked.truth is not Truth.NOT_MET else False), (unasked,), letter)

    def _of(self, part: Part, where: Binding, instance: str) -> Trace:
        found = self.trace(part, where)
        return Trace(found.criterion, found.truth, found.parts, found.letter, found.readings, instance)

    def _held(self, node: nodes.HeldAtRetests, letter: str | None, where: Binding) -> Trace:
        facts = node.part.criterion.facts()
        visits = [
            visit
            for visit in self.knowledge.instances(Scope.VISIT).ids
            if self.knowledge.entered_at(visit, facts, where)
        ]
        traces = [self._of(node.part, where.bound(Scope.VISIT, visit), visit) for visit in visits]
        telling = [
            (self.knowledge.day_of(visit), found)
            for visit, found in zip(visits, traces, strict=True)
            if found.truth is not Truth.UNKNOWN
        ]
        if not telling:
            shown = (traces[-1],) if traces else (self.trace(node.part, where),)
            return Trace(node, Truth.UNKNOWN, shown, letter)
        return Trace(node, _held_so_long(telling, node.days), tuple(reversed(traces)), letter)

    def _verdict(self, node: nodes.Verdict, letter: str | None, where: Binding) -> Trace:
        if self.evaluator is None:
            return Trace(node, Truth.UNKNOWN, (), letter)
        found = self.evaluator.rule(node.key, where.headache if node.of_headache else None)
        return Trace(node, found.truth, (found,), letter)


def _void(part: Part) -> Trace:
    """A rule of something that does not exist: nothing of it is met."""
    node = part.criterion
    return Trace(node, Truth.NOT_MET, tuple(map(_void, node.parts)), part.letter)


def _joined(node: Criterion, below: list[Truth]) -> Truth:
    return _JOINED[type(node)](node, below)


def _decided(node: nodes.Decide, met: Truth, not_met: Truth) -> Truth:
    if met is Truth.MET and not_met is Truth.MET:
        raise RuleConflict(
            "two conditions answer differently for the same case: "
            f'"{in_full(node.met_if.criterion)}" says met, "{in_full(node.not_met_if.criterion)}" says not met'
        )
    return Truth.MET if met is Truth.MET else Truth.NOT_MET if not_met is Truth.MET else Truth.UNKNOWN


_JOINED: dict[type[Criterion], Callable[[Any, list[Truth]], Truth]] = {
    nodes.AllOf: lambda node, below: truth.conjunction(below),
    nodes.AnyOf: lambda node, below: truth.disjunction(below),
    nodes.AtLeast: lambda node, below: truth.at_least(node.n, below),
    nodes.AtMost: lambda node, below: truth.at_most(node.n, below),
    nodes.AllButOne: lambda node, below: truth.all_but_one(below),
    nodes.Not: lambda node, below: truth.negation(below[0]),
    nodes.Named: lambda node, below: below[0],
    nodes.Awaits: lambda node, below: truth.truth(True if below[0] is Truth.MET else None),
    nodes.Surely: lambda node, below: truth.truth(below[0] is Truth.MET),
    nodes.Decide: lambda node, below: _decided(node, *below),
}


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


def _told(node: Criterion, readings: tuple[Reading, ...]) -> Truth:
    if not all(reading.known for reading in readings):
        return Truth.UNKNOWN
    if isinstance(node, nodes.IsKnown):
        return Truth.UNKNOWN if readings[0].partial else Truth.MET
    return truth.truth(_answer(node, *(reading.value for reading in readings)))


def _answer(node: Criterion, value: Value, second: Value = UNKNOWN) -> bool | None:
    match node:
        case nodes.Holds():
            return value is True
        case nodes.Within():
            return _inside(node, value)
        case nodes.IsOneOf(words=words):
            return value in words
        case nodes.Meets(words=words):
            return bool(_set(value) & words)
        case nodes.HoldsAtLeast(n=n):
            return len(_set(value)) >= n
        case nodes.Only(words=words):
            return _set(value) <= words
        case nodes.OnOrAfter():
            return value >= second  # type: ignore[operator]
    raise TypeError(f"no evaluation for {type(node).__name__}")


def _set(value: Value) -> frozenset[str]:
    if not isinstance(value, frozenset):
        raise TypeError(f"{value!r} is not a set of words")
    return value


def _inside(node: nodes.Within, value: Value) -> bool | None:
    """Whole value inside: True; no overlap: False; partial overlap: None. "Never" is no number: False."""
    if value is NEVER:
        return False
    span = value if isinstance(value, Span) else Span(value, value)  # type: ignore[arg-type]
    low, high = node.low, node.high
    below_low = low is not None and (span.low <= low if node.low_open else span.low < low)
    above_high = high is not None and (span.high >= high if node.high_open else span.high > high)
    if not below_low and not above_high:
        return True
    wholly_below = low is not None and (span.high <= low if node.low_open else span.high < low)
    wholly_above = high is not None and (span.low >= high if node.high_open else span.low > high)
    return False if wholly_below or wholly_above else None
