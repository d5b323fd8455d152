"""Class of the flexion-rotation test for age (examination 3.2); the cut-offs stand with the measure."""

from __future__ import annotations

from typing import Any

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.flexion_rotation import (
    frt_below_age_norm,
    frt_class,
    frt_restricted,
    frt_rotation_deg,
    frt_rotation_difference_deg,
    frt_rotation_min_deg,
)
from concordant.facts.fact import SIDES, Fact
from concordant.facts.history.person import age_years
from concordant.measures.physical.flexion_rotation import below_age_norm, class_for_age, positive_at_or_below
from concordant.record.derive.computing import Inputs, Reader, computes


@computes(frt_class)
def flexion_rotation_class(reader: Reader, where: Binding, term: Term) -> Reading:
    """positive, borderline or negative; only where every age that fits gives the same class."""
    inputs = Inputs(reader, where)
    degrees = inputs.number(term_of(frt_rotation_deg, term.side))
    age = inputs.number(age_years)
    if degrees is None or age is None:
        return inputs.unknown()
    words = {class_for_age(degrees.low, years) for years in (age.low, age.high)}
    if len(words) > 1:
        return inputs.unknown("the class turns on the exact age", age_years)
    return inputs.result(words.pop(), f"positive at or below {positive_at_or_below(age.low):g}°")


@computes(frt_below_age_norm)
def flexion_rotation_below_norm(reader: Reader, where: Binding, term: Term) -> Reading:
    """At or below the norm for age minus 10 degrees; shown, decides nothing. Unknown below 20 and from 80 years on."""
    inputs = Inputs(reader, where)
    degrees = inputs.number(term_of(frt_rotation_deg, term.side))
    age = inputs.number(age_years)
    if degrees is None or age is None:
        return inputs.unknown()
    answers = {below_age_norm(degrees.low, years) for years in (age.low, age.high)}
    if len(answers) > 1:
        return inputs.unknown("it turns on the exact age", age_years)
    answer = answers.pop()
    return inputs.unknown("no norm for this age") if answer is None else inputs.result(answer)


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
