"""Active range of motion, six directions (examination 3.1)."""

from __future__ import annotations

from concordant.facts.examination import active_range as facts
from concordant.facts.fact import Fact
from concordant.facts.kinds import Quantity
from concordant.measures.limits import CutOff, Limit, Norm, ReadingError
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.physical import youdas
from concordant.measures.physical.locks import NOT_IN_AN_ATTACK
from concordant.measures.physical.words import CROM, INCLINOMETER, PHONE_GRAVITY, PHONE_TWIST, THREE_ANGLES
from concordant.measures.procedure import Body, Procedure
from concordant.measures.repeats import RealChange
from concordant.measures.source import Known, Source
from concordant.settings import Number, number

REAL_CHANGE_DEG = number(
    "arom_real_change_deg",
    10,
    unit="deg",
    low=2,
    high=30,
    says="An active range of the neck has changed from so many degrees on.",
    source="examination 7; derived from a standard error of 2.5 to 4.1 degrees, Fletcher 2008",
)
REDUCED_Z = number(
    "arom_reduced_z",
    1.5,
    low=0.5,
    high=4,
    says="A direction of active range is reduced further than so many standard deviations below the norm for age.",
    source="examination 3.1",
)
SIDE_DIFFERENCE_DEG = number(
    "arom_side_difference_deg",
    10,
    unit="deg",
    low=2,
    high=60,
    says="Active rotation is reduced where the sides differ by so many degrees.",
    source="examination 3.1",
)


def _sd(direction: str, default: float) -> Number:
    return number(
        f"arom_sd_{direction}_deg",
        default,
        unit="deg",
        low=4,
        high=20,
        says=f"Standard deviation of healthy {direction.replace('_', ' ')}, by which active range is read for age.",
        source="examination 3.1; 5 to 16 by direction, sex and age in the recalled table",
    )


SD_FLEXION = _sd("flexion", 10)
SD_EXTENSION = _sd("extension", 12)
SD_SIDEWAYS = _sd("rotation_and_side_bend", 8)

_FLETCHER = "Fletcher 2008, neck pain, CROM device, SEM 2.5 to 4.1°"
ERROR = ReadingError(4.1, Source(f"{_FLETCHER}, the largest of six directions", Known.READ, "10.2519/jospt.2008.2680"))
CHANGE = RealChange(REAL_CHANGE_DEG, "from a standard error of 2.5 to 4.1°, Fletcher 2008", Known.DERIVED)
CUT_OFF_SOURCE = Source(f"below the norm by {REDUCED_Z:g} SD, examination 3.1; norm: {youdas.SOURCE}", Known.CHOSEN)
SITTING_LEVELS = (CROM, INCLINOMETER, PHONE_TWIST, PHONE_GRAVITY)
TURNING = (CROM, PHONE_TWIST)
"""Sitting, gravity does not see a rotation: no inclinometer (Hoving 2005, doi:10.1186/1471-2474-6-59)."""


def _direction(fact: Fact[Quantity], short: str, norms: tuple[Norm, ...], instruments: tuple[str, ...]) -> Measure:
    limits = tuple(Limit(norm.centre - REDUCED_Z * (norm.sd or 0), False, norm.group) for norm in norms)
    return Measure(
        fact,
        short,
        Better.UP,
        instruments,
        ("sitting",),
        step=1,
        trials=THREE_ANGLES,
        error=ERROR,
        cut_off=CutOff(limits, CUT_OFF_SOURCE) if youdas.USED else None,
        norms=norms if youdas.USED else (),
        no_norm="" if youdas.USED else "the recalled norms of active range are switched off",
        change=CHANGE,
    )


flexion = _direction(
    facts.arom_flexion_deg, "active flexion", tuple(youdas.by_decade(youdas.FLEXION, SD_FLEXION)), SITTING_LEVELS
)
extension = _direction(
    facts.arom_extension_deg,
    "active extension",
    tuple(youdas.by_sex(youdas.EXTENSION, SD_EXTENSION)),
    SITTING_LEVELS,
)
lateral_flexion = _direction(
    facts.arom_lateral_flexion_deg,
    "active side-bend",
    tuple(youdas.by_side(youdas.LATERAL_FLEXION, SD_SIDEWAYS)),
    SITTING_LEVELS,
)
rotation = _direction(
    facts.arom_rotation_deg, "active rotation", tuple(youdas.by_side(youdas.ROTATION, SD_SIDEWAYS)), TURNING
)


def rotation_is_uneven(left_deg: float | None, right_deg: float | None) -> bool | None:
    """Whether the sides differ by enough for rotation to be reduced; None where one was not measured."""
    if left_deg is None or right_deg is None:
        return None
    return round(abs(rotation.read(left_deg) - rotation.read(right_deg)), 9) >= SIDE_DIFFERENCE_DEG


procedure = Procedure(
    "active_range",
    "Active range of motion, six directions",
    "examination 3.1",
    step=5,
    body=Body.SITTING,
    how=(
        "Sitting upright, trunk and shoulder blades supported, feet flat, hands on the thighs, eyes level; keep "
        "the trunk still. One warm-up each way. Ask for the largest comfortable movement, held 1 to 2 s; read; "
        "return. Three trials. At each end note what it brings on. On a day of little pain: range falls in an "
        "attack."
    ),
    contraindications=(
        "Recent trauma before a fracture is excluded; suspected dissection, instability or signs of the cord."
    ),
    minutes=minutes("active_range", 5, "active range, six directions"),
    source="Fletcher 2008, doi:10.2519/jospt.2008.2680; Audette 2010, doi:10.2519/jospt.2010.3180",
    measures=(flexion, extension, lateral_flexion, rotation),
    findings=(
        facts.arom_flexion_response,
        facts.arom_extension_response,
        facts.arom_lateral_flexion_response,
        facts.arom_rotation_response,
    ),
    locked_by=NOT_IN_AN_ATTACK,
)
