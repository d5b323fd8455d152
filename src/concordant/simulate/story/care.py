"""Intake, examination, retest and treatment: the steps that the stages of care are put together from."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from concordant.simulate.sources import ASSUMED, Figure, Spread
from concordant.simulate.story import screen
from concordant.simulate.story.draft import PHYSIOTHERAPIST, SATURDAY, THE_PERSON, Draft
from concordant.simulate.story.headaches import SEEN_NO_AUTONOMIC_SIGN
from concordant.simulate.story.neck import PROVOKED_RISE_NRS, Neck

NDI_POINTS = Spread(18.1, 7.9, 10, 34, "Dunning 2016, doi:10.1186/s12891-016-0912-3, week 0")
NDI_LATER_POINTS = Spread(7, 2, 3, 9, ASSUMED)
HIT6_POINTS = Spread(62, 4, 54, 72, ASSUMED)
HIT6_LATER_POINTS = Spread(50, 3, 44, 55, ASSUMED)
MISSED_SHARE = Figure(0.06, ASSUMED)
PHYSIO_PER_WEEK = 2
"""Jull 2002, doi:10.1097/00007632-200209010-00004: 8 to 12 sessions in 6 weeks (recalled)."""
TRIAL_WEEKS = 6
NECK_TIGHT: dict[str, Any] = {"neck_disorder_type": "segmental_hypomobility", "neck_disorder_accepted_cause": True}
NECK_NOT_THE_CAUSE: dict[str, Any] = {
    "neck_disorder_type": "segmental_hypomobility",
    "neck_disorder_accepted_cause": False,
}
NO_NECK_DISORDER: dict[str, Any] = {"neck_disorder_type": "none", "neck_disorder_accepted_cause": False}

FIRST_WEEKS = ("education_core", "c1_c2_mobilisation", "self_snag_c1_c2", "dcf_stage1")
LATER_WEEKS = ("c1_c2_mobilisation", "dcf_stage2", "scapular_training", "co_contraction")
MASSAGE = ("suboccipital_release", "rmt_upper_trapezius_levator")


def asked(draft: Draft, day: date, *headaches: str, medicine_days: dict[str, int] | None = None, **facts: Any) -> None:
    """Intake: the person answers the safety questions and tells of earlier headaches, work and medicines."""
    about = {
        "preexisting_headache": False,
        "head_or_neck_trauma_history": bool(draft.case["injuries"]),
        "light_headedness": False,
        "work_status": "full",
        "desk_hours_per_day": draft.rng.choice((2, 4, 6, 7)),
        "acute_med_days_per_30d": medicine_days
        or {"nsaid": draft.rng.randint(3, 6), "paracetamol": draft.rng.randint(0, 3)},
    }
    draft.say(day, THE_PERSON, screen.OF_THE_PERSON | about | facts)
    for headache in headaches:
        draft.say(day, THE_PERSON, screen.OF_A_HEADACHE, headache)


def examined(
    draft: Draft,
    day: date,
    neck: Neck,
    *headaches: str,
    judged: dict[str, Any] = NECK_TIGHT,
    provoked: bool = True,
    **seen: Any,
) -> None:
    """The first examination: whole safety screen, neck tests, provocation of headache A, the examiner's judgements."""
    evidence = judged["neck_disorder_type"] != "none"
    facts = screen.first_visit(draft.rng) | {
        "neck_disorder_clinical_evidence": evidence,
        "scalp_dysaesthesia_or_allodynia": False,
        "occipital_nerve_tender": False,
        "gon_or_c2_trigger_point": False,
        "irritability": "moderate" if provoked else "low",
        "hours_since_acute_medication": 60,
    }
    named = headaches[0] if len(headaches) > 1 else None
    draft.visit(day, facts | seen, [*neck.findings(named), *_provocation(draft, headaches[0], provoked)])
    draft.say(day, PHYSIOTHERAPIST, judged | screen.SEEN_IN_THE_PERSON)
    for headache in headaches:
        seen_of_it = screen.SEEN_IN_A_HEADACHE | SEEN_NO_AUTONOMIC_SIGN
        draft.say(day, PHYSIOTHERAPIST, seen_of_it | {"examiner_confirms_not_better_explained": True}, headache)
    ndi, hit6 = NDI_POINTS.whole(draft.rng), HIT6_POINTS.whole(draft.rng)
    draft.score(day, ndi=ndi, hit6=hit6, psfs=draft.rng.choice((3, 4, 5)), phq4=draft.rng.randint(0, 3))
    draft.score(day, recovery_expectation_nrs=draft.rng.randint(6, 10))


def _provocation(draft: Draft, headache: str, provoked: bool) -> list[dict[str, Any]]:
    rise = PROVOKED_RISE_NRS.whole(draft.rng) if provoked else 0
    return [
        {
            "fact": "provocation_manoeuvres",
            "headache": headache,
            "value": ["flexion_rotation", "sustained_segmental_pressure"],
        },
        {"fact": "provocation_familiar", "headache": headache, "value": provoked},
        {"fact": "provocation_nrs_rise", "headache": headache, "value": rise},
    ]


def retested(
    draft: Draft, day: date, neck: Neck, *headaches: str, confounders: tuple[str, ...] = (), better: bool = True
) -> None:
    """A retest: what is asked at every visit, the neck tests again, and what else changed in between."""
    asked_for = [
        {"fact": "change_confounders", "headache": headache, "value": list(confounders)} for headache in headaches
    ]
    named = headaches[0] if len(headaches) > 1 else None
    draft.visit(day, screen.every_visit(draft.rng), [*neck.findings(named), *asked_for])
    spread = (NDI_LATER_POINTS, HIT6_LATER_POINTS) if better else (NDI_POINTS, HIT6_POINTS)
    ndi, hit6 = (one.whole(draft.rng) for one in spread)
    draft.score(day, ndi=ndi, hit6=hit6, psfs=8 if better else 4, groc=3 if better else 0)


def workday(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= SATURDAY else day


def treated(draft: Draft, start: date, weeks: int = TRIAL_WEEKS) -> None:
    """Physiotherapy twice a week from the first visit on, massage every second week; some visits are missed."""
    for week in range(weeks):
        program = FIRST_WEEKS if week < weeks / 2 else LATER_WEEKS
        for number in range(PHYSIO_PER_WEEK):
            day = workday(start + timedelta(days=7 * week + 2 * number))
            came = (week, number) == (0, 0) or draft.rng.random() >= MISSED_SHARE.value
            status = "attended" if came else draft.rng.choice(("missed", "cancelled"))
            if day < draft.today:
                draft.treat(day, "physiotherapist", *program, status=status)
        rubbed = workday(start + timedelta(days=7 * week + 1))
        if week % 2 == 0 and rubbed < draft.today:
            draft.treat(rubbed, "rmt", *MASSAGE)
