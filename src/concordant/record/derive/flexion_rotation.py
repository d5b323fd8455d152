"""Class of the flexion-rotation test for age (examination 3.2).

Cut-off 32 degrees: Hall 2010 (doi:10.1007/s10194-010-0222-3); lowered with age by a project rule.
"""

from __future__ import annotations

from typing import Any

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.flexion_rotation import (
    frt_class,
    frt_restricted,
    frt_rotation_deg,
    frt_rotation_difference_deg,
    frt_rotation_min_deg,
)
from concordant.facts.fact import SIDES, Fact
from concordant.facts.history.person import age_years
from concordant.record.derive.computing import Inputs, Reader, computes, term_of
from concordant.settings import whole

FRT_CUT_OFF = 32
"""Degrees, Hall 2010 (doi:10.1007/s10194-010-0222-3)."""
FRT_CUT_OFF_SIXTIES = whole(
    "frt_cut_off_60_69",
    31,
    unit="deg",
    low=20,
    high=45,
    says="From age 60 to 69 the flexion-rotation test is positive at or below so many degrees.",
    source="examination 3.2",
)
FRT_CUT_OFF_OLDER = whole(
    "frt_cut_off_70_and_over",
    30,
    unit="deg",
    low=20,
    high=45,
    says="From age 70 on the flexion-rotation test is positive at or below so many degrees; no norm above 79.",
    source="examination 3.2; conflicts C04, left open above 79",
)
FRT_THRESHOLDS = ((60, FRT_CUT_OFF), (70, FRT_CUT_OFF_SIXTIES), (200, FRT_CUT_OFF_OLDER))
"""Below this age: positive at or below so many degrees."""
FRT_BORDERLINE = whole(
    "frt_borderline",
    4,
    unit="deg",
    high=20,
    says="The flexion-rotation test is borderline up to so many degrees above its cut-off.",
    source="examination 3.2",
)


def frt_threshold(age: float) -> int:
    """Degrees at or below which the flexion-rotation test is positive at this age."""
    for below, degrees in FRT_THRESHOLDS:
        if age < below:
            return degrees
    return FRT_THRESHOLDS[-1][1]


@computes(frt_class)
def flexion_rotation_class(reader: Reader, where: Binding, term: Term) -> Reading:
    """positive, borderline or negative; only where every age that fits gives the same class."""
    inputs = Inputs(reader, where)
    degrees = inputs.number(term_of(frt_rotation_deg, term.side))
    age = inputs.number(age_years)
    if degrees is None or age is None:
        return inputs.unknown()
    words = {_frt_word(degrees.low, frt_threshold(years)) for years in (age.low, age.high)}
    if len(words) > 1:
        return inputs.unknown("the class turns on the exact age", age_years)
    return inputs.result(words.pop(), f"positive at or below {frt_threshold(age.low)}°")


def _frt_word(degrees: float, threshold: int) -> str:
    if degrees <= threshold:
        return "positive"
    return "borderline" if degrees <= threshold + FRT_BORDERLINE else "negative"


@computes(frt_restricted)
def flexion_rotation_restricted(reader: Reader, where: Binding, term: Term) -> Reading:
    """Positive on at least one side; negative only when both sides were tested."""
    inputs = Inputs(reader, where)
    classes = [inputs.get(term_of(frt_class, side)) for side in SIDES]
    if "positive" in classes:
        return inputs.result(True)
    return inputs.unknown() if inputs.missing else inputs.result(False)


def _both_sides(of: Fact[Any], combine: Any) -> None:
    @computes(of)
    def both(reader: Reader, where: Binding, term: Term) -> Reading:
        inputs = Inputs(reader, where)
        sides = [inputs.number(term_of(frt_rotation_deg, side)) for side in SIDES]
        if sides[0] is None or sides[1] is None:
            return inputs.unknown()
        return inputs.result(combine(sides[0].low, sides[1].low))


_both_sides(frt_rotation_min_deg, min)
_both_sides(frt_rotation_difference_deg, lambda left, right: abs(left - right))
