"""By when more visits have to be asked for: before the window ends, or before the visits are used up (R14)."""

from __future__ import annotations

from datetime import date, timedelta

from concordant.payers.rules import whole_of
from concordant.settings import whole

LEAD_DAYS = whole(
    "coverage_plan_lead_days",
    whole_of("R14"),
    unit="days",
    low=1,
    high=56,
    says="A treatment plan is due so many days before approved care ends.",
    source="icbc_rules R14 (read; a suggestion of ICBC)",
)
FEW_VISITS = whole(
    "coverage_few_visits",
    3,
    unit="visits",
    low=1,
    high=10,
    says="With so many visits left a treatment plan is due, and the light of the day view is amber.",
    source="conflicts C43; operations 4.2 (design)",
)
FEW_DAYS = whole(
    "coverage_few_days",
    14,
    unit="days",
    low=1,
    high=56,
    says="With so many days left the light of the day view is amber.",
    source="operations 4.2 (design)",
)


def plan_due(ends: date, *, left: int | None, few_since: date | None, as_of: date, per_week: float | None) -> date:
    """The day by which a plan is due; it may have passed.

    ``ends``: last day of approved care; ``left``: visits, None where not known; ``few_since``: the visit after which
    few were left; ``per_week``: visits as signed, None without a plan.
    """
    found = [ends - timedelta(days=LEAD_DAYS)]
    if few_since is not None:
        found.append(few_since)
    if left is not None and per_week:
        # A rate may be as small as a file can write it, so days are compared before they are added.
        days = left * 7 / per_week
        if days < (ends - as_of).days:
            found.append(as_of + timedelta(days=max(int(days) - LEAD_DAYS, 0)))
    return min(found)


def few_left_since(days: list[date], most: int) -> date | None:
    """The visit after which no more than a few of ``most`` were left; None where more are. ``days``: in order."""
    place = max(most - FEW_VISITS, 1)
    if most <= 0:
        return None
    return days[place - 1] if len(days) >= place else None
