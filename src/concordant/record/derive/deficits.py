"""Whether a test of one visit is reduced, with the error of a reading (examination 3 and 7): the rule of the measures.

A value within the error of its cut-off is neither a deficit nor none: the fact stays unknown, and the examiner may
state it.
"""

from __future__ import annotations

from dataclasses import dataclass

from concordant.criteria.nodes.term import term_of
from concordant.facts.history.person import age_years, sex
from concordant.facts.values import Span
from concordant.measures import Deficit, Measure, deficit
from concordant.measures.deficit import unknown
from concordant.record.derive.computing import Inputs


@dataclass(frozen=True, slots=True)
class Who:
    """Whose limits hold: the ages that may be meant (years), none where not known, and the sex."""

    ages: tuple[float | None, ...]
    sex: str | None


def who_is_measured(inputs: Inputs) -> Who:
    """The age, exact or known to within a year, and the sex; noted once, however many tests are read after it."""
    age, recorded = inputs.number(age_years), inputs.get(sex)
    ages = tuple(dict.fromkeys((age.low, age.high))) if isinstance(age, Span) else (None,)
    return Who(ages, recorded if isinstance(recorded, str) else None)


def deficit_found(inputs: Inputs, who: Who, measure: Measure, side: str | None = None) -> Deficit | None:
    """What the measured value says of such a person; None where it was not measured.

    An age that is known to within a year has to say the same at both ends.
    """
    value = inputs.get(term_of(measure.fact, side))
    if not isinstance(value, int | float):
        return None
    found = [deficit(measure, value, side=side, age=age, sex=who.sex) for age in who.ages]
    if found[0].answer is not found[-1].answer:
        return unknown(f"{measure.short}: it turns on the exact age")
    return found[0]
