"""What signed plans say of care as a whole. Care is in one phase: that of the newest plan, of whichever headache."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.plan.episode import care_profile, current_phase
from concordant.record.derive.computing import Inputs, Reader, computes


@computes(current_phase)
def phase(reader: Reader, where: Binding, term: Term) -> Reading:
    """The phase that a clinician has signed."""
    inputs = Inputs(reader, where)
    if not reader.plans:
        return inputs.unknown("no plan is signed", current_phase)
    newest = reader.plans[-1]
    return inputs.result(newest.phase, f"signed on {newest.date}")


@computes(care_profile)
def profile(reader: Reader, where: Binding, term: Term) -> Reading:
    """How much care the signed plan gives."""
    inputs = Inputs(reader, where)
    signed = next((one for one in reversed(reader.plans) if one.profile), None)
    if signed is None:
        return inputs.unknown("no plan is signed that says so", care_profile)
    return inputs.result(signed.profile, f"signed on {signed.date}")
