"""People with two headaches, A from the neck and B migraine; every diary row with a headache says which."""

from __future__ import annotations

from datetime import date, timedelta

from concordant.simulate.diary.course import Course, quick, steady
from concordant.simulate.diary.keeper import DILIGENT
from concordant.simulate.diary.kind import FROM_NECK, MIGRAINE
from concordant.simulate.diary.write import Plan, Stream
from concordant.simulate.stages.neck_story import BASELINE_DAYS, intake, retest_day
from concordant.simulate.stages.someone import Someone
from concordant.simulate.story.care import asked, examined, retested, treated
from concordant.simulate.story.draft import Draft
from concordant.simulate.story.headaches import from_the_neck, migraine
from concordant.simulate.story.neck import Neck, painful_neck

MIGRAINE_DAYS_PER_28 = 4
MIGRAINE_RARELY_TREATED = MIGRAINE.taking(((), 0.7), (("triptan",), 0.3))


def _two(draft: Draft, start: date, course: Course) -> Neck:
    intake(draft, start, f"{draft.side}-sided, from the neck", start - timedelta(days=900), from_the_neck(draft.side))
    day = date.fromisoformat(draft.case["episode"]["started"])
    onset = {"headache_onset_date": str(start - timedelta(days=5000)), "headache_onset_precision": "year"}
    draft.headache("migraine since my twenties", day, migraine() | onset)
    asked(draft, day, "A", "B", preexisting_headache=True, vascular_risk_factors=["migraine"])
    neck = painful_neck(draft.rng, draft.side)
    examined(draft, start, neck, "A", "B")
    kind = FROM_NECK.on_side(draft.side)
    streams = (Stream(kind, course, "A"), Stream(MIGRAINE_RARELY_TREATED, steady(MIGRAINE_DAYS_PER_28), "B"))
    draft.diary(Plan(streams, DILIGENT, start - timedelta(days=BASELINE_DAYS), draft.ago(1), start))
    treated(draft, start)
    return neck


def _first_weeks(draft: Draft) -> None:
    _two(draft, draft.workday_ago(14), steady(12))


def _week_8(draft: Draft) -> None:
    start = draft.workday_ago(60)
    neck = _two(draft, start, quick(23))
    for week in (4, 8):
        retested(draft, retest_day(start, week), neck.better(draft.rng), "A", "B")


PEOPLE = (
    Someone(
        "1045", "لیلا", "رستمی", "female", 39, "two headaches: from the neck (provisional) and migraine", _first_weeks
    ),
    Someone(
        "1046",
        "Owen",
        "Trelawney",
        "male",
        44,
        "two headaches: from the neck (definite at week 8) and migraine",
        _week_8,
    ),
)
