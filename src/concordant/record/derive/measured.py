"""One physical test at two visits, with how it was taken, and whether it has really changed (examination 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding
from concordant.facts.examination.session import headache_phase
from concordant.facts.fact import Scope
from concordant.measures import Change, Measure, Measurement, real_change
from concordant.record.case import Finding
from concordant.record.derive.computing import Reader


@dataclass(frozen=True, slots=True)
class ChangeOfTest:
    """The first measurement, the one of the retest, and the verdict on both."""

    before: Measurement
    before_on: date
    after: Measurement
    after_on: date
    change: Change


def measurement(
    reader: Reader, where: Binding, measure: Measure, side: str | None = None, segment: str | None = None
) -> Measurement | None:
    """What was measured at the bound visit; None where it was not. What nobody said of how stays empty."""
    value = reader.read(term_of(measure.fact, side, segment), where).value
    if not isinstance(value, int | float) or where.visit is None:
        return None
    found = _finding(reader, where.visit, measure, side, segment)
    phase = found.headache_phase if found else ""
    of_visit = reader.read(term_of(headache_phase), where).value
    if not phase and isinstance(of_visit, str):
        phase = of_visit
    how = (found.instrument, found.position, found.rater) if found else ("", "", "")
    return Measurement(measure, value, side, segment, *how, phase)


def _finding(reader: Reader, visit: str, measure: Measure, side: str | None, segment: str | None) -> Finding | None:
    every = [
        finding
        for at, finding, _ in reader.findings().get(measure.fact.name, ())
        if at == visit and (finding.side, finding.segment) == (side, segment)
    ]
    return every[-1] if every else None


def first_measured(
    reader: Reader, where: Binding, measure: Measure, side: str | None = None, segment: str | None = None
) -> tuple[str, Measurement] | None:
    """The first visit before the bound one at which it was measured, and what was found."""
    assert where.visit is not None
    retest = reader.visits[where.visit].date
    for visit, one in reader.visits.items():
        if one.date >= retest:
            return None
        found = measurement(reader, where.bound(Scope.VISIT, visit), measure, side, segment)
        if found is not None:
            return visit, found
    return None


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
