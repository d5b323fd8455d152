"""How strong a headache was over four weeks of the diary (retest 7)."""

from __future__ import annotations

from concordant.change.assumptions import WINDOW
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.diary.counts import headache_intensity_nrs_mean_28d
from concordant.facts.diary.day import intensity_nrs
from concordant.facts.values import Span
from concordant.record.derive.change import status_of
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.diary import days_of

_LEAST, _MOST = 1, 10
"""The worst pain of a headache day: 0 would be a day without one."""


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
    points = []
    for day in (day for day in days_of(window.first, window.last) if answers.get(day)):
        rows = diary.by_day[day]
        mine = [row for row in rows if row.headache == where.headache] or rows
        said = [row.facts.get(intensity_nrs.name) for row in mine]
        points.append(max((one for one in said if isinstance(one, int | float)), default=None))
    known = [one for one in points if one is not None]
    if not known:
        return inputs.unknown("no intensity was written down", intensity_nrs)
    blank = len(points) - len(known)
    low, high = ((sum(known) + blank * each) / len(points) for each in (_LEAST, _MOST))
    note = f"{len(known)} of {len(points)} headache days, {window.first} to {window.last}"
    return inputs.result(Span(low, high), note, Origin.COUNTED, partial=blank > 0)
