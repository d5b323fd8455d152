"""Days with headache per month and per year, counted from the diary (diagnosis 0.5).

Missing days are never read as free: a count is the interval from "all missing days were free" to "none was".
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.diary.counts import (
    any_headache_days_per_30d,
    headache_days_per_30d,
    headache_days_per_year,
    months_at_this_frequency,
)
from concordant.facts.fact import Fact
from concordant.facts.rounding import rounded
from concordant.facts.values import UNKNOWN, Span
from concordant.record.derive.computing import Inputs, Mode, Reader, computes
from concordant.record.diary import COMPLETE, MONTH, PER_MONTH, Count

YEAR = 365
BANDS = ((0, 1), (1, 15), (15, PER_MONTH + 1))
"""Less than one day a month, 1 to 14, 15 and more: the bands of ICHD-3 2.1, 2.2 and 2.3."""


def reading_of(count: Count, days: int, fact: Fact[Any]) -> Reading:
    """A count as a reading; without any answered day it is unknown."""
    if not count.observed:
        return Reading(UNKNOWN, Origin.MISSING, note="no diary in this window")
    span = count.per(days)
    partial = count.completeness < COMPLETE
    note = f"incomplete diary: {count}" if partial else str(count)
    missing = (fact.name,) if partial else ()
    return Reading(span.low if span.exact else span, Origin.COUNTED, note=note, missing=missing, partial=partial)


@computes(headache_days_per_30d, Mode.COUNT)
def this_headache(reader: Reader, where: Binding, term: Term) -> Reading:
    """Days with this headache in the last 30 diary days."""
    return reading_of(reader.diary.count(reader.diary.last_counted_day(), MONTH, where.headache), PER_MONTH, term.fact)


@computes(any_headache_days_per_30d, Mode.COUNT)
def any_headache(reader: Reader, where: Binding, term: Term) -> Reading:
    """Days with any headache in the last 30 diary days."""
    return reading_of(reader.diary.count(reader.diary.last_counted_day(), MONTH, None), PER_MONTH, term.fact)


@computes(months_at_this_frequency)
def months(reader: Reader, where: Binding, term: Term) -> Reading:
    """For how many whole months, counted back from today, the days stayed in the band of today."""
    inputs = Inputs(reader, where)
    end = reader.diary.last_counted_day()
    band = None
    whole = 0
    while (count := reader.diary.count(end, MONTH, where.headache)).observed:
        found = _band(count)
        if found is None:
            break
        if band is not None and found != band:
            return inputs.result(Span(whole, whole + 1), f"{whole} whole months in this band", Origin.COUNTED)
        band, whole, end = found, whole + 1, end - timedelta(days=MONTH)
    if not whole:
        return inputs.unknown("", months_at_this_frequency)
    note = f"at least {whole} months in this band"
    return inputs.result(Span(whole, float("inf")), note, Origin.COUNTED, partial=True)


def _band(count: Count) -> tuple[int, int] | None:
    span = count.per(PER_MONTH)
    return next((band for band in BANDS if band[0] <= span.low and span.high < band[1]), None)


@computes(headache_days_per_year, Mode.COUNT)
def per_year(reader: Reader, where: Binding, term: Term) -> Reading:
    """Days in the last 365, counted; else bounded by the days per month and for how long they have been so."""
    end = reader.diary.last_counted_day()
    counted = reading_of(reader.diary.count(end, YEAR, where.headache), YEAR, term.fact)
    if counted.known and not counted.partial:
        return counted
    inputs = Inputs(reader, where)
    each = inputs.number(headache_days_per_30d)
    so_long = inputs.number(months_at_this_frequency)
    if each is None or so_long is None:
        return counted if counted.known else inputs.unknown()
    known_days = min(YEAR, so_long.low * MONTH)
    rest = YEAR - known_days
    low = each.low * known_days / PER_MONTH
    high = min(366.0, each.high * known_days / PER_MONTH + rest)
    note = f"from the days per month; the {rounded(rest)} days before that are not known"
    return inputs.result(Span(low, high), note, partial=rest > 0)
