"""Whether active range is limited for age (examination 3.1; conflicts C05)."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Reading
from concordant.facts.examination.active_range import arom_limited, arom_rotation_deg
from concordant.facts.fact import SIDES
from concordant.facts.rounding import rounded
from concordant.measures.physical import active_range as measures
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.deficits import deficit_found, who_is_measured

DIRECTIONS = tuple(
    (measure, side)
    for measure in (measures.flexion, measures.extension, measures.lateral_flexion, measures.rotation)
    for side in measure.sides
)
"""All six."""


@computes(arom_limited)
def limited(reader: Reader, where: Binding, term: Term) -> Reading:
    """Any direction reduced for age by more than the error of a reading; not limited only where none of six is."""
    inputs = Inputs(reader, where)
    who = who_is_measured(inputs)
    answers, words = [], []
    for measure, side in DIRECTIONS:
        found = deficit_found(inputs, who, measure, side)
        answers.append(found.answer if found else None)
        if found and found.answer is not False:
            words.append(f"{measure.short}{f' {side}' if side else ''} {found.words}")
    left, right = (reader.read(term_of(arom_rotation_deg, side), where).value for side in SIDES)
    if isinstance(left, int | float) and isinstance(right, int | float):
        # The distance of two readings of one rater: its error is the limit itself (10 degrees, examination 7).
        uneven = measures.rotation_is_uneven(left, right)
        answers.append(uneven)
        if uneven:
            words.insert(0, f"rotation differs between the sides by {rounded(abs(left - right))}°")
    if True in answers:
        return inputs.result(True, "; ".join(words))
    if None in answers:
        return inputs.unknown("; ".join(words), *(() if inputs.missing else (arom_limited,)))
    return inputs.result(False)
