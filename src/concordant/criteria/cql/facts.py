"""What is known of a person, as the parameters of the library.

The JSON form is that of :func:`parameters`: unknown facts are left out; a number is ``{"low": .., "high": ..}``
(both the same where it is known exactly, no ``high`` where there is no upper bound), a day ``YYYY-MM-DD``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Any

from concordant.criteria.cql.frame import AS_OF, ENTERED, ID, LAST_ENTERED, LISTS, VISIT_DATE, Aspect, Element, Frame
from concordant.criteria.cql.library import Library
from concordant.criteria.reading import UNBOUND, Binding, Knowledge
from concordant.facts.fact import Scope
from concordant.facts.kinds import Quantity, Range
from concordant.facts.values import NEVER, UNKNOWN, Span, Value

Tuple = dict[str, Any]


def parameters(library: Library, knowledge: Knowledge, headache: str | None) -> dict[str, Tuple]:
    """What the rules read of a person and of one headache; None: only what they read of the person."""
    person = _tuple(library.person, knowledge, UNBOUND)
    person[AS_OF] = knowledge.as_of.isoformat()
    # Asked only of what was cleared, as it takes long to find.
    dated = {name: fact for one, facts in library.person.dated.items() if one in person for name, fact in facts.items()}
    newest = {name: knowledge.newest_entry((fact,)) for name, fact in dated.items()}
    person |= {name + LAST_ENTERED: day.isoformat() for name, day in newest.items() if day is not None}
    of_headache: Tuple = {}
    if headache is not None:
        of_headache = {ID: headache} | _tuple(library.headache, knowledge, Binding(headache=headache))
    return {library.person.parameter: person, library.headache.parameter: of_headache}


def _tuple(frame: Frame, knowledge: Knowledge, where: Binding) -> Tuple:
    found: Tuple = {}
    for name, element in frame.elements.items():
        value = _element(element, knowledge, where)
        if value is not None:
            found[name] = value
    for scope, below in frame.lists.items():
        every = knowledge.instances(scope)
        # A list that is left out was not asked for; an empty one says that there is none.
        if every.ids or every.none_stated or scope is Scope.VISIT:
            found[LISTS[scope]] = [_one(below, knowledge, where, instance) for instance in every.ids]
    return found


def _one(frame: Frame, knowledge: Knowledge, where: Binding, instance: str) -> Tuple:
    found = _tuple(frame, knowledge, where.bound(frame.scope, instance))
    if frame.scope is not Scope.VISIT:
        return {ID: instance} | found
    looked = [name for name, fact in frame.looked_for.items() if instance in knowledge.visits_with(fact, where)]
    return {VISIT_DATE: knowledge.day_of(instance).isoformat(), ENTERED: sorted(looked)} | found


def _element(element: Element, knowledge: Knowledge, where: Binding) -> Any:
    """What JSON carries; None leaves it out."""
    reading = knowledge.read(element.term, where)
    match element.aspect:
        case Aspect.KNOWN:
            return True if reading.known and not reading.partial else None
        case Aspect.NEVER:
            return True if reading.value is NEVER else None
        case Aspect.CLEARED_ON:
            day = reading.value.get("date") if isinstance(reading.value, Mapping) else None
            return day.isoformat() if isinstance(day, date) else None
    return _value(element, reading.value)


def _value(element: Element, value: Value) -> Any:
    kind = element.term.kind
    if value is UNKNOWN:
        return None
    if value is NEVER:
        if isinstance(kind, Quantity) and kind.null:
            return None
        raise ValueError(f"{element.term.name} does not allow never, and reads so")
    if isinstance(kind, Quantity | Range):
        span = value if isinstance(value, Span) else Span(value, value)  # type: ignore[arg-type]
        return {end: number for end, number in (("low", span.low), ("high", span.high)) if math.isfinite(number)}
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if isinstance(value, date) else value
