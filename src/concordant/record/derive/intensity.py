"""How strong headaches were, over four weeks of the diary (retest 7) and over the last seven days (conflicts C37)."""

from __future__ import annotations

from datetime import date

from concordant.change.assumptions import WINDOW
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.diary.counts import headache_intensity_nrs_mean_7d, headache_intensity_nrs_mean_28d
from concordant.facts.diary.day import intensity_nrs
from concordant.facts.values import Span
from concordant.record.derive.change import status_of
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.diary import Diary, days_of

_LEAST, _MOST = 1, 10
"""The worst pain of a headache day: 0 would be a day without one."""

WEEK = 7
ENOUGH_OF_A_WEEK = 5
"""So many answered days, none with a headache, make a week without one (conflicts C37)."""


@computes(headache_intensity_nrs_mean_28d)
def mean_of_28_days(reader: Reader, where: Binding, term: Term) -> Reading:
    """Mean worst pain of this headache's days; a day of which it was not written down may have been anything."""
    inputs = Inputs(reader, where)
    diary = reader.diary
    window = diary.count(diary.last_counted_day(), WINDOW, where.headache)
    if status_of(reader, window, where.headache) == "insufficient":
        return inputs.unknown(f"too few answered days: {window}", headache_intensity_nrs_mean_28d)
    if not window.positive:
        return inputs.unknown("no day with this headache in the window", headache_intensity_nrs_mean_28d)
    answers = diary.answers(where.headache)
    points = [_worst(diary, day, where.headache) for day in days_of(window.first, window.last) if answers.get(day)]
    return _mean(inputs, points, f"headache days, {window.first} to {window.last}")


@computes(headache_intensity_nrs_mean_7d)
def mean_of_7_days(reader: Reader, where: Binding, term: Term) -> Reading:
    """Mean worst pain of the days with any headache; 0 where enough of the week is answered and has none."""
    inputs = Inputs(reader, where)
    diary = reader.diary
    if not diary:
        return inputs.unknown("no diary", headache_intensity_nrs_mean_7d)
    window = diary.count(diary.last_counted_day(), WEEK, None)
    if window.positive:
        answers = diary.answers(None)
        points = [_worst(diary, day, None) for day in days_of(window.first, window.last) if answers.get(day)]
        return _mean(inputs, points, f"headache days, {window.first} to {window.last}")
    if window.observed < ENOUGH_OF_A_WEEK:
        return inputs.unknown(f"too few answered days: {window}", headache_intensity_nrs_mean_7d)
    return inputs.result(0, f"no headache: {window}", Origin.COUNTED)


def _worst(diary: Diary, day: date, headache: str | None) -> float | None:
    """The worst pain of a headache day; None where it was not written down."""
    rows = diary.by_day[day]
    mine = [row for row in rows if row.headache == headache] if headache is not None else []
    said = [row.facts.get(intensity_nrs.name) for row in mine or rows]
    return max((one for one in said if isinstance(one, int | float)), default=None)


def worst_of_day(diary: Diary, day: date) -> float | None:
    """The worst pain of any headache on a day; 0 without a headache, None where nothing says."""
    answer = diary.answers(None).get(day)
    return None if answer is None else _worst(diary, day, None) if answer else 0.0


def _mean(inputs: Inputs, points: list[float | None], of: str) -> Reading:
    known = [one for one in points if one is not None]
    if not known:
        return inputs.unknown("no intensity was written down", intensity_nrs)
    blank = len(points) - len(known)
    low, high = ((sum(known) + blank * each) / len(points) for each in (_LEAST, _MOST))
    return inputs.result(Span(low, high), f"{len(known)} of {len(points)} {of}", Origin.COUNTED, partial=blank > 0)
