"""When somebody is measured again: the day that the progress room plans, else four weeks from the first treatment.

One source: the list of the day, the person's own page and the plan tell the same day (treatment 6.1, step 10).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from concordant.progress.next_retest import NextRetest
from concordant.settings import whole

FIRST_RETEST_DAYS = whole(
    "plan_first_retest_days",
    28,
    unit="d",
    low=14,
    high=84,
    says="Where treatment has not begun, the first retest is planned so many days from the day of the plan.",
    source="treatment 6.1: a window of the diary",
)
BEFORE_HANDS = "Measure before any hands-on work of that day."


@dataclass(frozen=True, slots=True)
class Retest:
    """The next one."""

    on: date | None
    """None where none is planned."""
    says: str
    is_due: bool = False
    """The planned day has come, and nothing was tested since."""


ON_HOLD = Retest(None, "No retest is planned while the plan is on hold.")


def retest_of(planned: NextRetest | None, as_of: date) -> Retest:
    """What :func:`concordant.progress.next_retest.next_retest` says, in the words of a plan."""
    if planned is None:
        on = as_of + timedelta(days=FIRST_RETEST_DAYS)
        return Retest(on, f"{FIRST_RETEST_DAYS} days from now, as treatment begins. {BEFORE_HANDS}")
    if planned.late_since is not None:
        return Retest(
            as_of,
            f"Due since {planned.late_since.day} {planned.late_since:%b %Y}: at the next visit. {BEFORE_HANDS}",
            is_due=True,
        )
    if planned.on is not None:
        return Retest(planned.on, f"The next planned retest. {BEFORE_HANDS}")
    return Retest(None, "After week 12 no day is planned until discharge: set one.")
