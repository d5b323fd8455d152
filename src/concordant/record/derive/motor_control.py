"""Scores of the craniocervical flexion test (examination 3.4). Cut-offs are project rules."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.motor_control import (
    ccft_activation_mmhg,
    ccft_activation_score,
    ccft_faults,
    ccft_good_holds,
    ccft_impaired,
    ccft_performance_index,
    ccft_substitution,
)
from concordant.facts.values import Span
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.settings import whole

CCFT_IMPAIRED_MMHG = whole(
    "ccft_impaired_mmhg",
    24,
    unit="mmHg",
    low=20,
    high=30,
    says="The craniocervical flexion test is impaired where the highest clean stage is so many mmHg or lower.",
    source="examination 3.4",
)
CCFT_IMPAIRED_INDEX = whole(
    "ccft_impaired_index",
    36,
    unit="index",
    high=100,
    says="The craniocervical flexion test is impaired below this performance index.",
    source="examination 3.4",
)


@computes(ccft_activation_score)
def activation_score(reader: Reader, where: Binding, term: Term) -> Reading:
    """Highest clean stage - 20 mmHg."""
    inputs = Inputs(reader, where)
    stage = inputs.number(ccft_activation_mmhg)
    return inputs.unknown() if stage is None else inputs.result(int(stage.low - 20))


@computes(ccft_performance_index)
def performance_index(reader: Reader, where: Binding, term: Term) -> Reading:
    """Activation score x good 10 s holds; 0 where no stage was clean."""
    inputs = Inputs(reader, where)
    score = inputs.number(ccft_activation_score)
    if score == Span(0, 0):
        return inputs.result(0)
    holds = inputs.number(ccft_good_holds)
    return inputs.unknown() if score is None or holds is None else inputs.result(int(score.low * holds.low))


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
    if (stage and stage.high <= CCFT_IMPAIRED_MMHG) or (index and index.high < CCFT_IMPAIRED_INDEX):
        return inputs.result(True)
    return inputs.unknown() if stage is None or index is None else inputs.result(False)
