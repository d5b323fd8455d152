"""Flexion-rotation test and its substitutes (examination 3.2)."""

from __future__ import annotations

from functools import lru_cache

from concordant.facts.examination import flexion_rotation as facts
from concordant.facts.fact import Fact
from concordant.facts.kinds import Quantity
from concordant.measures.groups import Group, NoRow, fitting
from concordant.measures.limits import CutOff, Limit, Norm, ReadingError
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import BY_HAND
from concordant.measures.physical.words import (
    ANGLE_SPREAD,
    CROM,
    DIGITAL_GONIOMETER,
    GONIOMETER,
    PHONE_GRAVITY,
    PHONE_TWIST,
)
from concordant.measures.procedure import Body, Procedure
from concordant.measures.repeats import Join, RealChange, Spread, Trials
from concordant.measures.source import Known, Source
from concordant.settings import number, whole

CUT_OFF_DEG = 32
"""Degrees, Hall 2010 (doi:10.1007/s10194-010-0222-3, doi:10.1179/106698110X12640740712293)."""
CUT_OFF_SIXTIES_DEG = whole(
    "frt_cut_off_60_69",
    31,
    unit="deg",
    low=20,
    high=45,
    says="From age 60 to 69 the flexion-rotation test is positive at or below so many degrees.",
    source="examination 3.2",
)
CUT_OFF_OLDER_DEG = whole(
    "frt_cut_off_70_and_over",
    30,
    unit="deg",
    low=20,
    high=45,
    says="From age 70 on the flexion-rotation test is positive at or below so many degrees; no norm above 79.",
    source="examination 3.2; conflicts C04, left open above 79",
)
BORDERLINE_DEG = whole(
    "frt_borderline",
    4,
    unit="deg",
    high=20,
    says="The flexion-rotation test is borderline up to so many degrees above its cut-off.",
    source="examination 3.2",
)
C0_C2_CUT_OFF_DEG = number(
    "c0_c2_rotation_cut_off_deg",
    11.5,
    unit="deg",
    low=5,
    high=20,
    says="C0-C2 rotation with C2 held is reduced at or below so many degrees.",
    source="examination 3.2; derived from two groups of Satpute 2021 as normal curves, not validated",
)
C0_C2_REAL_CHANGE_DEG = number(
    "c0_c2_rotation_real_change_deg",
    4,
    unit="deg",
    low=2,
    high=15,
    says="C0-C2 rotation with C2 held has changed from so many degrees on.",
    source="examination 7; at most 2 is printed (Satpute 2021), doubled for another site",
)
LOSS_DEG = 10
"""A loss of 10 from the expected range, doi:10.1080/10669817.2024.2430506."""
SIDE_BEND_CUT_OFF_DEG = 25
"""Sensitivity 1.00, specificity 0.62 for C1/2 stiffness, doi:10.1080/10669817.2024.2430506."""
REAL_CHANGE_DEG = 7.0
"""At most 7 over two weeks in cervicogenic headache; the level is not stated, and is read as 95 %."""

_HALL = "Hall, thesis, Curtin 2010"
_NORM_SOURCE = Source(
    "44.8° at 40.5 years (Satpute 2019, doi:10.1080/10669817.2018.1533195) less 1.49° a decade (Zarate-Tejero 2023)",
    Known.DERIVED,
    "10.1177/20406223231170158",
)
_NORMS = ((20, 47), (30, 46), (40, 44), (50, 43), (60, 41), (70, 40))
_FLEXED = ("supine_full_flexion",)
"""The word of examination 2; without full flexion it is another test."""
_INSTRUMENTS = (CROM, GONIOMETER, DIGITAL_GONIOMETER, PHONE_TWIST, PHONE_GRAVITY)

NORMS = tuple(
    Norm(mean, "healthy adults, two samples mixed: a stop-gap", _NORM_SOURCE, Group(age_from=age, age_below=age + 10))
    for age, mean in _NORMS
)


def _frt(fact: Fact[Quantity], short: str) -> Measure:
    return Measure(
        fact,
        short,
        Better.UP,
        _INSTRUMENTS,
        _FLEXED,
        step=1,
        trials=Trials(2, 3, Join.MEAN, ANGLE_SPREAD),
        error=ReadingError.from_change(
            REAL_CHANGE_DEG,
            Source(f"{_HALL}, change of at most 7° over two weeks in cervicogenic headache", Known.DERIVED),
        ),
        cut_off=CutOff(
            (
                Limit(CUT_OFF_DEG, True, Group(age_below=60)),
                Limit(CUT_OFF_SIXTIES_DEG, True, Group(age_from=60, age_below=70)),
                Limit(CUT_OFF_OLDER_DEG, True, Group(age_from=70, age_below=80)),
                Limit(CUT_OFF_OLDER_DEG, True, Group(age_from=80), remark="no norm for this age"),
            ),
            Source("Hall 2010, lowered with age by examination 3.2", Known.CHOSEN, "10.1179/106698110X12640740712293"),
        ),
        norms=NORMS,
        change=RealChange(REAL_CHANGE_DEG, _HALL, Known.READ),
    )


rotation = _frt(facts.frt_rotation_deg, "FRT")
rotation_after_treatment = _frt(facts.frt_rotation_after_treatment_deg, "FRT at the end of the visit")

c0_c2_rotation = Measure(
    facts.c0_c2_rotation_deg,
    "C0-C2 rotation",
    Better.UP,
    (CROM, PHONE_TWIST),
    ("sitting", "supine"),
    step=0.5,
    trials=Trials(
        2, 3, Join.MEAN, Spread(2, Source("Satpute 2021, MDC at most 2°", Known.READ, "10.1016/j.msksp.2020.102286"))
    ),
    error=ReadingError.from_change(
        C0_C2_REAL_CHANGE_DEG,
        Source("twice the MDC of Satpute 2021, for another site", Known.CHOSEN, "10.1016/j.msksp.2020.102286"),
    ),
    cut_off=CutOff(
        (Limit(C0_C2_CUT_OFF_DEG, True),),
        Source(
            "best split of two groups of Satpute 2021 as normal curves, not validated",
            Known.DERIVED,
            "10.1016/j.msksp.2020.102286",
        ),
    ),
    no_norm="norms of C0-C2 rotation are of one mean age (40.5 years) only, Satpute 2019",
    change=RealChange(
        C0_C2_REAL_CHANGE_DEG, "at most 2° is printed, doubled for another site; Satpute 2021", Known.CHOSEN
    ),
)

side_bend_rotation = Measure(
    facts.side_bend_rotation_deg,
    "side bend-rotation test",
    Better.UP,
    _INSTRUMENTS,
    ("supine",),
    step=1,
    trials=Trials(2, 3, Join.MEAN, ANGLE_SPREAD),
    cut_off=CutOff(
        (Limit(SIDE_BEND_CUT_OFF_DEG, True),),
        Source("side bend-rotation test 2024, for C1/2 stiffness", Known.READ, "10.1080/10669817.2024.2430506"),
    ),
    no_norm="no norms of the side bend-rotation test were found",
)


@lru_cache(maxsize=1024)
def positive_at_or_below(age: float) -> float:
    """Degrees at or below which the flexion-rotation test is positive at this age (years)."""
    assert rotation.cut_off is not None
    limits = fitting(rotation.cut_off.limits, None, age, None)
    assert not isinstance(limits, NoRow), "the limits cover every age"
    return limits[0].at


def class_for_age(degrees: float, age: float) -> str:
    """positive, borderline or negative at this age; the classes that diagnosis and plan use, without error bands."""
    cut_off = positive_at_or_below(age)
    degrees = round(degrees, 9)  # a mean of trials carries the noise of binary fractions
    if degrees <= cut_off:
        return "positive"
    return "borderline" if degrees <= cut_off + BORDERLINE_DEG else "negative"


def below_age_norm(degrees: float | None, age: float | None) -> bool | None:
    """At or below the norm for age (years) minus 10; shown, decides nothing. None from 80 on, and below 20."""
    rows = fitting(NORMS, None, age, None)
    if degrees is None or isinstance(rows, NoRow):
        return None
    return rotation.read(degrees) <= rows[0].centre - LOSS_DEG


procedure = Procedure(
    "flexion_rotation",
    "Flexion-rotation test and its substitutes",
    "examination 3.2",
    step=7,
    body=Body.SUPINE,
    how=(
        "Supine, relaxed. Flex the neck fully and keep it there, the head against your trunk. Turn the head to "
        "one side until firm resistance or the first pain, whichever is first; measure; back to the middle; other "
        "side. Two or three trials. Note what stopped the turn, and whether it was the usual headache. If full "
        "flexion is not tolerated: neck neutral, hold C2 and turn the head until C2 begins to move (C0-C2 "
        "rotation)."
    ),
    contraindications=(
        "Suspected upper cervical instability, fracture, signs of the cord, dissection; arm symptoms brought on "
        "by flexion."
    ),
    minutes=minutes("flexion_rotation", 3, "the flexion-rotation test, both sides"),
    source="Hall 2010, doi:10.1007/s10194-010-0222-3; Satpute 2019, doi:10.1080/10669817.2018.1533195",
    measures=(rotation, rotation_after_treatment, c0_c2_rotation, side_bend_rotation),
    findings=(facts.frt_interpretation, facts.frt_limit),
    locked_by=BY_HAND,
)
