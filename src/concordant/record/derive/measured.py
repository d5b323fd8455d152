"""One physical test at two visits, with how it was taken, and whether it has really changed (examination 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding
from concordant.facts.examination.session import headache_phase
from concordant.facts.fact import Scope
from concordant.measures import Change, Measure, Measurement, real_change
from concordant.record.case import Finding
from concordant.record.derive.computing import Reader, derivation

_Place: TypeAlias = tuple[str, str | None, str | None]
"""Visit, side and segment."""


@dataclass(frozen=True, slots=True)
class ChangeOfTest:
    """The first measurement, the one of the retest, and the verdict on both."""

    before: Measurement
    before_on: date
    after: Measurement
    after_on: date
    change: Change


class _Measured:
    """Every test at every visit, each looked for once for all who compare."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._found: dict[str, dict[_Place, Finding]] = {}
        self._phases: dict[Binding, str] = {}
        self._at: dict[tuple[Term, Binding], Measurement | None] = {}
        self._first: dict[tuple[Term, Binding], tuple[str, Measurement] | None] = {}

    def at(self, where: Binding, measure: Measure, term: Term) -> Measurement | None:
        """At the bound visit."""
        key = (term, where)
        if key not in self._at:
            self._at[key] = self._measured(where, measure, term)
        return self._at[key]

    def first(self, everywhere: Binding, measure: Measure, term: Term) -> tuple[str, Measurement] | None:
        """At the first visit of all."""
        key = (term, everywhere)
        if key not in self._first:
            # Of a test that is only entered, and never was, no visit need be asked.
            done = measure.fact.name in self._reader.findings() or derivation(measure.fact) is not None
            visits = self._reader.visits if done else ()
            each = ((visit, self.at(everywhere.bound(Scope.VISIT, visit), measure, term)) for visit in visits)
            self._first[key] = next(((visit, found) for visit, found in each if found is not None), None)
        return self._first[key]

    def _measured(self, where: Binding, measure: Measure, term: Term) -> Measurement | None:
        value = self._reader.read(term, where).value
        if not isinstance(value, int | float) or where.visit is None:
            return None
        found = self._findings(measure.fact.name).get((where.visit, term.side, term.segment))
        phase = (found.headache_phase if found else "") or self._phase(where)
        how = (found.instrument, found.position, found.rater) if found else ("", "", "")
        return Measurement(measure, value, term.side, term.segment, *how, phase)

    def _phase(self, where: Binding) -> str:
        """Of the whole visit, where it was not said of the one test."""
        if where not in self._phases:
            said = self._reader.read(term_of(headache_phase), where).value
            self._phases[where] = said if isinstance(said, str) else ""
        return self._phases[where]

    def _findings(self, name: str) -> dict[_Place, Finding]:
        """By visit, side and segment; of two at one place the last."""
        found = self._found.get(name)
        if found is None:
            entered = self._reader.findings().get(name, ())
            found = self._found[name] = {(visit, one.side, one.segment): one for visit, one, _ in entered}
        return found


def measurement(
    reader: Reader, where: Binding, measure: Measure, side: str | None = None, segment: str | None = None
) -> Measurement | None:
    """What was measured at the bound visit; None where it was not. What nobody said of how stays empty."""
    return reader.diary.once(_Measured, reader).at(where, measure, term_of(measure.fact, side, segment))


def first_ever(
    reader: Reader, everywhere: Binding, measure: Measure, side: str | None = None, segment: str | None = None
) -> tuple[str, Measurement] | None:
    """The first visit at which it was measured, and what was found."""
    return reader.diary.once(_Measured, reader).first(everywhere, measure, term_of(measure.fact, side, segment))


def first_measured(
    reader: Reader, where: Binding, measure: Measure, side: str | None = None, segment: str | None = None
) -> tuple[str, Measurement] | None:
    """The same, where it was before the day of the bound visit."""
    assert where.visit is not None
    first = first_ever(reader, where.at_no_visit(), measure, side, segment)
    return first if first and reader.visits[first[0]].date < reader.visits[where.visit].date else None


def change_of_test(
    reader: Reader, where: Binding, measure: Measure, side: str | None = None, segment: str | None = None
) -> ChangeOfTest | None:
    """The change at the bound retest against the first measurement; None where one of the two is missing."""
    if where.visit is None:
        return None
    after = measurement(reader, where, measure, side, segment)
    first = first_measured(reader, where, measure, side, segment) if after is not None else None
    if after is None or first is None:
        return None
    visit, before = first
    days = (reader.visits[visit].date, reader.visits[where.visit].date)
    return ChangeOfTest(before, days[0], after, days[1], real_change(before, after))
