"""People at the first examination, and those who are definite on that day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from concordant.simulate.diary.course import HALVES, steady
from concordant.simulate.diary.kind import FROM_NECK
from concordant.simulate.stages.neck_story import INTAKE_DAYS_BEFORE, diary, insidious, intake, sudden_neck
from concordant.simulate.stages.someone import Someone
from concordant.simulate.story import screen
from concordant.simulate.story.care import NO_NECK_DISORDER, asked, examined, treated
from concordant.simulate.story.draft import PHYSICIAN, PHYSIOTHERAPIST, THE_PERSON, Draft
from concordant.simulate.story.headaches import from_the_neck
from concordant.simulate.story.neck import free_neck

EVERYTHING_ELSE: dict[str, Any] = {
    "neck_fusion": False,
    "cardiac_unstable": False,
    "needle_phobia": False,
    "lymphoedema_area": False,
    "metal_allergy": False,
    "low_job_satisfaction": False,
    "work_posture_provokes": True,
    "mvpa_minutes_per_week": 150,
    "prefers_manipulation": False,
    "accepts_needles": True,
}
MUSCLES = ("suboccipital", "upper_trapezius", "sternocleidomastoid", "splenius", "levator_scapulae")


def _provisional(draft: Draft) -> None:
    start = draft.workday_ago(3)
    insidious(draft, start, kind="extended")
    diary(draft, start, HALVES)


def _in_treatment(draft: Draft) -> None:
    start = draft.workday_ago(17)
    insidious(draft, start, kind="worksafebc", claim="WC-20417")
    diary(draft, start, HALVES)
    treated(draft, start)


def _clear_onset(draft: Draft) -> None:
    start = draft.workday_ago(8)
    sudden_neck(draft, start)
    diary(draft, start, steady(16))
    treated(draft, start)


def _everything_asked(draft: Draft) -> None:
    start = draft.workday_ago(10)
    sudden_neck(draft, start, days_before=200, kind="private")
    intake_day = draft.case["episode"]["started"]
    draft.say(start - timedelta(days=29), THE_PERSON, EVERYTHING_ELSE)
    draft.say(
        start - timedelta(days=29), THE_PERSON, {"indomethacin_response": "not_tried", "aura_attack_count": 0}, "A"
    )
    consent = dict.fromkeys(("neck_mobilisation", "massage_sensitive_area", "share_physio_rmt"), intake_day)
    draft.say(start, PHYSIOTHERAPIST, {"consent_given": consent, "radiculopathy_c2_c3_evidence": []})
    clear = {
        "dizziness_neck_related": False,
        "thoracic_hypomobile": False,
        "skin_roll_positive": False,
        "dystonia_signs": False,
    }
    seen = screen.every_visit(draft.rng) | clear | {"local_skin_infection": False, "open_wound_area": False}
    points = [
        {"fact": f"trigger_point_{muscle}", "side": side, "value": "none"}
        for muscle in MUSCLES
        for side in ("left", "right")
    ]
    draft.visit(start + timedelta(days=1), seen, points)
    diary(draft, start, steady(16), kind=FROM_NECK.taking(((), 0.9), (("nsaid",), 0.1)))


def _block(draft: Draft) -> None:
    start = draft.workday_ago(60)
    insidious(draft, start, years_ago=6)
    diary(draft, start, steady(20))
    treated(draft, start)
    # A single block of the joint C2-3, from 6 to 0.4 of 10 (diagnosis 3.7, T16).
    block = {
        "block_done": True,
        "block_target": "c2_3_joint_or_ton",
        "block_control": "none",
        "block_image_guided": True,
        "block_technical_success": True,
        "block_agent": "bupivacaine",
        "block_pre_nrs": 6,
        "block_best_post_nrs": 0.4,
        "block_relief_hours": 9,
    }
    draft.visit(start + timedelta(days=43), screen.every_visit(draft.rng) | block)
    draft.case["visits"][-1]["by"] = PHYSICIAN


def _no_neck_finding(draft: Draft) -> None:
    start = draft.workday_ago(11)
    intake(draft, start, f"{draft.side}-sided headache", start - timedelta(days=1200), from_the_neck(draft.side))
    asked(draft, start - timedelta(days=INTAKE_DAYS_BEFORE), "A")
    neck = free_neck(draft.rng, draft.side)
    examined(draft, start, neck, "A", judged=NO_NECK_DISORDER, provoked=False, crom_reduced=False)
    diary(draft, start, steady(9))


PEOPLE = (
    Someone("1011", "Oluwaseun", "Adeyemi", "male", 37, "first examination done, provisional", _provisional),
    Someone(
        "1012",
        "Maximiliana Guadalupe",
        "de la Fuente-Villanueva y Rosenkrantz",
        "female",
        43,
        "first examination done, provisional",
        _provisional,
    ),
    Someone("1013", "Seán", "O’Callaghan", "male", 45, "third week of treatment, provisional", _in_treatment),
    Someone(
        "1014",
        "Priya",
        "Raghunathan",
        "female",
        32,
        "clear onset after a stiff neck, definite on the first day",
        _clear_onset,
    ),
    Someone(
        "1015",
        "Liam",
        "Featherstone",
        "male",
        25,
        "clear onset after a stiff neck, definite on the first day",
        _clear_onset,
    ),
    Someone("1016", "美玲", "陈", "female", 40, "everything asked and clear, definite", _everything_asked),
    Someone("1017", "Vaclav", "Dvořáček", "male", 47, "diagnostic block abolished the headache, definite", _block),
    Someone("1018", "Ingrid", "Lindqvist", "female", 36, "examined, the neck is not the cause", _no_neck_finding),
)
