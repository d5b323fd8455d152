"""People whose headache is another one: migraine, tension-type, a side-locked mimic, too many painkillers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from concordant.simulate.diary.course import steady
from concordant.simulate.diary.kind import CONTINUOUS, FROM_NECK, MIGRAINE, SHORT_MIGRAINE, TENSION, Kind
from concordant.simulate.stages.neck_story import diary, insidious, intake
from concordant.simulate.stages.someone import Someone
from concordant.simulate.story.care import NECK_NOT_THE_CAUSE, NECK_TIGHT, NO_NECK_DISORDER, asked, examined
from concordant.simulate.story.draft import THE_PERSON, Draft
from concordant.simulate.story.headaches import continuous_with_tearing, migraine, short_migraine, tension_type
from concordant.simulate.story.neck import Neck, free_neck, painful_neck

A_YEAR_OF_DIARY = 380
"""Long enough to count the days of a year, and for how long the frequency has been what it is."""


def _other(
    draft: Draft,
    name: str,
    told: dict[str, Any],
    neck: Neck,
    judged: dict[str, Any],
    *,
    provoked: bool = False,
    years_ago: int = 8,
    **asked_too: Any,
) -> date:
    """Intake and first examination of one headache that began years ago."""
    start = draft.workday_ago(15)
    intake(draft, start, name, start - timedelta(days=365 * years_ago), told)
    day = date.fromisoformat(draft.case["episode"]["started"])
    asked(draft, day, "A", preexisting_headache=True, **asked_too)
    examined(draft, start, neck, "A", judged=judged, provoked=provoked, crom_reduced=provoked)
    return start


def _migraine(draft: Draft, told: dict[str, Any], kind: Kind, neck: Neck, judged: dict[str, Any]) -> None:
    risks = ["migraine"]
    start = _other(draft, "throbbing attacks", told, neck, judged, vascular_risk_factors=risks)
    diary(draft, start, steady(7), kind=kind, before=60)


def _migraine_with_neck_pain(draft: Draft) -> None:
    _migraine(draft, migraine(), MIGRAINE, free_neck(draft.rng, draft.side), NECK_NOT_THE_CAUSE)


def _probable_migraine(draft: Draft) -> None:
    _migraine(draft, short_migraine(), SHORT_MIGRAINE, free_neck(draft.rng, draft.side), NO_NECK_DISORDER)


def _tension(draft: Draft, days_per_28: float, years_ago: int) -> None:
    start = _other(
        draft,
        "a band around the head",
        tension_type(),
        free_neck(draft.rng, draft.side),
        NO_NECK_DISORDER,
        years_ago=years_ago,
    )
    diary(draft, start, steady(days_per_28), kind=TENSION, before=A_YEAR_OF_DIARY)


def _frequent_tension(draft: Draft) -> None:
    _tension(draft, 6, years_ago=8)


def _chronic_tension(draft: Draft) -> None:
    _tension(draft, 22, years_ago=25)


def _continuous(draft: Draft) -> None:
    told = continuous_with_tearing(draft.side)
    neck = painful_neck(draft.rng, draft.side)
    start = _other(draft, f"{draft.side}-sided without a break", told, neck, NECK_TIGHT, provoked=True, years_ago=3)
    diary(draft, start, steady(28), kind=CONTINUOUS, before=60)


def _painkillers(draft: Draft) -> None:
    # 17 of 30 days with a pain reliever, two kinds on different days (diagnosis 3.7, T11).
    start = draft.workday_ago(16)
    insidious(draft, start, years_ago=5)
    day = date.fromisoformat(draft.case["episode"]["started"])
    days = {"nsaid": 9, "paracetamol": 8}
    draft.say(day, THE_PERSON, {"acute_med_days_per_30d": days, "preexisting_headache": True})
    every_day = FROM_NECK.taking((("nsaid",), 0.53), (("paracetamol",), 0.47))
    diary(draft, start, steady(17), kind=every_day, before=150)


def _many_triptans(draft: Draft) -> None:
    start = _other(
        draft,
        "throbbing attacks",
        migraine(),
        free_neck(draft.rng, draft.side),
        NO_NECK_DISORDER,
        medicine_days={"triptan": 12},
        vascular_risk_factors=["migraine"],
    )
    diary(draft, start, steady(20), kind=MIGRAINE.taking((("triptan",), 0.65), ((), 0.35)), before=150)


PEOPLE = (
    Someone(
        "1038", "Saoirse", "Mac Giolla Phádraig", "female", 29, "migraine with neck pain", _migraine_with_neck_pain
    ),
    Someone("1039", "Étienne", "Charlebois", "male", 34, "probable migraine", _probable_migraine),
    Someone("1040", "Kirsten", "Vandermeer", "female", 48, "frequent tension-type headache", _frequent_tension),
    Someone("1041", "Rajinder", "Dhaliwal", "male", 61, "chronic tension-type headache", _chronic_tension),
    Someone(
        "1042",
        "Lucinda",
        "Ashgrove",
        "female",
        42,
        "side-locked without a break, with tearing, indomethacin not tried",
        _continuous,
    ),
    Someone(
        "1043", "Patrick", "Umber", "male", 41, "painkillers on more than half of all days, provisional", _painkillers
    ),
    Someone("1044", "Ximena", "Quintanar", "female", 37, "triptan on 12 days a month, migraine", _many_triptans),
)
