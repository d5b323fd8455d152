"""The weeks after an accident in which no approval is needed (R05, R06).

Calendar days of the clinic's own place, so no clock change moves them.
"""

from __future__ import annotations

from datetime import date
from math import ceil

from concordant.payers.rules import whole_of
from concordant.payers.table import later
from concordant.settings import Standing, whole

WINDOW_WEEKS = whole_of("R05")
"""Weeks from the accident on (read)."""

LAST_DAY = whole(
    "coverage_window_days",
    WINDOW_WEEKS * 7,
    unit="days",
    low=WINDOW_WEEKS * 7 - 1,
    high=WINDOW_WEEKS * 7,
    says="The last day without approval is so many days after the accident.",
    source="icbc_rules R06: the first day left out, the last included; no page of ICBC states the day rule",
    standing=Standing.RECALLED,
)
STRICT_DAY = WINDOW_WEEKS * 7 - 1
"""A stricter reader stops here, so from this day on there is a warning (R06)."""

MOST_A_WEEK = 2
"""Visits of one discipline that can still be used in a week of the window (treatment 3.5)."""


def window_end(accident: date) -> date:
    """The last day without approval."""
    return later(accident, LAST_DAY)


def strict_end(accident: date) -> date:
    """The day on which a stricter reader would stop."""
    return later(accident, STRICT_DAY)


def days_left(accident: date, as_of: date) -> int:
    """Days of the window that are left, with the day itself; none once it is over, and before an accident all."""
    return min(max((window_end(accident) - as_of).days + 1, 0), LAST_DAY + 1)


def weeks_left(accident: date, as_of: date) -> int:
    """Weeks of the window that are left, 0 to 12: its days with the day itself, divided by 7, rounded up (conflicts
    C42). Before an accident all of them."""
    return min(ceil(days_left(accident, as_of) / 7), WINDOW_WEEKS)
