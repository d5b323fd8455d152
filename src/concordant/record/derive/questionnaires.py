"""Scores that follow from other scores."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.outcomes.questionnaires import ndi_percent, ndi_score
from concordant.facts.values import Span
from concordant.record.derive.computing import Inputs, Reader, computes


@computes(ndi_percent, of_one_fact=True)
def percent_of_ndi(reader: Reader, where: Binding, term: Term) -> Reading:
    """2 x raw points: a mean-filled total keeps its fraction."""
    inputs = Inputs(reader, where)
    raw = inputs.number(ndi_score)
    if raw is None:
        return inputs.unknown("", ndi_percent)
    return inputs.result(Span(2 * raw.low, 2 * raw.high))
