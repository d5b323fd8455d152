"""What is shown beside the course: attendance, home programme, sleep, stress, early start.

Seen at the same time, no more: nothing here says what made somebody better or worse.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND, Binding
from concordant.facts.fact import Fact
from concordant.facts.history.injury import injury_date
from concordant.facts.kinds import Quantity
from concordant.facts.outcomes.ratings import usual_sleep_quality_nrs, usual_stress_nrs
from concordant.facts.plan.episode import adherence_percent_28d
from concordant.facts.rounding import rounded
from concordant.facts.units import UNITS
from concordant.record.case import Treatment, Visit
from concordant.record.derive.treatment_start import start_of_treatment
from concordant.record.moments import local_day
from concordant.record.record import Record

NO_CAUSE = "Seen beside the course. What goes together need not be cause and effect."


@dataclass(frozen=True, slots=True)
class Driver:
    """One line beside the course."""

    id: str
    says: str
    known: bool
    facts: tuple[str, ...] = ()
    """What it was read from; where it is not known, what to ask."""


def drivers(record: Record) -> tuple[Driver, ...]:
    """All of them, known or not; early start only after an injury."""
    return tuple(_drivers(record))


def _drivers(record: Record) -> Iterator[Driver]:
    yield _attendance(record)
    yield _newest("home programme", adherence_percent_28d, "of the home programme done in 28 days", record)
    yield _first_and_now("sleep", usual_sleep_quality_nrs, "Sleep of late, 10 is best", record)
    yield _first_and_now("stress", usual_stress_nrs, "Stress of late, 10 is most", record)
    started = start_of_treatment(record)
    injuries = [record.read(Term(injury_date), Binding(injury=one)).value for one in record.injuries]
    before = [day for day in injuries if isinstance(day, date) and started is not None and day <= started]
    if before and started is not None:
        says = f"Care began {(started - max(before)).days} days after the injury."
        yield Driver("early start", says, True, (injury_date.name,))


def _attendance(record: Record) -> Driver:
    """Days on which somebody came, and days on which they did not though expected; cancelled ones are no such day."""
    came = {visit.date for visit in record.visits.values()} | {one.date for one in record.treatments}
    planned: tuple[Visit | Treatment, ...] = (*record.case.visits, *record.case.treatments)
    missed = {
        one.date
        for one in planned
        if one.status == "missed"
        and one.date <= record.as_of
        and (one.recorded is None or local_day(one.recorded) <= record.as_of)
    } - came
    says = f"Came on {len(came)} of {len(came) + len(missed)} days." if came or missed else "No visit is recorded."
    return Driver("attendance", says, bool(came or missed))


def _newest(identity: str, fact: Fact[Quantity], what: str, record: Record) -> Driver:
    value = record.read(Term(fact), UNBOUND).value
    if not isinstance(value, int | float):
        return Driver(identity, f"{fact.label}: not known.", False, (fact.name,))
    return Driver(identity, f"{rounded(value)}{UNITS[fact.unit].after} {what}.", True, (fact.name,))


def _first_and_now(identity: str, fact: Fact[Quantity], what: str, record: Record) -> Driver:
    found = [record.read(Term(fact), Binding(visit=visit)).value for visit in record.visits]
    values = [value for value in found if isinstance(value, int | float)]
    if not values:
        return Driver(identity, f"{what}: not known.", False, (fact.name,))
    course = f"{rounded(values[0])} at first, {rounded(values[-1])} now" if len(values) > 1 else rounded(values[0])
    return Driver(identity, f"{what}: {course}.", True, (fact.name,))
