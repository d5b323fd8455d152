"""A person in care with a signed plan, and what a therapist sends to sign a note."""

import re
import uuid
from datetime import date
from html import unescape
from typing import Any

from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from tests.clinic.person import story

PLANNED = date(2026, 3, 9)
RELEASE, TRAPEZIUS, JOINT, FLEXORS = (
    "suboccipital_release",
    "rmt_upper_trapezius_levator",
    "c1_c2_mobilisation",
    "dcf_stage1",
)
ITEMS: list[dict[str, Any]] = [
    {"intervention": RELEASE, "dose": {"minutes": 8, "per_week": [1, 2]}},
    {"intervention": TRAPEZIUS, "dose": {"minutes": 45}, "signed_for": ["ci_bone"]},
    {"intervention": JOINT, "dose": {"sets": 3, "duration_s": 30}},
    {"intervention": FLEXORS, "dose": {"sets": 2, "reps": 10, "hold_s": [5, 10], "per_day": 2}},
]


def a_plan(items: list[dict[str, Any]] | None = None, **changes: Any) -> dict[str, Any]:
    said = {
        "date": PLANNED.isoformat(),
        "headache": "A",
        "phase": "relief",
        "items": ITEMS if items is None else items,
        "goals": [{"says": "Drive to work without a headache"}],
        "retest": "2026-04-06",
    }
    return {"plans": [{**said, **changes}]}


def with_plan(by: Actor, person: Person, items: list[dict[str, Any]] | None = None, **changes: Any) -> Entry:
    day = date.fromisoformat(changes.get("date", PLANNED.isoformat()))
    return story.sign(by, person, day, "plan", a_plan(items, **changes))


def points(by: Actor, person: Person, day: date = PLANNED) -> Entry:
    """Active and familiar: suboccipital on the right, upper trapezius on the right."""
    findings = []
    for muscle in ("suboccipital", "upper_trapezius"):
        findings += [
            {"fact": f"trigger_point_{muscle}", "side": "right", "value": "active"},
            {"fact": f"trigger_point_{muscle}_familiar_headache", "side": "right", "headache": "A", "value": True},
        ]
    return story.sign(by, person, day, "examination", {"visits": [{"date": day.isoformat(), "findings": findings}]})


def given(line: str, **changes: str) -> dict[str, str]:
    """One hands-on line as it is filled in."""
    said = {
        "given": "yes",
        "structure": "rectus capitis posterior major",
        "side": "right",
        "dose": "8 minutes",
        "reproduced": "yes",
        "response": "better",
        "words": "Softer after the third minute",
    }
    return {f"{line}.{part}": text for part, text in {**said, **changes}.items() if text}


FOUR = {
    "subjective": "Two headaches since Monday, both after long drives.",
    "objective": "Turning right in flexion 33 degrees.",
    "analysis": "Responding; the right upper neck is still the driver.",
    "plan": "Go on with release and the nod; retest on 6 April.",
}


def a_note(*lines: dict[str, str], **changes: Any) -> dict[str, Any]:
    """A whole note that may be signed."""
    sent: dict[str, Any] = {"key": str(uuid.uuid4()), "do": "sign", "asked": "no", "minutes": "45", **FOUR}
    for line in lines or (given(RELEASE),):
        sent |= line
    return {name: said for name, said in {**sent, **changes}.items() if said is not None}


def words(page: Any) -> str:
    """What a reader sees."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def errors(page: Any) -> str:
    found = re.search(r'id="errors".*?</div>', page.text, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[0])).split()) if found else ""


def prefilled(page: Any, part: str) -> str:
    found = re.search(rf'<textarea name="{part}"[^>]*>\n(.*?)</textarea>', page.text, re.DOTALL)
    assert found
    return unescape(found[1])


def write(client: Client, person: Person, sent: dict[str, Any]) -> Any:
    return client.post(f"/people/{person.pk}/note/", sent)
