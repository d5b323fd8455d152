"""Whether a test of one visit is reduced, with the error of a reading (examination 3 and 7): the rule of the measures.

A value within the error of its cut-off is neither a deficit nor none: the fact stays unknown, and the examiner may
state it.
"""

from __future__ import annotations

from concordant.criteria.nodes.term import term_of
from concordant.facts.history.person import age_years, sex
from concordant.facts.values import Span
from concordant.measures import Deficit, Measure, deficit
from concordant.record.derive.computing import Inputs


def deficit_found(inputs: Inputs, measure: Measure, side: str | None = None) -> Deficit | None:
    """What the measured value says at the age and sex of the person; None where it was not measured.

    An age that is known to within a year has to say the same at both ends.
    """
    value = inputs.number(term_of(measure.fact, side))
    age, recorded = inputs.number(age_years), inputs.get(sex)
    if value is None:
        return None
    who = recorded if isinstance(recorded, str) else None
    found = [
        deficit(measure, value.low, side=side, age=years, sex=who)
        for years in ((age.low, age.high) if isinstance(age, Span) else (None,))
    ]
    if found[0].answer is not found[-1].answer:
        return Deficit(None, None, f"{measure.short}: it turns on the exact age")
    return found[0]
