"""The story that most stages share: a headache from the neck, a diary, a first examination, retests."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from concordant.simulate.diary.course import Course
from concordant.simulate.diary.keeper import DILIGENT, Keeper
from concordant.simulate.diary.kind import FROM_NECK, Kind
from concordant.simulate.diary.write import Plan, Stream
from concordant.simulate.story.care import asked, examined
from concordant.simulate.story.draft import THE_PERSON, Draft
from concordant.simulate.story.headaches import from_the_neck
from concordant.simulate.story.neck import Neck, painful_neck

BASELINE_DAYS = 28
"""The diary window before care (outcomes 1.7)."""
INTAKE_DAYS_BEFORE = 30
RETEST_DAY = {4: 29, 8: 57, 12: 85, 16: 113}
"""Week of a retest -> day after the first visit: the window of 28 days before it lies wholly after that visit."""
GOALS = (
    "Sit through a full day of work without a headache",
    "Paddle out to Discovery Island again",
    "Sing a whole choir evening",
    "Drive to Nanaimo and look over my shoulder without pain",
    "Pick up my children without paying for it the next day",
    "Read for an hour in the evening",
    "Get back to rowing on Elk Lake",
    "Sleep through five nights a week",
)


def intake(draft: Draft, start: date, description: str, onset: date, headache: dict[str, Any], **payer: str) -> str:
    """A month before the first visit: the person says what the headache is like and when it began."""
    day = start - timedelta(days=INTAKE_DAYS_BEFORE)
    draft.begin(day, draft.rng.choice(GOALS), **payer)
    dated = {"headache_onset_date": str(onset), "headache_onset_precision": "month"}
    return draft.headache(description, day, headache | dated)


def insidious(draft: Draft, start: date, years_ago: float = 3, **payer: str) -> Neck:
    """A headache from the neck that crept up, up to the first examination on ``start``: C3 alone is met."""
    onset = start - timedelta(days=round(years_ago * 365) + draft.rng.randint(0, 90))
    intake(draft, start, f"{draft.side}-sided, from the neck", onset, from_the_neck(draft.side), **payer)
    asked(draft, start - timedelta(days=INTAKE_DAYS_BEFORE), "A")
    neck = painful_neck(draft.rng, draft.side)
    examined(draft, start, neck, "A")
    return neck


def sudden_neck(draft: Draft, start: date, days_before: int = 150, **payer: str) -> Neck:
    """The same after a neck that went stiff on a known day, the headache two to five days later: C1 and C3."""
    stiff = start - timedelta(days=days_before)
    onset = stiff + timedelta(days=draft.rng.randint(2, 5))
    intake(draft, start, f"{draft.side}-sided, since the stiff neck", onset, from_the_neck(draft.side), **payer)
    day = start - timedelta(days=INTAKE_DAYS_BEFORE)
    draft.say(day, THE_PERSON, {"headache_onset_precision": "day"}, "A")
    asked(draft, day, "A", neck_disorder_onset_date=str(stiff))
    neck = painful_neck(draft.rng, draft.side)
    examined(draft, start, neck, "A")
    return neck


def diary(
    draft: Draft,
    start: date,
    course: Course,
    *,
    kind: Kind = FROM_NECK,
    keeper: Keeper = DILIGENT,
    before: int = BASELINE_DAYS,
    last: date | None = None,
    neck_eases: bool = True,
) -> None:
    """The diary of the only headache, from so many days before the first visit to yesterday or ``last``."""
    kind = kind if kind.sides else kind.on_side(draft.side)
    first, until = start - timedelta(days=before), last or draft.ago(1)
    draft.diary(Plan((Stream(kind, course),), keeper, first, until, start, neck_eases=neck_eases))


def retest_day(start: date, week: int) -> date:
    """The day of the retest in a week of care."""
    return start + timedelta(days=RETEST_DAY[week])
