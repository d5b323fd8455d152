"""Massage before physiotherapy: the clinic's own order, as data that booking reads (treatment 3.4).

No trial was found that tests the order, the gap, or one day against two.
"""

from __future__ import annotations

from dataclasses import dataclass

from concordant.plan.interventions.intervention import Discipline
from concordant.settings import whole

SOURCE = "treatment 3.4 (assumption; clinical reasoning, no trial)"

OTHER_DAY_HOURS = whole(
    "plan_rmt_before_physio_hours",
    48,
    unit="h",
    low=24,
    high=168,
    says="Where massage and physiotherapy are on two days, massage comes at most so many hours earlier.",
    source=SOURCE,
)
BETWEEN_MASSAGE_HOURS = whole(
    "plan_between_massage_hours",
    24,
    unit="h",
    low=1,
    high=168,
    says="Two massage visits are at least so many hours apart.",
    source=SOURCE,
)
BEFORE_RETEST_HOURS = whole(
    "plan_no_massage_before_retest_hours",
    48,
    unit="h",
    low=0,
    high=168,
    says="For so many hours before a retest there is no massage.",
    source=SOURCE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Rules for two visits that belong together."""

    first: Discipline
    then: Discipline
    same_day_preferred: bool
    other_day_hours: tuple[int, int]
    """Else the first so many hours earlier, least and most."""
    between_first_hours: int
    """Between two visits of the first, at least."""
    none_before_retest_hours: int
    """No visit of the first so long before measuring, and none on the day of a retest before it."""
    kept_alone: Discipline
    """The one that is kept where there is only one free time."""
    rules: tuple[str, ...]
    reasoning: str


RMT_BEFORE_PHYSIO = Pairing(
    first=Discipline.RMT,
    then=Discipline.PHYSIOTHERAPIST,
    same_day_preferred=True,
    other_day_hours=(24, OTHER_DAY_HOURS),
    between_first_hours=BETWEEN_MASSAGE_HOURS,
    none_before_retest_hours=BEFORE_RETEST_HOURS,
    kept_alone=Discipline.PHYSIOTHERAPIST,
    rules=(
        "Massage first, then physiotherapy: joint work by hand, then exercise in the new range.",
        f"The same day is preferred; else massage 24 to {OTHER_DAY_HOURS} hours before physiotherapy.",
        "No massage straight after the exercise of physiotherapy, and not two massage visits within "
        f"{BETWEEN_MASSAGE_HOURS} hours.",
        f"No massage in the {BEFORE_RETEST_HOURS} hours before a retest: measuring comes before hands-on work.",
        "With only one free time, keep physiotherapy.",
        "The massage therapist writes which structures were treated, whether they reproduced the headache, the "
        "response and any flare; the physiotherapist reads it before starting.",
    ),
    reasoning="The order is this clinic's own clinical reasoning. No trial was found that tests massage before "
    "physiotherapy, the gap between them, or one day against two.",
)
