"""The columns of the decision table: a retest belongs to the time point that it is nearest to.

Counted from the first treatment, as the windows of outcomes 1.7 and the expected course are: the time points follow
courses of treatment in trials (retest 9).
"""

from __future__ import annotations

from enum import Enum

from concordant.criteria import Criterion, all_of, at_or_above, below
from concordant.facts.plan.episode import weeks_in_treatment
from concordant.settings import number

_BETWEEN = "retest 9; bounds midway between the time points"

WEEK_4_FROM = number(
    "retest_week_4_from_weeks",
    3,
    unit="weeks",
    low=2.5,
    high=3.5,
    says="From so many weeks in treatment on the decision table is read at week 4, before at week 2.",
    source=_BETWEEN,
)
WEEK_8_FROM = number(
    "retest_week_8_from_weeks",
    6,
    unit="weeks",
    low=5,
    high=7,
    says="From so many weeks in treatment on the decision table is read at week 8.",
    source=_BETWEEN,
)
WEEK_12_FROM = number(
    "retest_week_12_from_weeks",
    10,
    unit="weeks",
    low=9,
    high=11,
    says="From so many weeks in treatment on the decision table is read at week 12, also in a block that follows it.",
    source=_BETWEEN,
)


class TimePoint(Enum):
    """The columns."""

    WEEK_2 = "week 2"
    """Session 3 or 4."""
    WEEK_4 = "week 4"
    WEEK_8 = "week 8"
    WEEK_12 = "week 12"


from_week_4: Criterion = at_or_above(weeks_in_treatment, WEEK_4_FROM)

AT: dict[TimePoint, Criterion] = {
    TimePoint.WEEK_2: below(weeks_in_treatment, WEEK_4_FROM),
    TimePoint.WEEK_4: all_of(from_week_4, below(weeks_in_treatment, WEEK_8_FROM)),
    TimePoint.WEEK_8: all_of(at_or_above(weeks_in_treatment, WEEK_8_FROM), below(weeks_in_treatment, WEEK_12_FROM)),
    TimePoint.WEEK_12: at_or_above(weeks_in_treatment, WEEK_12_FROM),
}
"""When each column is read; of any number of weeks exactly one is."""
