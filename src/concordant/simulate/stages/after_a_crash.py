"""People whose headache began, or became worse, after a crash; ICBC pays."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from concordant.simulate.diary.course import Course, at_once, steady, towards
from concordant.simulate.diary.kind import FROM_NECK, MIGRAINE, Kind
from concordant.simulate.stages.neck_story import GOALS, diary
from concordant.simulate.stages.someone import Someone
from concordant.simulate.story import screen
from concordant.simulate.story.care import asked, examined, treated
from concordant.simulate.story.draft import PHYSIOTHERAPIST, THE_PERSON, Draft
from concordant.simulate.story.headaches import from_the_neck, migraine
from concordant.simulate.story.neck import painful_neck

REAR_END: dict[str, Any] = {
    "whiplash_occurred": True,
    "neck_pain_or_headache_at_injury": True,
    "head_injury_occurred": False,
    "penetrating_injury": False,
    "dangerous_mechanisms": [],
    "rear_end_collision": True,
    "rear_end_exclusions": [],
    "ambulatory_since_injury": True,
    "neck_pain_delayed": True,
    "confusion_after_injury": False,
    "memory_loss_around_injury": False,
    "dizziness_after_injury": False,
    "stiff_neck_after_injury": True,
    "arm_or_hand_symptoms_after_injury": False,
    "wad_grade": "II",
}
SEEN_AFTER_A_CRASH: dict[str, Any] = {
    "vitals_stable": True,
    "acute_paralysis": False,
    "sitting_position": True,
    "intoxicated": False,
    "distracting_injury": False,
}


CARE_AFTER_DAYS = 9


def _crashed(draft: Draft, days_ago: int, care_after: int = CARE_AFTER_DAYS) -> date:
    day = draft.ago(days_ago)
    draft.injury("crash", {"injury_date": str(day)} | REAR_END)
    claim = f"{draft.rng.choice('ABCDEFGH')}{draft.rng.choice('KLMNPRST')}{draft.rng.randint(10000, 99999)}-1"
    started = draft.workday_ago(days_ago - care_after)
    draft.begin(started, draft.rng.choice(GOALS), kind="icbc", accident_date=str(day), claim=claim)
    return day


def _seen(draft: Draft, start: date, course: Course, kind: Kind = FROM_NECK, **told: Any) -> None:
    """Asked, examined and treated; the diary began with the course of care."""
    begun = date.fromisoformat(draft.case["episode"]["started"])
    asked(draft, begun, "A", **told)
    examined(draft, start, painful_neck(draft.rng, draft.side), "A", **SEEN_AFTER_A_CRASH)
    diary(draft, start, course, kind=kind, before=(start - begun).days)
    treated(draft, start)
    draft.visit(draft.workday_ago(1), screen.every_visit(draft.rng))


def _new_headache(draft: Draft, days_ago: int, onset_after: int, course: Course) -> None:
    # Nobody comes to care with a headache that has not begun.
    crash = _crashed(draft, days_ago, max(CARE_AFTER_DAYS, onset_after + 7))
    onset = {"headache_onset_date": str(crash + timedelta(days=onset_after)), "headache_onset_precision": "day"}
    begun = date.fromisoformat(draft.case["episode"]["started"])
    draft.headache(f"{draft.side}-sided, since the crash", begun, from_the_neck(draft.side) | onset)
    _seen(draft, begun + timedelta(days=7), course)


def _acute(draft: Draft) -> None:
    _new_headache(draft, 60, 3, towards(20, 0.7))


def _persistent(draft: Draft) -> None:
    _new_headache(draft, 200, 2, steady(16))


def _late_onset(draft: Draft) -> None:
    _new_headache(draft, 140, 20, steady(15))


def _migraine_and_whiplash(draft: Draft) -> None:
    # Migraine for years, 4 days a month; since day 4 after the crash 9 to 10 (diagnosis 3.7, T9).
    crash = _crashed(draft, 55)
    begun = date.fromisoformat(draft.case["episode"]["started"])
    onset = {"headache_onset_date": str(draft.ago(4000))}
    draft.headache("migraine, since the crash more often", begun, migraine() | onset)
    for day, days in ((crash - timedelta(days=30), 4), (crash + timedelta(days=4), 9)):
        draft.say(day, THE_PERSON, {"headache_days_per_30d": days}, "A", told_on=begun)
    risks = ["migraine"]
    _seen(
        draft,
        begun + timedelta(days=7),
        at_once(11, 1.0),
        MIGRAINE,
        preexisting_headache=True,
        vascular_risk_factors=risks,
    )
    draft.say(begun + timedelta(days=7), PHYSIOTHERAPIST, {"same_headache_profile": True}, "A")


PEOPLE = (
    Someone("1034", "Beatrix", "Llewellyn", "female", 31, "acute headache after whiplash (5.3), ICBC", _acute),
    Someone("1035", "Дмитрий", "Волков", "male", 40, "persistent headache after whiplash (5.4), ICBC", _persistent),
    Someone(
        "1036",
        "Jocelyn",
        "Laframboise",
        "female",
        36,
        "headache 20 days after whiplash, provisional, ICBC",
        _late_onset,
    ),
    Someone(
        "1037",
        "Noor",
        "Haddad",
        "female",
        33,
        "migraine, twice as often since whiplash (1.1 and 5.3), ICBC",
        _migraine_and_whiplash,
    ),
)
