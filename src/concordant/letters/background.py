"""What somebody who sees a stranger in haste asks first: blood pressure, blood thinners, injury, last treatment."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from concordant.assessment import Assessment
from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import UNBOUND, Binding
from concordant.criteria.saying import label
from concordant.diagnosis.explaining.reasons import value_and_source
from concordant.facts import Fact, Kind, Scope
from concordant.facts.history.injury import injury_date
from concordant.facts.safety.history import immune_compromise, pregnant_or_postpartum
from concordant.facts.safety.vascular import diastolic_bp_mmhg, systolic_bp_mmhg, vascular_risk_factors
from concordant.facts.values import UNKNOWN
from concordant.letters.words import listed, on, sentence
from concordant.plan.interventions.catalogue import BY_ID
from concordant.record.record import Record

FACTS: tuple[Fact[Kind], ...] = (
    systolic_bp_mmhg,
    diastolic_bp_mmhg,
    vascular_risk_factors,
    pregnant_or_postpartum,
    immune_compromise,
)
INJURY = "Injury of the head or neck on {day}."
LAST_TREATMENT = "Last treatment here on {day}: {names}."
NOT_NAMED = "what was done is not written down"
NO_TREATMENT = "No treatment was given here so far."


def background(assessment: Assessment, told: Collection[str] = ()) -> Iterator[str]:
    """One sentence each, without what was ``told`` already; what is not known is left to what was not asked."""
    record = assessment.record
    for fact in FACTS:
        term, where = term_of(fact), _newest(record, fact)
        reading = record.read(term, where)
        if reading.value is not UNKNOWN and label(term) not in told:
            yield sentence(value_and_source(term, reading))
    for injury in record.injuries:
        day = record.read(Term(injury_date), UNBOUND.bound(Scope.INJURY, injury)).value
        if day is not UNKNOWN:
            yield INJURY.format(day=injury_date.kind.in_english(day))
    yield _last_treatment(record)


def _newest(record: Record, fact: Fact[Kind]) -> Binding:
    """Of a fact of a visit, the newest visit that tells it."""
    telling = record.visits_with(fact, UNBOUND)
    newest = next((one for one in reversed(record.visits) if one in telling), None)
    return UNBOUND if newest is None else UNBOUND.bound(Scope.VISIT, newest)


def _last_treatment(record: Record) -> str:
    if not record.treatments:
        return NO_TREATMENT
    last = record.treatments[-1]
    names = listed(BY_ID[one].name for one in last.interventions)
    return LAST_TREATMENT.format(day=on(last.date), names=names or NOT_NAMED)
