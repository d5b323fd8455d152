"""Craniovertebral angle from a side photo (examination 3.9, 5)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from concordant.facts.examination import posture_and_pressure as facts
from concordant.measures.limits import CutOff, Limit, ReadingError
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import ALARM
from concordant.measures.procedure import Body, Procedure
from concordant.measures.repeats import RealChange
from concordant.measures.source import Known, Source
from concordant.settings import Standing, number

CUT_OFF_DEG = number(
    "craniovertebral_cut_off_deg",
    50,
    unit="deg",
    low=40,
    high=60,
    says="The head is held forward below a craniovertebral angle of so many degrees; a habit, never a criterion.",
    source="examination 3.9; common use",
    standing=Standing.RECALLED,
)
MOST_ROLL_DEG = number(
    "photo_roll_deg",
    10,
    unit="deg",
    high=45,
    says="A side photo is refused where the camera was rolled by more than so many degrees.",
    source="examination 5",
)
REAL_CHANGE_DEG = 5.0
"""MDC 4.96, one rater; level not stated. Gallego-Izquierdo 2020 (doi:10.3390/ijerph17186521)."""
REAL_CHANGE_OTHER_RATER_DEG = 5.5
"""MDC 5.52, two raters; the same."""
_GALLEGO = "Gallego-Izquierdo 2020"
_DOI = "10.3390/ijerph17186521"

angle = Measure(
    facts.craniovertebral_angle_deg,
    "craniovertebral angle",
    Better.UP,
    ("photo",),
    ("sitting", "standing"),
    step=0.1,
    error=ReadingError.from_change(
        REAL_CHANGE_DEG, Source(f"{_GALLEGO}, MDC 4.96° of one rater, read as 95 %", Known.DERIVED, _DOI)
    ),
    cut_off=CutOff((Limit(CUT_OFF_DEG, False),), Source("common use", Known.RECALLED)),
    no_norm="no table by age was found for adults; means of healthy groups run from 50.6 to 54.1°",
    change=RealChange(
        REAL_CHANGE_DEG,
        f"MDC of one rater, {_GALLEGO}",
        Known.READ,
        REAL_CHANGE_OTHER_RATER_DEG,
        f"MDC of two raters, {_GALLEGO}",
    ),
)


@dataclass(frozen=True, slots=True)
class Point:
    """A place in a photo in pixels; y grows downward."""

    x: float
    y: float


def craniovertebral_angle(c7: Point, tragus: Point, *, facing_right: bool, roll_deg: float = 0) -> float:
    """The angle between the horizontal through C7 and the line from C7 to the tragus, in degrees.

    ``facing_right``: the nose points to larger x. ``roll_deg``: of the camera, positive where the horizon in the photo
    is turned counter-clockwise, from gravity or a plumb line. Raises ValueError where the points or the roll tell none.
    """
    if not all(map(math.isfinite, (c7.x, c7.y, tragus.x, tragus.y, roll_deg))):
        raise ValueError("points and roll are finite numbers")
    if abs(roll_deg) > MOST_ROLL_DEG:
        raise ValueError(f"the camera was rolled by {roll_deg:g}°, more than {MOST_ROLL_DEG:g}°: take the photo again")
    if c7 == tragus:
        raise ValueError("C7 and the tragus are one point")
    facing = 1 if facing_right else -1
    return math.degrees(math.atan2(c7.y - tragus.y, facing * (tragus.x - c7.x))) - facing * roll_deg


procedure = Procedure(
    "craniovertebral_angle",
    "Craniovertebral angle (forward head posture)",
    "examination 3.9, 5",
    step=4,
    body=Body.STANDING,
    how=(
        "Standing or sitting as usual, and say which; markers on the spinous process of C7 and the tragus; gaze "
        "ahead after three nods. Side photo: lens at the height of C7 and aimed at the neck, from 2 m or more, "
        "zoom rather than near, neck bare, hair up. Both sides. Never let a program guess C7 without a marker. A "
        "photo needs consent; the angle does not."
    ),
    contraindications="",
    minutes=minutes("craniovertebral_angle", 3, "a side photo of each side, with markers"),
    source=f"{_GALLEGO}, doi:{_DOI}",
    measures=(angle,),
    locked_by=ALARM,
)
