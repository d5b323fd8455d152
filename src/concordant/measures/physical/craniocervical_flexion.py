"""Craniocervical flexion test (examination 3.4)."""

from __future__ import annotations

from collections.abc import Mapping

from concordant.facts.examination import motor_control as facts
from concordant.measures.limits import CutOff, Limit
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import FROM_PROVOCATION_ON
from concordant.measures.procedure import Body, Procedure
from concordant.measures.repeats import RealChange
from concordant.measures.source import Known, Source
from concordant.settings import number, whole

BASE_MMHG = 20
"""Pressure of the cuff before the first stage."""
STAGES_MMHG = (22, 24, 26, 28, 30)
HOLDS = 10
"""The most holds at one stage, each of 10 s."""
IMPAIRED_MMHG = whole(
    "ccft_impaired_mmhg",
    24,
    unit="mmHg",
    low=20,
    high=30,
    says="The craniocervical flexion test is impaired where the highest clean stage is so many mmHg or lower.",
    source="examination 3.4",
)
IMPAIRED_INDEX = whole(
    "ccft_impaired_index",
    36,
    unit="index",
    high=100,
    says="The craniocervical flexion test is impaired below this performance index.",
    source="examination 3.4",
)
REAL_CHANGE_MMHG = number(
    "ccft_real_change_mmhg",
    4,
    unit="mmHg",
    low=2,
    high=10,
    says="The highest clean stage of the craniocervical flexion test has changed from so many mmHg on.",
    source="examination 7; two stages, no measurement error is published in mmHg",
)
REAL_CHANGE_INDEX = number(
    "ccft_real_change_index",
    20,
    unit="index",
    low=2,
    high=100,
    says="The performance index of the craniocervical flexion test has changed from so many points on.",
    source="examination 7; no error of the index was found",
)

_CUFF, _SUPINE = ("pressure_biofeedback",), ("supine",)
_NO_NORM = "healthy people reach 26 to 30 mmHg; no norm by age or sex was found"
_RULE = "a rule of this software"


def _impaired(at: float, *, inclusive: bool) -> CutOff:
    return CutOff((Limit(at, inclusive),), Source("examination 3.4", Known.CHOSEN))


activation = Measure(
    facts.ccft_activation_mmhg,
    "CCFT",
    Better.UP,
    _CUFF,
    _SUPINE,
    step=2,
    cut_off=_impaired(IMPAIRED_MMHG, inclusive=True),
    no_norm=_NO_NORM,
    change=RealChange(REAL_CHANGE_MMHG, f"two stages, {_RULE}", Known.CHOSEN),
    same_rater_only=True,
)
score = Measure(
    facts.ccft_activation_score,
    "CCFT activation score",
    Better.UP,
    _CUFF,
    _SUPINE,
    step=2,
    cut_off=_impaired(IMPAIRED_MMHG - BASE_MMHG, inclusive=True),
    no_norm=_NO_NORM,
    change=RealChange(REAL_CHANGE_MMHG, f"two stages, {_RULE}", Known.CHOSEN),
    same_rater_only=True,
)
index = Measure(
    facts.ccft_performance_index,
    "CCFT performance index",
    Better.UP,
    _CUFF,
    _SUPINE,
    step=1,
    cut_off=_impaired(IMPAIRED_INDEX, inclusive=False),
    no_norm=_NO_NORM,
    change=RealChange(REAL_CHANGE_INDEX, f"20 points, {_RULE}", Known.CHOSEN),
    same_rater_only=True,
)
cumulative = Measure(
    facts.ccft_cumulative_index,
    "CCFT cumulative index",
    Better.UP,
    _CUFF,
    _SUPINE,
    step=1,
    no_norm=_NO_NORM,
    same_rater_only=True,
)
good_holds = Measure(
    facts.ccft_good_holds, "CCFT good holds", Better.UP, _CUFF, _SUPINE, step=1, no_norm=_NO_NORM, same_rater_only=True
)


def activation_score(activation_mmhg: float) -> int:
    """Highest clean stage less 20 mmHg: 0, 2, 4, 6, 8 or 10. The formulas are recalled (Jull 2008)."""
    return int(activation.read(activation_mmhg)) - BASE_MMHG


def performance_index(activation_mmhg: float, holds: float) -> int:
    """Activation score x good 10 s holds at that stage, 0 to 100."""
    return activation_score(activation_mmhg) * int(good_holds.read(holds))


def cumulative_index(holds_by_stage: Mapping[int, float]) -> int | None:
    """Sum over the stages of (stage - 20) x good holds, 0 to 300; None where a stage below the last done is missing.

    A test ends at the first stage that fails, so the stages after the last one entered count nothing.
    """
    odd = sorted(set(holds_by_stage) - set(STAGES_MMHG))
    if odd:
        raise ValueError(f"the stages are {', '.join(map(str, STAGES_MMHG))} mmHg, not {', '.join(map(str, odd))}")
    if not holds_by_stage or any(stage not in holds_by_stage for stage in STAGES_MMHG if stage < max(holds_by_stage)):
        return None
    return sum((stage - BASE_MMHG) * int(good_holds.read(holds)) for stage, holds in holds_by_stage.items())


procedure = Procedure(
    "craniocervical_flexion",
    "Craniocervical flexion test",
    "examination 3.4",
    step=9,
    body=Body.SUPINE,
    how=(
        f"Supine, knees bent, face horizontal; folded pressure cuff under the neck, inflated to {BASE_MMHG} mmHg "
        "and settled. Jaw relaxed, tongue on the palate. Nod gently to 22 mmHg and hold 10 s; rest; then 24, 26, "
        "28, 30. End when the hold fails, the pressure drops by more than 20 % or a fault appears. Then at the "
        f"highest clean stage up to {HOLDS} holds of 10 s with short rests."
    ),
    contraindications="Acute trauma, instability; stop if the headache rises.",
    minutes=minutes("craniocervical_flexion", 8, "the craniocervical flexion test"),
    source="Jull 2008 (formulas recalled); Romeo 2022, doi:10.1093/ptj/pzac054 (one person, one rater)",
    measures=(activation, score, good_holds, index, cumulative),
    findings=(facts.ccft_holds_by_stage, facts.ccft_faults, facts.ccft_substitution, facts.ccft_impaired),
    locked_by=FROM_PROVOCATION_ON,
)
