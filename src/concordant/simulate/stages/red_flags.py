"""People with an open red flag, and one whose flag a physician has cleared."""

from __future__ import annotations

from datetime import timedelta

from concordant.simulate.diary.course import steady
from concordant.simulate.stages.neck_story import INTAKE_DAYS_BEFORE, diary, insidious
from concordant.simulate.stages.someone import Someone
from concordant.simulate.story import screen
from concordant.simulate.story.draft import PHYSICIAN, THE_PERSON, Draft


def _neurological_sign(draft: Draft) -> None:
    start = draft.workday_ago(20)
    insidious(draft, start)
    diary(draft, start, steady(14))
    seen = screen.every_visit(draft.rng) | {"neuro_deficit_new": True, "three_n": ["numbness_face"]}
    draft.visit(draft.workday_ago(1), seen | {"new_red_flag_sign": True})


def _fever(draft: Draft) -> None:
    start = draft.workday_ago(20)
    insidious(draft, start)
    diary(draft, start, steady(16))
    draft.visit(draft.workday_ago(1), screen.every_visit(draft.rng) | {"fever": True})


def _worst_ever(draft: Draft) -> None:
    start = draft.workday_ago(9)
    insidious(draft, start)
    diary(draft, start, steady(17))
    row = draft.case["diary"][-1]
    row |= {"headache_today": True, "intensity_nrs": 10, "headache_hours": 6, "red_flag_today": ["worst_ever_headache"]}


def _onset_after_50(draft: Draft) -> None:
    start = draft.workday_ago(6)
    insidious(draft, start, years_ago=2)
    diary(draft, start, steady(13))


def _pattern_changed(draft: Draft) -> None:
    start = draft.workday_ago(5)
    insidious(draft, start)
    day = start + timedelta(days=1)
    draft.say(day, THE_PERSON, {"pattern_change": True}, "A")
    diary(draft, start, steady(18))


def _cleared(draft: Draft) -> None:
    start = draft.workday_ago(30)
    insidious(draft, start, years_ago=2)
    day = start + timedelta(days=8)
    how = "blood test (ESR, CRP) normal, magnetic resonance imaging of the head normal"
    draft.say(day, PHYSICIAN, {"red_flag_cleared": {"snnoop_o2": {"date": str(day), "by": PHYSICIAN, "how": how}}})
    diary(draft, start, steady(16))
    draft.visit(day + timedelta(days=6), screen.every_visit(draft.rng))


def _pregnant(draft: Draft) -> None:
    start = draft.workday_ago(12)
    insidious(draft, start, kind="extended")
    day = start - timedelta(days=INTAKE_DAYS_BEFORE)
    draft.say(day, THE_PERSON, {"pregnant_or_postpartum": "pregnant"})
    diary(draft, start, steady(12))


PEOPLE = (
    Someone(
        "1004",
        "Desmond",
        "Okonkwo-Bright",
        "male",
        46,
        "red flag, emergency: new neurological sign",
        _neurological_sign,
    ),
    Someone("1005", "Annika", "Sørensen", "female", 38, "red flag, same day: fever at a visit", _fever),
    Someone(
        "1006",
        "Theo",
        "Marchbanks",
        "male",
        31,
        "red flag, emergency: worst headache ever ticked in the diary",
        _worst_ever,
    ),
    Someone(
        "1007",
        "Gwendolyn",
        "Fairweather",
        "female",
        63,
        "red flag, urgent: first headache of this kind after 50",
        _onset_after_50,
    ),
    Someone("1008", "Yuki", "Tanabe", "female", 44, "red flag, urgent: the pattern has changed", _pattern_changed),
    Someone("1009", "Bernard", "Holloway", "male", 66, "red flag cleared by a physician, provisional", _cleared),
    Someone("1010", "Chiamaka", "Eze", "female", 29, "caution: pregnant, provisional", _pregnant),
)
