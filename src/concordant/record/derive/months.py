"""For how many months in a row something was so, counted back from today in whole months (diagnosis 0.5).

ICHD-3 asks for "more than three months". A month of the diary in which it certainly was so counts, one in which it
certainly was not ends the run, one with too few answers leaves both open. So the number is an interval; a fourth
whole month settles that it was more than three.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from concordant.facts.values import Span
from concordant.record.diary import PER_MONTH, Count

MORE_THAN_MONTHS = 3
"""ICHD-3: more than three months (1.3 A and C, 2.2 A, 2.3 A, 8.2 B)."""


def months_in_a_row(of_month: Callable[[int], Count], least_days: float) -> Span | None:
    """Months with at least so many days per 30, back from the newest; None without any answer in the newest.

    Past the first month that is open only as many months are looked at as decide "more than three".
    """
    sure = back = 0
    unbroken = True
    while unbroken or back <= MORE_THAN_MONTHS:
        count = of_month(back)
        if not count.observed and not count.open:
            if not back:
                return None
            unbroken = False
        else:
            days = count.per(PER_MONTH)
            if days.high < least_days:
                # It began somewhere in this month, or never.
                return Span(sure, back + 1 if back else 0)
            unbroken = unbroken and days.low >= least_days
            sure += unbroken
        back += 1
    return Span(sure, inf)


def settled(months: Span) -> bool:
    """Whether it is known if they are more than three."""
    return months.low > MORE_THAN_MONTHS or months.high <= MORE_THAN_MONTHS
