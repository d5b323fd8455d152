"""Before a neck is tested after an injury: the Canadian C-spine rule, step by step (diagnosis 4.6).

Stiell 2003, N Engl J Med 349:2510-8. A test of rotation is asked for only once a low-risk factor is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from concordant.criteria import (
    Criterion,
    Trace,
    Truth,
    all_of,
    any_of,
    at,
    at_or_above,
    below,
    empty,
    evaluate,
    no,
    not_empty,
    yes,
)
from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND, Binding
from concordant.diagnosis.next_test.minutes import CLEAR_INJURY_DAYS
from concordant.facts import Scope
from concordant.facts.examination.active_range import arom_rotation_deg
from concordant.facts.history.injury import injury_date
from concordant.facts.history.person import age_years
from concordant.facts.safety.results import ccr_result
from concordant.facts.safety.trauma import (
    acute_paralysis,
    alert_gcs_15,
    ambulatory_since_injury,
    dangerous_mechanisms,
    known_vertebral_disease,
    limb_paraesthesia,
    midline_tenderness,
    neck_pain_delayed,
    penetrating_injury,
    rear_end_collision,
    rear_end_exclusions,
    sitting_position,
    spine_imaging_cleared,
    vitals_stable,
)
from concordant.record.record import Record

YOUNGEST, HIGH_RISK_AGE, TURN_DEGREES = 16, 65, 45


class Step(Enum):
    """What comes next for an injury that is not cleared."""

    ASK = "ask"
    TURN = "turn"
    IMAGING = "imaging"


@dataclass(frozen=True, slots=True)
class Uncleared:
    """An injury after which the neck may not be tested yet."""

    injury: str
    step: Step
    facts: tuple[str, ...]
    """What to ask, in order."""


_outside = any_of(
    below(age_years, YOUNGEST),
    no(alert_gcs_15),
    no(vitals_stable),
    yes(acute_paralysis),
    yes(known_vertebral_disease),
    yes(penetrating_injury),
)
_high_risk = any_of(at_or_above(age_years, HIGH_RISK_AGE), not_empty(dangerous_mechanisms), yes(limb_paraesthesia))
_low_risk = any_of(
    yes(sitting_position),
    yes(ambulatory_since_injury),
    yes(neck_pain_delayed),
    no(midline_tenderness),
    all_of(yes(rear_end_collision), empty(rear_end_exclusions)),
)
_turns = all_of(
    at_or_above(at(arom_rotation_deg, side="left"), TURN_DEGREES),
    at_or_above(at(arom_rotation_deg, side="right"), TURN_DEGREES),
)


def uncleared(record: Record) -> tuple[Uncleared, ...]:
    """The recent injuries after which the neck is not cleared."""
    found = (_of_injury(record, injury) for injury in record.injuries)
    return tuple(one for one in found if one is not None)


def _of_injury(record: Record, injury: str) -> Uncleared | None:
    where = UNBOUND.bound(Scope.INJURY, injury)
    result = record.read(Term(ccr_result), where).value
    if record.read(Term(spine_imaging_cleared), where).value is True or result == "no_imaging":
        return None
    day = record.read(Term(injury_date), where).value
    if not isinstance(day, date):
        return Uncleared(injury, Step.ASK, (injury_date.name,))
    if (record.as_of - day).days > CLEAR_INJURY_DAYS:
        return None
    if result in ("imaging", "not_applicable"):
        return Uncleared(injury, Step.IMAGING, (spine_imaging_cleared.name,))
    return _by_the_rule(record, injury, where, day)


def _by_the_rule(record: Record, injury: str, where: Binding, day: date) -> Uncleared | None:
    def found(criterion: Criterion) -> Trace:
        return evaluate(criterion, record, where)

    for mandates_imaging in (_outside, _high_risk):
        trace = found(mandates_imaging)
        if trace.truth is Truth.MET:
            return Uncleared(injury, Step.IMAGING, (spine_imaging_cleared.name,))
        if trace.truth is Truth.UNKNOWN:
            return Uncleared(injury, Step.ASK, _missing(trace))
    low = found(_low_risk)
    if low.truth is Truth.NOT_MET:
        return Uncleared(injury, Step.IMAGING, (spine_imaging_cleared.name,))
    if low.truth is Truth.UNKNOWN:
        return Uncleared(injury, Step.ASK, _missing(low))
    return _turned(record, injury, where, day)


def _turned(record: Record, injury: str, where: Binding, day: date) -> Uncleared | None:
    since = [visit for visit in record.visits if record.day_of(visit) >= day]
    truths = [evaluate(_turns, record, where.bound(Scope.VISIT, visit)).truth for visit in since]
    known = [truth for truth in truths if truth is not Truth.UNKNOWN]
    if not known:
        return Uncleared(injury, Step.TURN, (arom_rotation_deg.name,))
    if known[-1] is Truth.MET:
        return None
    return Uncleared(injury, Step.IMAGING, (spine_imaging_cleared.name,))


def _missing(trace: Trace) -> tuple[str, ...]:
    open_leaves = (leaf for leaf in trace.leaves() if leaf.truth is Truth.UNKNOWN)
    return tuple(dict.fromkeys(name for leaf in open_leaves for one in leaf.readings for name in one.missing))
