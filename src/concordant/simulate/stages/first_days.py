"""People in the first days after a crash: examined, a first visit, and a plan of massage and physiotherapy for twelve
weeks of which nothing is booked yet. ICBC pays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from concordant.simulate.diary.course import steady
from concordant.simulate.stages.after_a_crash import REAR_END, SEEN_AFTER_A_CRASH
from concordant.simulate.stages.neck_story import GOALS, diary
from concordant.simulate.stages.someone import Someone
from concordant.simulate.story.care import asked, examined
from concordant.simulate.story.draft import SATURDAY, THE_PERSON, Draft
from concordant.simulate.story.headaches import from_the_neck
from concordant.simulate.story.neck import OTHER, painful_neck

TENDER = ("suboccipital", "upper_trapezius")
QUIET = ("sternocleidomastoid", "levator_scapulae")
NO_MORE_TO_MASSAGE: dict[str, Any] = {
    "thoracic_hypomobile": False,
    "periscapular_tight": False,
    "local_skin_infection": False,
    "open_wound_area": False,
    "snag_pain_free": True,
}
DAYS_BEFORE = 1
"""Headache days of the last 30, as the person tells them: that of the crash."""
FIRST_VISIT = ("education_core", "c1_c2_mobilisation", "active_mobility")


def _first_days(draft: Draft) -> None:
    """The crash, and the request for care, were the day before the examination: almost all of the payer's twelve weeks
    are left."""
    start = draft.ago(1)
    while start.weekday() >= SATURDAY:
        start -= timedelta(days=1)
    crash = start - timedelta(days=1)
    draft.injury("crash", {"injury_date": str(crash)} | REAR_END)
    claim = f"{draft.rng.choice('ABCDEFGH')}{draft.rng.choice('KLMNPRST')}{draft.rng.randint(10000, 99999)}-1"
    draft.begin(crash, draft.rng.choice(GOALS), kind="icbc", accident_date=str(crash), claim=claim)
    onset = {"headache_onset_date": str(crash), "headache_onset_precision": "day"}
    draft.headache(f"{draft.side}-sided, since the crash", crash, from_the_neck(draft.side) | onset)
    asked(draft, crash, "A")
    draft.say(crash, THE_PERSON, {"any_headache_days_per_30d": DAYS_BEFORE})
    neck = painful_neck(draft.rng, draft.side)
    examined(draft, start, neck, "A", **SEEN_AFTER_A_CRASH, **NO_MORE_TO_MASSAGE)
    draft.case["visits"][-1]["findings"] += _points(draft.side)
    draft.treat(start, "physiotherapist", *FIRST_VISIT)
    diary(draft, start, steady(20), before=1)


def _points(side: str) -> list[dict[str, Any]]:
    """Trigger points that bring on the headache, on the painful side."""
    found: list[dict[str, Any]] = []
    for muscle in (*TENDER, *QUIET):
        is_tender = muscle in TENDER
        for each in (side, OTHER[side]):
            is_active = is_tender and each == side
            name = f"trigger_point_{muscle}"
            found.append({"fact": name, "side": each, "value": "active" if is_active else "none"})
            familiar = {"fact": f"{name}_familiar_headache", "side": each, "headache": "A", "value": is_active}
            found.append(familiar)
    return found


FIRST_DAYS = "first days after a crash, a plan of twelve weeks"
PEOPLE = (
    Someone("1047", "Wilhelmina", "Brandvold", "female", 34, FIRST_DAYS, _first_days),
    Someone("1048", "Casimir", "Obradović", "male", 42, FIRST_DAYS, _first_days),
)
