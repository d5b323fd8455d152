"""When the next retest is planned, and whether one is late: weeks 4, 8 and 12 from the first treatment (retest 9).

After discharge at 3, 6 and 12 months (outcomes 2.4). Between week 12 and discharge none is planned or made up.
One function for whoever asks: the list of the day and the person's own page tell the same days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from concordant.criteria.nodes import Term
from concordant.facts.plan.episode import discharge_date
from concordant.measures.questionnaires import Due, due, upcoming
from concordant.progress.decisions.time_points import WEEK_4_FROM, WEEK_8_FROM, WEEK_12_FROM
from concordant.progress.examined import was_examined
from concordant.record.derive.treatment_start import start_of_treatment
from concordant.record.record import Record

_FROM_WEEK = {4: WEEK_4_FROM, 8: WEEK_8_FROM, 12: WEEK_12_FROM}


@dataclass(frozen=True, slots=True)
class NextRetest:
    """Of one person as of a day."""

    late_since: date | None
    """The newest planned day that has come without a retest for it; None where none is missing, or care has ended."""
    on: date | None
    """The next planned day; None where none is left, or where it waits for the day of discharge."""
    asked: Due | None
    """What is asked at the planned day that has come last; None before the first."""


def next_retest(record: Record) -> NextRetest | None:
    """None where there is no day on which treatment began.

    A retest is a visit at which something was found. It belongs to the planned day that it is nearest to, as in the
    decision table: one at week 3 or later is that of week 4.
    """
    start, today = start_of_treatment(record), record.as_of
    if start is None:
        return None
    left = record.read(Term(discharge_date)).value
    discharge = left if isinstance(left, date) else None
    come = due(today, baseline=start, discharge=discharge)
    after = upcoming(today, baseline=start, discharge=discharge)
    late = None
    if come is not None and discharge is None and come.point.weeks in _FROM_WEEK:
        since = start + timedelta(weeks=_FROM_WEEK[come.point.weeks])
        tested = any(was_examined(visit) and visit.date >= since for visit in record.visits.values())
        late = None if tested else come.since
    return NextRetest(late, after[0] if after is not None else None, come)
