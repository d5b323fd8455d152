"""One walk over the rules that says each of them in ELM.

The reference is :mod:`concordant.criteria.evaluate`; a test runs both on the same people. A rule becomes a
definition, and so does each lettered or named part that does not stand inside a query, so that "11.2.1 C2"
can be asked for, and is worked out once wherever it is used.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from concordant.criteria import nodes
from concordant.criteria.cql import elm
from concordant.criteria.cql.elm import Elm
from concordant.criteria.cql.frame import ENTERED, LISTS, VISIT_DATE, Frame
from concordant.criteria.cql.leaves import leaf
from concordant.criteria.cql.refutable import refutable
from concordant.criteria.nodes import Criterion, CriterionError, Part
from concordant.facts.fact import Fact, Scope

Said = Mapping[str, tuple[str, ...]]
"""Of a rule's key: its name and source."""


@dataclass(slots=True)
class Translation:
    """The rules of a book, said in ELM; grows as rules are asked for."""

    book: Mapping[str, Criterion]
    of_person: Collection[str]
    """Keys of rules that are asked of the person; all others are asked of one headache."""
    said: Said = field(default_factory=dict)
    person: Frame = field(default_factory=lambda: Frame(Scope.PERSON, parameter="person"))
    headache: Frame = field(init=False)
    definitions: list[Elm] = field(default_factory=list)
    """Each after those that it refers to."""
    _names: dict[int, str] = field(default_factory=dict)
    _done: dict[object, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.headache = Frame(Scope.HEADACHE, parameter="headache", outer=self.person)
        # A part that two rules share is named by the shorter key: "11.2.1 B", not "11.2.1 features B".
        for key in sorted(self.book, key=len):
            self._name_letters(self.book[key], key, "")

    def _name_letters(self, node: Criterion, key: str, above: str) -> None:
        if node.binds:
            return
        for part in node.parts:
            letter = _path(above, part.letter)
            if part.letter:
                self._names.setdefault(id(part), f"{key} {letter}")
            self._name_letters(part.criterion, key, letter)

    def rule(self, key: str, of_headache: bool) -> Elm:
        """A reference to a rule, asked of the headache in question or of the person."""
        memo = ("rule", key, of_headache)
        if memo in self._done:
            return elm.definition(self._done[memo])
        frame = self.headache if of_headache else self.person
        name = key if of_headache is (key not in self.of_person) else f"{key} of the {frame.scope.value}"
        return self._define(memo, name, self._node(self.book[key], frame, key), *self.said.get(key, ()))

    def _define(self, memo: object, name: str, body: Elm, *said: str) -> Elm:
        tries = (name if number == 1 else f"{name} ({number})" for number in count(1))
        name = next(one for one in tries if one not in self._taken)
        self._taken.add(name)
        self.definitions.append(elm.define(name, body, *said))
        self._done[memo] = name
        return elm.definition(name)

    def _part(self, part: Part, frame: Frame, rule: str) -> Elm:
        node = part.criterion
        name = self._names.get(id(part)) if part.letter else node.name if isinstance(node, nodes.Named) else None
        if not frame.parameter or name is None:
            return self._node(node, frame, rule)
        same_part, same_rule = ("part", id(part), frame.parameter), ("criterion", node, frame.parameter)
        if same_part in self._done:
            return elm.definition(self._done[same_part])
        if same_rule in self._done and not part.letter:
            return elm.definition(self._done[same_rule])
        said: tuple[str, ...] = ()
        if same_rule in self._done:
            body = elm.definition(self._done[same_rule])
        elif isinstance(node, nodes.Named):
            said = (node.name, node.source) if part.letter else (node.source,)
            body = self._part(node.part, frame, rule)
        else:
            body = self._node(node, frame, rule)
        found = self._define(same_part, name, body, *said)
        self._done.setdefault(same_rule, found["name"])
        return found

    def _node(self, node: Criterion, frame: Frame, rule: str) -> Elm:
        match node:
            case nodes.ForSome():
                return self._for_some(node, frame, rule)
            case nodes.HeldAtRetests():
                return self._held(node, frame, rule)
            case nodes.Verdict():
                return self._verdict(node, frame)
        if node.parts:
            return _joined(node, [self._part(part, frame, rule) for part in node.parts], rule)
        return leaf(node, frame)

    def _verdict(self, node: nodes.Verdict, frame: Frame) -> Elm:
        if not node.of_headache:
            return self.rule(node.key, of_headache=False)
        near = next(one for one in frame.around() if one.scope in (Scope.HEADACHE, Scope.PERSON))
        if near.parameter:
            return self.rule(node.key, of_headache=near.scope is Scope.HEADACHE)
        if any(one.scope is Scope.INJURY for one in near.around()):
            # A rule is asked of a headache alone; what is computed of a headache below an injury may hang on both.
            raise CriterionError(f"rule {node.key}, asked of each headache below an injury, cannot be exported")
        return self._node(self.book[node.key], near, node.key)

    def _for_some(self, node: nodes.ForSome, frame: Frame, rule: str) -> Elm:
        tried = [*self._in_one(node, frame, rule)]
        bound = {one.scope for one in frame.around()}
        # Where nobody has said whether there is one, what is refuted without knowing it is refuted all the same.
        if refutable(node.part.criterion, {node.scope} - bound - {Scope.VISIT}):
            refuted = elm.unary("IsFalse", self._part(node.part, frame, rule))
            tried.append((refuted, elm.literal(False)))
        return elm.cases(*tried, otherwise=elm.unknown()) if tried else elm.unknown()

    def _in_one(self, node: nodes.ForSome, frame: Frame, rule: str) -> Iterator[tuple[Elm, Elm]]:
        """Whether there is one to ask, and what follows from all that there are."""
        facts = _at_visits(node.part)
        if node.scope is Scope.VISIT and not facts:
            return
        inner = frame.each(node.scope)
        every = frame.has(LISTS[node.scope])
        where = None
        there = elm.is_known(every)
        if node.scope is Scope.VISIT:
            where = _entered(inner, facts)
            there = elm.unary("Exists", elm.query(every, inner.alias, where=where, give=inner.has(VISIT_DATE)))
        step = elm.binary("Or", elm.so_far("found"), self._part(node.part, inner, rule))
        fold = elm.folded("found", elm.literal(False), step)
        yield there, elm.query(every, inner.alias, where=where, fold=fold)

    def _held(self, node: nodes.HeldAtRetests, frame: Frame, rule: str) -> Elm:
        inner = frame.each(Scope.VISIT)
        where = _entered(inner, _at_visits(node.part))
        element = [
            {"name": "date", "value": inner.has(VISIT_DATE)},
            {"name": "met", "value": self._part(node.part, inner, rule)},
        ]
        found = elm.query(
            frame.has(LISTS[inner.scope]), inner.alias, where=where, give={"type": "Tuple", "element": element}
        )
        return elm.call("held at retests", elm.literal(int(node.days)), elm.call("that can say", found))


def _path(above: str, letter: str | None) -> str:
    if not letter or not above:
        return letter or above
    return letter if letter.startswith(above) else f"{above}.{letter}"


def _at_visits(part: Part) -> tuple[Fact[Any], ...]:
    return tuple(fact for fact in part.criterion.facts() if fact.scope in (Scope.VISIT, Scope.COURSE))


def _entered(visit: Frame, facts: tuple[Fact[Any], ...]) -> Elm:
    """A visit at which none of it was looked for says nothing."""
    visit.looked_for |= {fact.name: fact for fact in facts}
    return elm.call("holds one of", visit.has(ENTERED), elm.words(fact.name for fact in facts))


# --- several parts --------------------------------------------------------------------------------------


def _joined(node: Criterion, parts: list[Elm], rule: str) -> Elm:
    match node:
        case nodes.AllOf():
            return elm.joined("And", parts)
        case nodes.AnyOf():
            return elm.joined("Or", parts)
        case nodes.AtLeast(n=n):
            return elm.call("at least", elm.literal(int(n)), elm.listed(parts))
        case nodes.AtMost(n=n):
            return elm.unary("Not", elm.call("at least", elm.literal(int(n) + 1), elm.listed(parts)))
        case nodes.AllButOne():
            return elm.call("all but one", elm.listed(parts))
        case nodes.Not():
            return elm.unary("Not", parts[0])
        case nodes.Named():
            return parts[0]
        case nodes.Surely():
            return elm.unary("IsTrue", parts[0])
        case nodes.Awaits():
            return elm.binary("Or", parts[0], elm.unknown())
        case nodes.Decide():
            return elm.call("decide", *parts, elm.literal(f"two conditions of {rule} answer differently"))
    raise TypeError(f"no CQL for {type(node).__name__}")
