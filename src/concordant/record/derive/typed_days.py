"""Days per month by what they look like: not secondary, migraine, tension-type, from the neck.

Lower bound: days that certainly are so. Upper: also days whose answers leave it open, and days without any
(diagnosis 0.5, 1.6, 1.8, 3.2).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.criteria.truth import Truth
from concordant.facts.diary.counts import (
    cgh_like_days_per_28d,
    migraine_criteria_days_per_30d,
    migraine_criteria_months,
    non_secondary_headache_days_per_30d,
    non_secondary_headache_months,
    tth_criteria_days_per_30d,
)
from concordant.facts.fact import Fact
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.derive.day_kinds import DayKinds
from concordant.record.derive.diary_counts import reading_of
from concordant.record.derive.months import months_in_a_row, settled
from concordant.record.diary import PER_MONTH, Count, days_of

OUTCOME_WINDOW = 28
"""Four of each weekday (outcomes 1.5)."""

CHRONIC_DAYS = 15
MIGRAINE_DAYS = 8
"""Headache days and, of these, migraine days per 30 days of chronic migraine (ICHD-3 1.3 A and C)."""


def _counted(reader: Reader, first: date, last: date, kind: str) -> Count:
    """Days of a window that look so, do not, or leave it open."""
    days = reader.diary.once(DayKinds, reader)
    found = [getattr(kinds, kind) for kinds in map(days.on, days_of(first, last)) if kinds is not None]
    return Count(first, last, found.count(Truth.MET), found.count(Truth.NOT_MET), found.count(Truth.UNKNOWN))


def _per_month(of: Fact[Any], kind: str, what: str) -> None:
    @computes(of)
    def counted(reader: Reader, where: Binding, term: Term) -> Reading:
        first, last = reader.diary.month(0)
        return reading_of(_counted(reader, first, last, kind), PER_MONTH, term.fact)

    counted.__doc__ = f"Days of the last 30 diary days {what}."


_per_month(
    non_secondary_headache_days_per_30d,
    "not_secondary",
    "with a headache, without those that look only like one from the neck; like the neck and another: open",
)
_per_month(migraine_criteria_days_per_30d, "counts_as_migraine", "that meet 1.3 C1, C2 or C3")
_per_month(tth_criteria_days_per_30d, "tth_like", "that meet 2.3 C and D")


def _months(of: Fact[Any], kind: str, least_days: int, what: str) -> None:
    @computes(of)
    def counted(reader: Reader, where: Binding, term: Term) -> Reading:
        inputs = Inputs(reader, where)
        months = months_in_a_row(lambda back: _counted(reader, *reader.diary.month(back), kind), least_days)
        if months is None:
            return inputs.unknown("", of)
        return inputs.result(months, f"months of the diary with {least_days} or more", partial=not settled(months))

    counted.__doc__ = f"Whole months of the diary in a row, back from today, with {least_days} or more {what}."


_months(non_secondary_headache_months, "not_secondary", CHRONIC_DAYS, "headache days that are not secondary")
_months(migraine_criteria_months, "counts_as_migraine", MIGRAINE_DAYS, "migraine days")


@computes(cgh_like_days_per_28d)
def like_the_neck(reader: Reader, where: Binding, term: Term) -> Reading:
    """Days of the last 28 diary days that look like a headache from the neck, also where like another too."""
    last = reader.diary.last_counted_day()
    first = last - timedelta(days=OUTCOME_WINDOW - 1)
    return reading_of(_counted(reader, first, last, "cgh_like"), OUTCOME_WINDOW, term.fact)
