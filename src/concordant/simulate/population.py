"""Many light case files, one after the other, for benchmarks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from concordant.simulate.diary.course import WINDOW_DAYS, Course, steady, towards
from concordant.simulate.diary.keeper import PUBLISHED
from concordant.simulate.diary.kind import FROM_NECK, MIGRAINE, TENSION, Kind
from concordant.simulate.diary.write import Plan, Stream, rows
from concordant.simulate.seeded import seeded
from concordant.simulate.sources import ASSUMED, Figure, Spread
from concordant.simulate.story.care import NECK_TIGHT, NO_NECK_DISORDER, asked, examined, retested
from concordant.simulate.story.draft import THE_PERSON, CaseFile, Draft
from concordant.simulate.story.headaches import from_the_neck, migraine, tension_type
from concordant.simulate.story.neck import any_painful_neck, free_neck

TODAY = date(2026, 1, 30)
"""The day before which everything lies, where none is given."""

AGE_YEARS = Spread(41, 12, 18, 75, ASSUMED)
FEMALE_SHARE = Figure(0.7, ASSUMED)
YEARS_OF_HEADACHE = Spread(4, 3, 1, 15, ASSUMED)
HEADACHE_DAYS_PER_28 = Spread(16, 5, 4, 27, "mean: Haas 2018, doi:10.1016/j.spinee.2018.02.019; SD: " + ASSUMED)
RESPONDER_SHARE = Figure(0.75, "Jull & Stanton 2005: one in four does not reach half")
RESPONDER_RATIO = (0.1, 0.5)
OTHER_RATIO = (0.5, 1.1)
"""Headache days after 12 weeks to those before; evenly spread. Demo assumption."""
WITH_MIGRAINE_SHARE = Figure(
    0.42, "of people with cervicogenic headache, Knackstedt 2010, doi:10.1177/0333102410368442"
)
DATABLE_ONSET_SHARE = Figure(0.3, ASSUMED)

MIX: tuple[tuple[str, float], ...] = (("neck", 0.6), ("migraine", 0.2), ("tension", 0.2))
"""What comes to a clinic for neck and headache. Demo assumption."""

KEPT = frozenset(
    {
        "date",
        "headache",
        "headache_today",
        "intensity_nrs",
        "headache_hours",
        "headache_side_today",
        "neck_pain_nrs",
        "acute_medication",
        "recorded",
    }
)
"""What a light diary row holds."""


def large_population(
    seed: int, n: int, *, today: date = TODAY, diary_days: int = 90, visits: int = 3
) -> Iterator[CaseFile]:
    """``n`` case files, made as they are asked for; the k-th is the same whatever ``n`` is.

    ``diary_days`` before ``today``, of which the first 28 lie before the first of so many ``visits``. Nothing
    is drawn again here to show a stage: windows vary, days are missing, tests may be negative.
    """
    for number in range(n):
        yield _light(seeded("population", seed, number), f"light-{number:07}", today, diary_days, visits)


def _light(rng: Random, identity: str, today: date, diary_days: int, visits: int) -> CaseFile:
    sex = "female" if rng.random() < FEMALE_SHARE.value else "male"
    draft = Draft(rng, today, identity, sex, AGE_YEARS.whole(rng))
    start = today - timedelta(days=max(1, diary_days - WINDOW_DAYS))
    first = min(today - timedelta(days=diary_days), start - timedelta(days=1))
    draft.begin(first, "Fewer headaches")
    kind, _ = zip(*MIX, strict=True)
    what = rng.choices(kind, [share for _, share in MIX])[0]
    streams = _headaches(draft, what, first)
    if visits:
        _visits(draft, what, start, visits)
    if diary_days:
        plan = Plan(streams, PUBLISHED, first, today - timedelta(days=1), start, as_promised=False)
        draft.case["diary"] = [_lightened(row) for row in rows(rng, plan, today)]
    return draft.finish()


def _lightened(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key in KEPT}


def _course(rng: Random) -> Course:
    responds = rng.random() < RESPONDER_SHARE.value
    return towards(HEADACHE_DAYS_PER_28.draw(rng), rng.uniform(*(RESPONDER_RATIO if responds else OTHER_RATIO)))


def _headaches(draft: Draft, what: str, day: date) -> tuple[Stream, ...]:
    """The headaches of the person as told at intake, and how they show in the diary."""
    rng = draft.rng
    kinds: list[tuple[str, dict[str, Any], Kind, Course]]
    if what == "neck":
        kinds = [("from the neck", from_the_neck(draft.side), FROM_NECK.on_side(draft.side), _course(rng))]
        if rng.random() < WITH_MIGRAINE_SHARE.value:
            kinds.append(("migraine", migraine(), MIGRAINE, steady(rng.randint(2, 6))))
    elif what == "migraine":
        kinds = [("migraine", migraine(), MIGRAINE, steady(rng.randint(3, 14)))]
    else:
        kinds = [("tension-type", tension_type(), TENSION, _course(rng))]
    streams = []
    for name, facts, kind, course in kinds:
        onset = day - timedelta(days=round(365 * YEARS_OF_HEADACHE.draw(rng, 0.1)))
        identity = draft.headache(name, day, facts | {"headache_onset_date": str(onset)})
        streams.append(Stream(kind, course, identity if len(kinds) > 1 else None))
    asked(draft, day, *(one["id"] for one in draft.case["headaches"]))
    if what == "neck" and rng.random() < DATABLE_ONSET_SHARE.value:
        onset = date.fromisoformat(draft.case["headaches"][0]["facts"]["headache_onset_date"][0]["value"])
        stiff = {"neck_disorder_onset_date": str(onset - timedelta(days=rng.randint(0, 7)))}
        draft.say(day, THE_PERSON, stiff)
    return tuple(streams)


def _visits(draft: Draft, what: str, start: date, visits: int) -> None:
    from_neck = what == "neck"
    neck = (any_painful_neck if from_neck else free_neck)(draft.rng, draft.side)
    judged = NECK_TIGHT if from_neck else NO_NECK_DISORDER
    headaches = [one["id"] for one in draft.case["headaches"]]
    examined(draft, start, neck, *headaches, judged=judged, provoked=from_neck)
    span = draft.ago(1) - start
    for number in range(1, visits):
        better = draft.rng.random() < RESPONDER_SHARE.value
        now = neck.better(draft.rng) if better else neck.same(draft.rng)
        retested(draft, start + span * number // max(1, visits - 1), now, *headaches, better=better)
