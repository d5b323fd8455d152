"""What a rule reads, sorted by what it belongs to: the person, a headache, and the lists below either.

A frame becomes the type of a parameter of the library, and is afterwards the list of what the writer of
facts has to give. Only what the rules read is in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from concordant.criteria.cql import elm
from concordant.criteria.cql.elm import Elm
from concordant.criteria.nodes import Term
from concordant.facts.fact import Fact, Scope
from concordant.facts.kinds import Choice, Choices, Day, Flag, Quantity, Range


class Aspect(Enum):
    """What of a fact an element holds."""

    VALUE = ""
    NEVER = " is never"
    KNOWN = " is known"
    CLEARED_ON = " cleared on"


AS_OF, ID, VISIT_DATE, ENTERED, LAST_ENTERED = "as of", "id", "visit date", "facts entered", " last entered"
"""Elements that are no facts."""

LISTS = {Scope.HEADACHE: "headaches", Scope.INJURY: "injuries", Scope.VISIT: "visits"}
ALIASES = {Scope.HEADACHE: "a headache", Scope.INJURY: "an injury", Scope.VISIT: "a visit"}


@dataclass(frozen=True, slots=True)
class Element:
    """One aspect of one fact."""

    term: Term
    aspect: Aspect

    @property
    def name(self) -> str:
        """Its name in the parameter."""
        return self.term.name + self.aspect.value


@dataclass(slots=True)
class Frame:
    """A person, a headache, or each injury, headache or visit below one of them."""

    scope: Scope
    parameter: str = ""
    """The name of the parameter; empty for a frame that is the element of a list."""
    outer: Frame | None = None
    elements: dict[str, Element] = field(default_factory=dict)
    lists: dict[Scope, Frame] = field(default_factory=dict)
    dated: dict[str, dict[str, Fact[Any]]] = field(default_factory=dict)
    """Of the person: for each clearance the facts of which it is asked whether they were entered after it."""
    looked_for: dict[str, Fact[Any]] = field(default_factory=dict)
    """Of visits: the facts of which it is asked whether they were entered there."""

    @property
    def alias(self) -> str:
        """The alias in queries, told from those of the frames around it."""
        depth = sum(frame.scope is self.scope and not frame.parameter for frame in self.around())
        return ALIASES[self.scope] + (f" {depth}" if depth > 1 else "")

    def around(self) -> list[Frame]:
        """This frame and those around it, from inside out."""
        return [self, *(self.outer.around() if self.outer else ())]

    def each(self, scope: Scope) -> Frame:
        """The frame of the elements of a list."""
        return self.lists.setdefault(scope, Frame(scope, outer=self))

    def has(self, name: str) -> Elm:
        """An element by name, as an expression."""
        if self.parameter:
            return {"type": "Property", "path": name, "source": {"type": "ParameterRef", "name": self.parameter}}
        return {"type": "Property", "path": name, "scope": self.alias}

    def read(self, term: Term, aspect: Aspect = Aspect.VALUE) -> Elm:
        """An aspect of a fact, as an expression; it is asked for from now on."""
        element = Element(term, aspect)
        self.elements.setdefault(element.name, element)
        return self.has(element.name)

    def last_entered(self, cleared: Term, facts: tuple[Fact[Any], ...]) -> list[Elm]:
        """The newest day on which each of these facts, or what it is computed from, was entered."""
        asked = self.dated.setdefault(Element(cleared, Aspect.CLEARED_ON).name, {})
        asked |= {fact.name: fact for fact in facts}
        return [self.has(fact.name + LAST_ENTERED) for fact in facts]

    def home(self, fact: Fact[Any]) -> Frame:
        """Where a fact is read that is asked for here.

        A fact of the person stands there, and so does what is stated of a headache, injury or visit. What is
        computed may depend on everything around it, so it stays; only of a visit does nothing depend that belongs
        to a headache or injury.
        """
        frames = self.around()
        if fact.scope in (Scope.PERSON, Scope.EPISODE):
            return frames[-1]
        at_visit = fact.scope in (Scope.VISIT, Scope.COURSE)
        if not fact.derived_from and not fact.per_headache:
            own = Scope.VISIT if at_visit else fact.scope
            return next((frame for frame in frames if frame.scope is own), frames[-1])
        return self if at_visit else next(frame for frame in frames if frame.scope is not Scope.VISIT)

    def type(self) -> Elm:
        """The type of the tuple that holds it."""
        elements: dict[str, Elm] = {}
        if self.scope is Scope.PERSON:
            elements[AS_OF] = elm.named_type(elm.DATE)
        elif self.scope in (Scope.HEADACHE, Scope.INJURY):
            elements[ID] = elm.named_type(elm.STRING)
        else:
            elements |= {VISIT_DATE: elm.named_type(elm.DATE), ENTERED: elm.list_of(elm.named_type(elm.STRING))}
        elements |= {name: _type(element) for name, element in sorted(self.elements.items())}
        dated = sorted({name for facts in self.dated.values() for name in facts})
        elements |= {name + LAST_ENTERED: elm.named_type(elm.DATE) for name in dated}
        elements |= {LISTS[scope]: elm.list_of(frame.type()) for scope, frame in self.lists.items()}
        said = {name: _said(element) for name, element in self.elements.items() if element.aspect is Aspect.VALUE}
        return elm.tuple_of(elements, said)


def _said(element: Element) -> str:
    fact = element.term.fact
    return fact.label if fact.unit == "-" else f"{fact.label}, {fact.unit}"


def _type(element: Element) -> Elm:
    if element.aspect in (Aspect.NEVER, Aspect.KNOWN):
        return elm.named_type(elm.BOOLEAN)
    if element.aspect is Aspect.CLEARED_ON:
        return elm.named_type(elm.DATE)
    match element.term.kind:
        case Flag():
            return elm.named_type(elm.BOOLEAN)
        case Choice():
            return elm.named_type(elm.STRING)
        case Choices():
            return elm.list_of(elm.named_type(elm.STRING))
        case Day():
            return elm.named_type(elm.DATE)
        case Quantity() | Range():
            return elm.interval_of(elm.named_type(elm.DECIMAL))
    raise TypeError(f"no rule compares the value of {element.term.name}, {element.term.kind.word}")
