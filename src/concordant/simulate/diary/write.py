"""The rows of a diary, from the chain, the kind of headache and the keeper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import prod
from random import Random
from typing import Any

from concordant.simulate.diary.chain import NEAR_DAYS, days_near, headache_days
from concordant.simulate.diary.course import WINDOW_DAYS, Course
from concordant.simulate.diary.keeper import Keeper
from concordant.simulate.diary.kind import Kind
from concordant.simulate.sources import ASSUMED, Figure, Spread

NECK_PAIN_NRS = Spread(3, 1.5, 0, 8, ASSUMED)
NECK_PAIN_MORE_WITH_HEADACHE_NRS = Figure(2, ASSUMED)
SLEEP_HOURS = Spread(7, 1, 3.5, 10.5, ASSUMED)
STRESS_NRS = Spread(4, 2, 0, 10, ASSUMED)
EXERCISE_SHARE = Figure(0.7, ASSUMED)
WEEKEND_EXERCISE_SHARE = Figure(0.5, ASSUMED)
LOST_WORK_FROM_NRS = Figure(8, ASSUMED)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Stream:
    """One headache in the diary: how it is, how often it comes, and its id where the rows are to name it."""

    kind: Kind
    course: Course
    headache: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written from the first to the last day. Day 0 of every course is ``care``."""

    streams: tuple[Stream, ...]
    keeper: Keeper
    first: date
    last: date
    care: date
    as_promised: bool = True
    """Whether each window of 28 days is to hold the expected number of headache days (see chain.days_near)."""
    neck_eases: bool = True


def rows(rng: Random, plan: Plan, today: date) -> list[Row]:
    """All rows that were typed in before ``today``, oldest first."""
    found: list[Row] = []
    last: list[tuple[bool, float] | None] = [None] * len(plan.streams)
    for days in _windows(plan):
        aching: list[list[bool]] = []
        for number, stream in enumerate(plan.streams):
            rates = [stream.course.rate((day - plan.care).days) for day in days]
            draw = days_near if plan.as_promised else headache_days
            aching.append(draw(rng, rates, last[number]))
            last[number] = (aching[-1][-1], rates[-1])
        written, taken = _window(rng, plan, days, aching)
        answered = plan.keeper.answers(rng, days, taken, plan.first)
        for day, rows_of_day, kept in zip(days, written, answered, strict=True):
            on, at = plan.keeper.written(rng, day)
            if kept and on < today:
                found += [{**row, "recorded": f"{on}T{at}"} for row in rows_of_day]
    return found


def _window(rng: Random, plan: Plan, days: list[date], aching: list[list[bool]]) -> tuple[list[list[Row]], list[bool]]:
    """The rows of each day of a window, and on which days a medicine was taken.

    Where a stage promises something, drawn again until the medicine days are those expected, give or take one.
    """
    shares = [stream.kind.medicine_share() for stream in plan.streams]
    hurting = zip(*aching, strict=True)
    expected = sum(1 - prod(1 - share for share, hurts in zip(shares, day, strict=True) if hurts) for day in hurting)
    while True:
        written = [_day(rng, plan, day, tuple(each[n] for each in aching)) for n, day in enumerate(days)]
        taken = [any(row["acute_medication"] for row in rows_of_day) for rows_of_day in written]
        if not plan.as_promised or abs(sum(taken) - expected) <= NEAR_DAYS.value:
            return written, taken


def _windows(plan: Plan) -> Iterator[list[date]]:
    """The days in windows of 28 that end before, and begin after, the first day of care."""
    window: list[date] = []
    key: int | None = None
    for number in range((plan.last - plan.first).days + 1):
        day = plan.first + timedelta(days=number)
        since = (day - plan.care).days
        this = 0 if since == 0 else 1 + (since - 1) // WINDOW_DAYS if since > 0 else since // WINDOW_DAYS
        if window and this != key:
            yield window
            window = []
        key = this
        window.append(day)
    if window:
        yield window


def _day(rng: Random, plan: Plan, day: date, aching: tuple[bool, ...]) -> list[Row]:
    """The rows of one day: one for each headache that is named, else one; the first carries the rest of the day."""
    common = _rest_of_day(rng, plan, day, any(aching))
    shift = 0.0
    found: list[Row] = []
    for stream, hurts in zip(plan.streams, aching, strict=True):
        if not hurts:
            continue
        named = {"headache": stream.headache} if stream.headache else {}
        found.append({"date": str(day), **named, **stream.kind.day(rng, shift), **({} if found else common)})
    if not found:
        return [{"date": str(day), "headache_today": False, "acute_medication": [], **common}]
    lost = "half_or_more" if found[0]["intensity_nrs"] >= LOST_WORK_FROM_NRS.value else "none"
    found[0]["missed_work_or_study_today"] = lost
    return found


def _rest_of_day(rng: Random, plan: Plan, day: date, aching: bool) -> Row:
    before = plan.streams[0].course
    eased = 1.0
    if plan.neck_eases and before.days_per_28:
        eased = min(1.0, before.rate((day - plan.care).days) / before.rate(-1))
    more = NECK_PAIN_MORE_WITH_HEADACHE_NRS.value if aching else 0.0
    rest: Row = {
        "neck_pain_nrs": round(NECK_PAIN_NRS.whole(rng, more) * (0.4 + 0.6 * eased)),
        "sleep_hours": SLEEP_HOURS.draw(rng, 0.5),
        "stress_nrs": STRESS_NRS.whole(rng, 1.0 if aching else 0.0),
        "red_flag_today": [],
    }
    if day > plan.care:
        share = WEEKEND_EXERCISE_SHARE if day.weekday() >= 5 else EXERCISE_SHARE
        rest["exercises_done"] = rng.random() < share.value
    return rest
