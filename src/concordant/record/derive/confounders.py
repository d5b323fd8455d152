"""What else could have changed a headache between the start of treatment and a retest (diagnosis 3.4)."""

from __future__ import annotations

from datetime import date, timedelta

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.fact import Scope
from concordant.facts.history.block import block_done
from concordant.facts.history.injury import injury_date
from concordant.facts.outcomes.change import change_confounders, confounders_so_far
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.treatment_start import start_of_treatment
from concordant.settings import whole

HEALING_DAYS = whole(
    "c2_days_after_injury",
    84,
    unit="d",
    high=730,
    says="A course of treatment that overlaps with so many days after an injury has the injury as a confounder (C2).",
    source='diagnosis 3.4: "within 12 weeks of injury"',
)


@computes(confounders_so_far)
def so_far(reader: Reader, where: Binding, term: Term) -> Reading:
    """Named at any visit since treatment began, a block in between, or an injury of the last 12 weeks."""
    inputs = Inputs(reader, where)
    start = start_of_treatment(reader)
    if where.visit is None or start is None:
        return inputs.unknown("", change_confounders)
    found = _said(reader, where, inputs, start) | _seen(reader, where, inputs, start)
    asked_now = reader.read(term_of(change_confounders), where).known
    # One confounder is enough to know; that there is none has to be said for the time up to this very retest.
    return inputs.result(frozenset(found)) if found or asked_now else inputs.unknown("", change_confounders)


def _said(reader: Reader, where: Binding, inputs: Inputs, start: date) -> set[str]:
    assert where.visit is not None
    last = reader.visits[where.visit].date
    found: set[str] = set()
    for key, visit in reader.visits.items():
        value = reader.read(term_of(change_confounders), where.bound(Scope.VISIT, key)).value
        # At the visit on which treatment began, the question was about the time before.
        within = start < visit.date <= last or key == where.visit
        if within and isinstance(value, frozenset) and value:
            found |= value
            inputs.note(change_confounders.name, value, f"{visit.date}: {change_confounders.kind.in_english(value)}")
    return found


def _seen(reader: Reader, where: Binding, inputs: Inputs, start: date) -> set[str]:
    assert where.visit is not None
    last = reader.visits[where.visit].date
    found: set[str] = set()
    for key, visit in reader.visits.items():
        if start <= visit.date < last and reader.read(term_of(block_done), where.bound(Scope.VISIT, key)).value is True:
            found.add("nerve_block_or_injection")
            inputs.note(block_done.name, True, f"a block on {visit.date}")
    for injury in reader.injuries:
        day = reader.read(term_of(injury_date), Binding(where.headache, injury)).value
        if isinstance(day, date) and day <= last and start <= day + timedelta(days=HEALING_DAYS):
            found.add("within_12_weeks_of_injury")
            inputs.note(injury_date.name, day, str(day))
    return found
