"""Criterion C3 of 11.2.1: what is proposed to the examiner for its two halves (diagnosis 3.5)."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.active_range import arom_limited
from concordant.facts.examination.flexion_rotation import frt_restricted
from concordant.facts.examination.judgement import (
    crom_reduced,
    provocation_familiar,
    provocation_nrs_rise,
    provocation_worsens_headache,
)
from concordant.facts.examination.session import headache_phase, hours_since_acute_medication
from concordant.measures.gates import MASKED_HOURS
from concordant.record.derive.computing import Inputs, Mode, Reader, computes
from concordant.settings import number

PROVOCATION_RISE = number(
    "c3_provocation_rise",
    2,
    unit="NRS points",
    low=0.5,
    high=10,
    says="A provoked headache is significantly worse from a rise of so many points of 10 (C3).",
    source="diagnosis 3.5",
)


@computes(crom_reduced, Mode.PROPOSAL)
def reduced_motion(reader: Reader, where: Binding, term: Term) -> Reading:
    """Proposed: reduced where active range or the flexion-rotation test is, not reduced where neither is."""
    inputs = Inputs(reader, where)
    limited, restricted = inputs.get(arom_limited), inputs.get(frt_restricted)
    if restricted is True or limited is True:
        which = "the flexion-rotation test is positive" if restricted is True else "active range is reduced"
        return inputs.proposal(True, which)
    if restricted is False and limited is False:
        return inputs.proposal(False, "neither active range nor the flexion-rotation test is reduced")
    return inputs.unknown("", crom_reduced)


@computes(provocation_worsens_headache, Mode.PROPOSAL)
def provoked(reader: Reader, where: Binding, term: Term) -> Reading:
    """The person's own headache, risen by 2 or more; not judged in an attack or soon after a medicine."""
    inputs = Inputs(reader, where)
    if reader.read(term_of(headache_phase), where).value == "attack":
        return inputs.unknown("masked: an attack was going on", provocation_worsens_headache)
    hours = reader.read(term_of(hours_since_acute_medication), where).value
    if isinstance(hours, int | float) and hours < MASKED_HOURS:
        return inputs.unknown("masked: an acute medicine was taken within 24 h", provocation_worsens_headache)
    familiar = inputs.get(provocation_familiar)
    if familiar is False:
        return inputs.proposal(False, "the pain provoked was not the person's own headache")
    rise = inputs.number(provocation_nrs_rise)
    if familiar is not True or rise is None:
        return inputs.unknown("", provocation_worsens_headache)
    return inputs.proposal(rise.low >= PROVOCATION_RISE, f"own headache, rise of {rise.low:g} of 10")
