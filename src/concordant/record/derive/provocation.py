"""Criterion C3 of 11.2.1: what is proposed to the examiner for its two halves (diagnosis 3.5)."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.flexion_rotation import frt_restricted
from concordant.facts.examination.judgement import (
    crom_reduced,
    provocation_familiar,
    provocation_nrs_rise,
    provocation_worsens_headache,
)
from concordant.facts.examination.session import headache_phase, hours_since_acute_medication
from concordant.record.derive.computing import Inputs, Mode, Reader, computes

PROVOCATION_RISE = 2
MASKED_HOURS = 24
"""Provocation within so many hours after an acute medicine is masked (diagnosis 3.5)."""


@computes(crom_reduced, Mode.PROPOSAL)
def reduced_motion(reader: Reader, where: Binding, term: Term) -> Reading:
    """Proposed from the flexion-rotation test where it is positive.

    Active range joins it with its norms by age; until then a normal flexion-rotation test proposes nothing.
    """
    inputs = Inputs(reader, where)
    if inputs.get(frt_restricted) is True:
        return inputs.proposal(True, "the flexion-rotation test is positive")
    return inputs.unknown("", crom_reduced)


@computes(provocation_worsens_headache, Mode.PROPOSAL)
def provoked(reader: Reader, where: Binding, term: Term) -> Reading:
    """The person's own headache, risen by 2 or more; not judged in an attack or soon after a medicine."""
    inputs = Inputs(reader, where)
    if reader.read(Term(headache_phase), where).value == "attack":
        return inputs.unknown("masked: an attack was going on", provocation_worsens_headache)
    hours = reader.read(Term(hours_since_acute_medication), where).value
    if isinstance(hours, int | float) and hours < MASKED_HOURS:
        return inputs.unknown("masked: an acute medicine was taken within 24 h", provocation_worsens_headache)
    familiar = inputs.get(provocation_familiar)
    if familiar is False:
        return inputs.proposal(False, "the pain provoked was not the person's own headache")
    rise = inputs.number(provocation_nrs_rise)
    if familiar is not True or rise is None:
        return inputs.unknown("", provocation_worsens_headache)
    return inputs.proposal(rise.low >= PROVOCATION_RISE, f"own headache, rise of {rise.low:g} of 10")
