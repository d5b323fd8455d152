"""A case as rows of a table: one row a headache, as known on a day.

Every value is what :class:`Record` answers: computed, counted and proposed values with it, so that a table carries
what the rules would have read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from concordant.criteria.columns import Aspect, Column, Places, Where
from concordant.criteria.reading import UNBOUND, Binding
from concordant.facts.fact import Scope
from concordant.facts.values import NEVER, UNKNOWN, Span, Value
from concordant.record.case import Case
from concordant.record.record import Record
from concordant.registry.schema import columns

Row = dict[str, Any]
_SHOWING = (Aspect.VALUE, Aspect.LOW, Aspect.WORD, Aspect.KNOWN)


def rows(case: Case, as_of: date) -> tuple[Places, list[Row]]:
    """The rows of a case, and the room that they need. A person without a headache has one row, without its id."""
    record = Record(case, as_of)
    found = [_Place(record, headache) for headache in record.headaches or (None,)]
    room = Places()
    for place in found:
        room = room.widened(place.room)
    return room, [place.row(room) for place in found]


@lru_cache(maxsize=256)
def _entered_columns(places: Places) -> tuple[Column, ...]:
    return tuple(column for column in columns(places) if column.aspect is Aspect.ENTERED)


@dataclass(frozen=True, slots=True)
class _Place:
    """One headache of a record, with what else of the person a row of it has to hold."""

    record: Record
    headache: str | None

    @property
    def others(self) -> tuple[str, ...]:
        return tuple(one for one in self.record.headaches if one != self.headache)

    @property
    def injuries(self) -> tuple[str, ...]:
        return tuple(self.record.injuries)

    @property
    def visits(self) -> tuple[str, ...]:
        """The visits at which anything was entered that a rule asks of a visit, the newest first."""
        asked = _entered_columns(Places(len(self.others), len(self.injuries), 1))
        every = reversed(self.record.instances(Scope.VISIT).ids)
        return tuple(visit for visit in every if any(self._entered(column, visit) for column in asked))

    @property
    def room(self) -> Places:
        return Places(len(self.others), len(self.injuries), len(self.visits))

    def row(self, room: Places) -> Row:
        """Every column, null where it says nothing."""
        visits = self.visits
        every = columns(room)
        found = {column.name: self._said(column, visits) for column in every}
        shown = {_whose(column) for column in every if column.aspect in _SHOWING and found[column.name] is not None}
        for column in every:
            # That something was entered shows by its value; the column is for what does not show.
            assumed = column.term is not None and column.term.fact.absent is not None
            if column.aspect is Aspect.ENTERED and _whose(column) in shown and not assumed:
                found[column.name] = None
        return found

    def _bound(self, where: Where, visits: tuple[str, ...]) -> Binding | None:
        """The binding of a place in the row; None where nothing is there."""
        bound = UNBOUND
        for scope, place, ids in (
            (Scope.HEADACHE, where.headache, (self.headache, *self.others)),
            (Scope.INJURY, None if where.injury is None else where.injury - 1, self.injuries),
            (Scope.VISIT, None if where.visit is None else where.visit - 1, visits),
        ):
            if place is None:
                continue
            if place >= len(ids):
                return None
            chosen = ids[place]
            bound = bound if chosen is None else bound.bound(scope, chosen)
        return bound

    def _said(self, column: Column, visits: tuple[str, ...]) -> Any:
        record, where = self.record, column.where
        if column.aspect is Aspect.WHOM:
            known = {"person": record.case.person.id, "headache": self.headache, "as_of": record.as_of}
            return known[column.name]
        if column.aspect is Aspect.NONE:
            return record.case.no_injury or None
        bound = self._bound(where, visits)
        if bound is None:
            return None
        if column.aspect is Aspect.THERE:
            return True
        if column.aspect is Aspect.DAY:
            return record.day_of(visits[(where.visit or 1) - 1])
        if column.aspect is Aspect.ENTERED:
            assert where.visit is not None
            return self._entered(column, visits[where.visit - 1]) or None
        return self._read(column, bound)

    def _entered(self, column: Column, visit: str) -> bool:
        assert column.term is not None
        bound = self._bound(replace(column.where, visit=None), ())
        return bound is not None and visit in self.record.visits_with(column.term.fact, bound)

    def _read(self, column: Column, bound: Binding) -> Any:
        assert column.term is not None
        reading = self.record.read(column.term, bound)
        if column.aspect in (Aspect.CLEARED, Aspect.AGAIN):
            return self._cleared(column, reading.value)
        if not reading.known:
            return None
        match column.aspect:
            case Aspect.PARTIAL:
                return reading.partial or None
            case Aspect.KNOWN:
                return True
            case Aspect.WORD:
                return isinstance(reading.value, frozenset) and column.word in reading.value
            case Aspect.NEVER:
                return (reading.value is NEVER) or None
        return None if reading.value is NEVER else _plain(column, reading.value)

    def _cleared(self, column: Column, value: Value) -> bool | None:
        day = value.get("date") if isinstance(value, Mapping) else None
        if not isinstance(day, date) or day > self.record.as_of:
            return None
        if column.aspect is Aspect.CLEARED:
            return True
        newest = self.record.newest_entry((self.record.dictionary[column.word],))
        return (newest is not None and newest > day) or None


def _plain(column: Column, value: Value) -> Any:
    if column.aspect is Aspect.LOW:
        return float(value.low if isinstance(value, Span) else value)  # type: ignore[arg-type]
    if column.aspect is Aspect.HIGH:
        return float(value.high if isinstance(value, Span) else value)  # type: ignore[arg-type]
    if value is UNKNOWN or isinstance(value, Span):
        raise TypeError(f"{column.name}: {value} does not fit into one column")
    return value


def _whose(column: Column) -> tuple[object, Where]:
    """The fact that a column speaks of, and of which place."""
    return (column.term.fact if column.term else None, column.where)
