"""Signed plans, and days that were ticked."""

from datetime import date
from typing import Any

from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from tests.clinic.person import story

SIGNED = date(2026, 1, 14)
SELF_SNAG: dict[str, Any] = {
    "intervention": "self_snag_c1_c2",
    "dose": {"sets": 1, "reps": 2, "hold_s": 3, "per_day": 2, "highest_pain_nrs": 0},
}
FLEXORS: dict[str, Any] = {
    "intervention": "dcf_stage1",
    "dose": {"sets": 1, "reps": 10, "hold_s": 10, "per_day": 2, "load": "22 mmHg"},
}
MOBILITY: dict[str, Any] = {"intervention": "active_mobility", "dose": {"sets": 1, "reps": 10, "per_day": 3}}
STRENGTH: dict[str, Any] = {
    "intervention": "neck_strength_isometric",
    "dose": {"sets": [2, 3], "reps": [5, 10], "hold_s": [5, 10], "per_week": 3, "load": "20 % effort"},
}
HANDS: dict[str, Any] = {"intervention": "c1_c2_mobilisation", "dose": {"sets": 3}}
SLEEP: dict[str, Any] = {"intervention": "sleep_plan"}
FOUR = (SELF_SNAG, FLEXORS, MOBILITY, STRENGTH)


def a_plan(*items: dict[str, Any], on: date = SIGNED, **more: Any) -> dict[str, Any]:
    return {
        "plans": [{"date": on.isoformat(), "headache": "A", "phase": "relief", "items": [HANDS, *items], **more}],
    }


def sign_plan(by: Actor, person: Person, on: date = SIGNED, items: tuple[dict[str, Any], ...] = FOUR) -> Entry:
    """Through the action that the clinic's own pages use; in the room of treatments while plans have none."""
    return story.sign(by, person, on, "treatment", a_plan(*items, on=on))


def ticked(by: Actor, person: Person, on: date, intervention: str = "dcf_stage1", **said: Any) -> Entry:
    row = {"date": on.isoformat(), "intervention": intervention, "done": True, **said}
    return story.sign(by, person, on, "home", {"home": [row]})
