"""Function, as an insurer needs it: what the person can do, at first and now. No mood, no worry, no diary note.

A new questionnaire is not told until it stands here (operations 1.7; minimum necessary).
"""

from __future__ import annotations

from concordant.assessment import Assessment
from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND
from concordant.facts.diary.counts import any_headache_days_per_28d
from concordant.facts.history.person import work_status
from concordant.facts.values import UNKNOWN
from concordant.letters.words import on
from concordant.measures.questionnaires.activities import PSFS
from concordant.measures.questionnaires.headache_activities import HADLI
from concordant.measures.questionnaires.headache_impact import HIT_6
from concordant.measures.questionnaires.neck_disability import NDI
from concordant.progress import Row
from concordant.record.record import Record

OF_FUNCTION = (any_headache_days_per_28d.name, *(one.id for one in (PSFS, NDI, HADLI, HIT_6)))
WORK = "Work at first ({first_on}): {first}. Work now: {now}."
WORK_NOW = "Work now: {now}."
WORK_UNKNOWN = "The present work role is not on record."


def of_function(assessment: Assessment) -> tuple[Row, ...]:
    """Rows of the newest retest that tell function, headache days among them."""
    return tuple(one for one in assessment.changes if one.measure in OF_FUNCTION)


def work(assessment: Assessment) -> str:
    """The role at the first visit and now."""
    record = assessment.record
    now = _work(record)
    if now is None:
        return WORK_UNKNOWN
    first_day = min((visit.date for visit in record.seen), default=None)
    first = _work(record.as_it_was(first_day)) if first_day is not None else None
    if first is None or first_day is None:
        return WORK_NOW.format(now=now)
    return WORK.format(first_on=on(first_day), first=first, now=now)


def _work(record: Record) -> str | None:
    value = record.read(Term(work_status), UNBOUND).value
    return None if value is UNKNOWN else work_status.kind.in_english(value).lower()
