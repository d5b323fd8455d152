"""The state in which the visit found the person."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.session import headache_now, headache_phase
from concordant.record.derive.computing import Inputs, Reader, computes


@computes(headache_now)
def headache_at_visit(reader: Reader, where: Binding, term: Term) -> Reading:
    """There is a headache at this visit."""
    inputs = Inputs(reader, where)
    phase = inputs.get(headache_phase)
    return inputs.result(phase == "attack") if isinstance(phase, str) else inputs.unknown()
