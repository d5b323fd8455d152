"""Scores of the craniocervical flexion test (examination 3.4)."""

from __future__ import annotations

from collections.abc import Mapping

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.motor_control import (
    ccft_activation_mmhg,
    ccft_activation_score,
    ccft_cumulative_index,
    ccft_faults,
    ccft_good_holds,
    ccft_holds_by_stage,
    ccft_impaired,
    ccft_performance_index,
    ccft_substitution,
)
from concordant.facts.values import Span
from concordant.measures.physical.craniocervical_flexion import (
    BASE_MMHG,
    IMPAIRED_INDEX,
    IMPAIRED_MMHG,
    cumulative_index,
)
from concordant.record.derive.computing import Inputs, Reader, computes


@computes(ccft_activation_score)
def activation_score(reader: Reader, where: Binding, term: Term) -> Reading:
    """Highest clean stage - 20 mmHg."""
    inputs = Inputs(reader, where)
    stage = inputs.number(ccft_activation_mmhg)
    return inputs.unknown() if stage is None else inputs.result(int(stage.low - BASE_MMHG))


@computes(ccft_performance_index)
def performance_index(reader: Reader, where: Binding, term: Term) -> Reading:
    """Activation score x good 10 s holds; 0 where no stage was clean."""
    inputs = Inputs(reader, where)
    score = inputs.number(ccft_activation_score)
    if score == Span(0, 0):
        return inputs.result(0)
    holds = inputs.number(ccft_good_holds)
    return inputs.unknown() if score is None or holds is None else inputs.result(int(score.low * holds.low))


@computes(ccft_cumulative_index)
def summed_index(reader: Reader, where: Binding, term: Term) -> Reading:
    """Sum over the stages of (stage - 20) x good holds; unknown where a stage below the last one done is missing."""
    inputs = Inputs(reader, where)
    holds = inputs.get(ccft_holds_by_stage)
    if not isinstance(holds, Mapping):
        return inputs.unknown()
    found = cumulative_index({int(stage): good for stage, good in holds.items() if isinstance(good, int | float)})
    if found is None:
        return inputs.unknown("a stage below the last one is missing", ccft_holds_by_stage)
    return inputs.result(found)


@computes(ccft_substitution)
def substitution(reader: Reader, where: Binding, term: Term) -> Reading:
    """Any fault was seen."""
    inputs = Inputs(reader, where)
    faults = inputs.get(ccft_faults)
    return inputs.result(bool(faults)) if isinstance(faults, frozenset) else inputs.unknown()


@computes(ccft_impaired)
def flexion_test_impaired(reader: Reader, where: Binding, term: Term) -> Reading:
    """Highest clean stage 24 mmHg or lower, or performance index below 36."""
    inputs = Inputs(reader, where)
    stage = inputs.number(ccft_activation_mmhg)
    index = inputs.number(ccft_performance_index)
    if (stage and stage.high <= IMPAIRED_MMHG) or (index and index.high < IMPAIRED_INDEX):
        return inputs.result(True)
    return inputs.unknown() if stage is None or index is None else inputs.result(False)
