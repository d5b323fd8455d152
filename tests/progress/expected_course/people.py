"""A course for these tests: baseline, then weeks of care, one sign a day (see tests/record/diaries.py)."""

from datetime import date, timedelta

from concordant.progress.expected_course.own_course import own_course
from tests.people import FIRST_VISIT, bare, record
from tests.record.diaries import days

START = FIRST_VISIT
BASELINE = "++-+++-" * 4
"""20 headache days in 28."""


def course_record(since: str, baseline: str = BASELINE, *, retests: tuple[int, ...] = (), **facts):
    """The record on the day after the last sign; the first sign since is that of the day of the first treatment."""
    last = START + timedelta(days=len(since) - 1)
    case = bare(diary=days(baseline + since, last), **facts)
    case["treatments"] = [{"date": START.isoformat(), "discipline": "physiotherapist"}]
    for after in retests:
        day: date = START + timedelta(days=after)
        case["visits"].append({"date": day.isoformat(), "facts": {"groc_score": 2}})
    return record(case, last + timedelta(days=1))


def course(since: str, baseline: str = BASELINE, **options):
    return own_course(course_record(since, baseline, **options))
