"""Results of the sustained tests: reproduction, and resolution in time (examination 3.12, 3.13)."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.sustained_tests import (
    sustained_posture_familiar_headache,
    sustained_posture_neutral_nrs,
    sustained_posture_peak_nrs,
    sustained_posture_provokes,
    sustained_posture_test_positive,
    sustained_pressure_head_pain,
    sustained_pressure_positive,
    sustained_pressure_resolution_seconds,
)
from concordant.facts.history.pattern import provoked_by_neck_movement_or_posture
from concordant.measures.physical.sustained_posture import FALL_NRS
from concordant.measures.physical.sustained_pressure import RESOLVES_WITHIN_SECONDS
from concordant.record.derive.computing import Inputs, Mode, Reader, computes


@computes(sustained_pressure_positive)
def pressure(reader: Reader, where: Binding, term: Term) -> Reading:
    """Familiar head pain that fades within 90 s while the pressure is held."""
    inputs = Inputs(reader, where)
    pain = inputs.get(term_of(sustained_pressure_head_pain, term.side, term.segment))
    if isinstance(pain, str) and pain != "familiar":
        return inputs.result(False)
    after = inputs.number(term_of(sustained_pressure_resolution_seconds, term.side, term.segment))
    if inputs.missing or after is None:
        return inputs.unknown()
    return inputs.result(after.high <= RESOLVES_WITHIN_SECONDS)


@computes(sustained_posture_test_positive)
def held_posture(reader: Reader, where: Binding, term: Term) -> Reading:
    """Familiar headache in the held posture that falls in neutral."""
    inputs = Inputs(reader, where)
    familiar = inputs.get(sustained_posture_familiar_headache)
    if familiar is False:
        return inputs.result(False)
    peak, neutral = inputs.number(sustained_posture_peak_nrs), inputs.number(sustained_posture_neutral_nrs)
    if inputs.missing or peak is None or neutral is None:
        return inputs.unknown()
    return inputs.result(peak.low - neutral.high >= FALL_NRS)


@computes(sustained_posture_provokes, Mode.PROPOSAL)
def provokes(reader: Reader, where: Binding, term: Term) -> Reading:
    """Proposed as yes from a positive test; the history speaks of movement or posture, which alone tells nothing."""
    inputs = Inputs(reader, where)
    if inputs.get(sustained_posture_test_positive) is True:
        return inputs.proposal(True, "the held posture brought it on")
    if inputs.get(provoked_by_neck_movement_or_posture) is False:
        return inputs.proposal(False, "neither movement nor posture brings it on")
    return inputs.unknown("", sustained_posture_provokes)
