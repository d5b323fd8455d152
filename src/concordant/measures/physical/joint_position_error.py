"""Joint position error (examination 3.8)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev
from types import MappingProxyType

from concordant.facts.examination import sensorimotor as facts
from concordant.facts.fact import Fact
from concordant.facts.kinds import Quantity
from concordant.measures.limits import CutOff, Limit, ReadingError
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import FROM_PROVOCATION_ON
from concordant.measures.physical.words import CROM, PHONE_TWIST
from concordant.measures.procedure import Body, Procedure
from concordant.measures.repeats import Join, RealChange, Trials
from concordant.measures.source import Known, Source
from concordant.settings import Standing, number

DISTANCE_CM = 90
"""From the head to the target."""
TRIALS = 6
"""Of each direction."""
CUT_OFF_DEG = number(
    "jpe_cut_off_deg",
    4.5,
    unit="deg",
    low=2,
    high=15,
    says="The joint position error is raised above so many degrees.",
    source="examination 3.8; Revel 1991",
    standing=Standing.RECALLED,
)
REAL_CHANGE_DEG = 5.2
"""2.772 x SEM 1.88, neutral task, Alahmari 2017: more than the cut-off itself."""

_ALAHMARI = "Alahmari 2017, neutral task, SEM 1.88°"
_NO_NORM = "healthy 2.4 to 4.5° by direction (Reddy 2019); no table by direction, age or sex was read"


def _absolute(fact: Fact[Quantity], short: str) -> Measure:
    return Measure(
        fact,
        short,
        Better.DOWN,
        ("laser", CROM, PHONE_TWIST),
        ("sitting",),
        step=0.1,
        trials=Trials(TRIALS, TRIALS, Join.MEAN_SIZE),
        error=ReadingError(1.88, Source(_ALAHMARI, Known.READ)),
        cut_off=CutOff((Limit(CUT_OFF_DEG, False),), Source("Revel 1991", Known.RECALLED)),
        no_norm=_NO_NORM,
        change=RealChange(REAL_CHANGE_DEG, f"2.772 x SEM, {_ALAHMARI}", Known.DERIVED),
    )


rotation = _absolute(facts.jpe_rotation_absolute_error_deg, "position error, rotation")
extension = _absolute(facts.jpe_extension_absolute_error_deg, "position error, extension")
flexion = _absolute(facts.jpe_flexion_absolute_error_deg, "position error, flexion")


OTHER_ERRORS: Mapping[str, tuple[Fact[Quantity], Fact[Quantity]]] = MappingProxyType(
    {
        facts.jpe_rotation_absolute_error_deg.name: (
            facts.jpe_rotation_constant_error_deg,
            facts.jpe_rotation_variable_error_deg,
        ),
        facts.jpe_extension_absolute_error_deg.name: (
            facts.jpe_extension_constant_error_deg,
            facts.jpe_extension_variable_error_deg,
        ),
        facts.jpe_flexion_absolute_error_deg.name: (
            facts.jpe_flexion_constant_error_deg,
            facts.jpe_flexion_variable_error_deg,
        ),
    }
)
"""The constant and the variable error that the same trials give, by the name of the absolute one."""


@dataclass(frozen=True, slots=True)
class PositionError:
    """Of several trials of one direction, in degrees to one decimal, which is what the facts hold."""

    absolute_deg: float
    """Mean size of the errors."""
    constant_deg: float
    """Mean with its sign: positive where the head overshot."""
    variable_deg: float
    """SD of the errors (n - 1)."""


def angle_deg(error_cm: float, across_cm: float = 0) -> float:
    """The angle of an error on the target, 90 cm away; the error may be read along one line or in two (x, y).

    The sign is that of ``error_cm``, positive where the head overshot; an error in two has none.
    """
    if not (math.isfinite(error_cm) and math.isfinite(across_cm)):
        raise ValueError(f"an error on the target is a number of cm, not {error_cm}, {across_cm}")
    length = math.hypot(error_cm, across_cm) if across_cm else error_cm
    return math.degrees(math.atan(length / DISTANCE_CM))


def position_error(trials_deg: Sequence[float]) -> PositionError | None:
    """Absolute, constant and variable error of six trials with their signs; None of fewer."""
    for trial in trials_deg:
        if not abs(trial) < 90:
            raise ValueError(f"a position error is below 90 degrees to either side, not {trial}")
    if len(trials_deg) < TRIALS:
        return None
    found = (fmean(map(abs, trials_deg)), fmean(trials_deg), stdev(trials_deg))
    return PositionError(*(round(error, 1) for error in found))


procedure = Procedure(
    "joint_position_error",
    "Joint position error",
    "examination 3.8",
    step=11,
    body=Body.SITTING,
    how=(
        f"Sitting {DISTANCE_CM} cm from a target, laser on the head; mark zero. Eyes closed: move to the end of "
        f'one direction, return, say "now"; read; set back to zero. {TRIALS} trials each of both rotations, '
        "extension and flexion. A laser cannot measure side-bend."
    ),
    contraindications="Severe vertigo; unsafe with closed eyes.",
    minutes=minutes("joint_position_error", 10, "joint position error, four directions"),
    source="Revel 1991 (recalled); Alahmari 2017; AlDahas 2023, doi:10.1371/journal.pone.0292798",
    measures=(rotation, extension, flexion),
    findings=(
        facts.jpe_rotation_constant_error_deg,
        facts.jpe_rotation_variable_error_deg,
        facts.jpe_extension_constant_error_deg,
        facts.jpe_extension_variable_error_deg,
        facts.jpe_flexion_constant_error_deg,
        facts.jpe_flexion_variable_error_deg,
        facts.jpe_max_absolute_error_deg,
    ),
    locked_by=FROM_PROVOCATION_ON,
    only_if="dizziness, or after whiplash",
)
