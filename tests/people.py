"""People for tests, in the shape of the case file.

``asked_everything()`` is a person of whom everything was asked and who has no warning sign; a test then says
only what differs: ``asked_everything(laterality="bilateral", cancer_history=True)``. Each fact finds its own
place by its scope. ``NOT_ASKED`` takes an answer away; a section (``diary=[…]``) is replaced whole.
"""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from concordant.assessment import Assessment, assess
from concordant.facts import DICTIONARY, Scope
from concordant.record.read import read_plain
from concordant.record.record import Record
from tests.answers import HEADACHE, INJURY, PERSON, VISIT

NOT_ASKED = object()
FIRST_VISIT = date(2024, 1, 8)
SECTIONS = ("person", "episode", "facts", "injuries", "headaches", "visits", "outcomes", "diary", "treatments")


def asked_everything(**changes: Any) -> dict[str, Any]:
    """A case of whom everything was asked: neck findings on one side, no warning sign, no injury."""
    case: dict[str, Any] = {
        "concordant": 1,
        "person": {"id": "someone", "born": "1984-03-01", "sex": "female"},
        "episode": {"started": FIRST_VISIT.isoformat()},
        "facts": deepcopy(PERSON),
        "injuries": [],
        "headaches": [{"id": "A", "facts": deepcopy(HEADACHE)}],
        "visits": [{"date": FIRST_VISIT.isoformat(), "facts": deepcopy(VISIT)}],
    }
    for name in SECTIONS:
        if name in changes:
            case[name] = changes.pop(name)
    for name, value in changes.items():
        _place(case, name, value, injury=INJURY)
    return case


def bare(**changes: Any) -> dict[str, Any]:
    """A case of whom nothing is known but these facts, with one headache and one visit to hold them."""
    case = asked_everything(person={"id": "someone"}, facts={})
    del case["injuries"]
    case["headaches"][0]["facts"] = {}
    case["visits"][0]["facts"] = {}
    for name in SECTIONS:
        if name in changes:
            case[name] = changes.pop(name)
    for name, value in changes.items():
        _place(case, name, value)
    return case


def _place(case: dict[str, Any], name: str, value: Any, injury: dict[str, Any] | None = None) -> None:
    scope = DICTIONARY[name].scope
    if scope is Scope.HEADACHE:
        there = case["headaches"][0]["facts"]
    elif scope in (Scope.VISIT, Scope.COURSE):
        there = case["visits"][0]["facts"]
    elif scope is Scope.INJURY:
        if not case.get("injuries"):
            case["injuries"] = [{"id": "crash", "facts": dict(injury or {})}]
        there = case["injuries"][0]["facts"]
    else:
        there = case["facts"]
    there.pop(name, None)
    if value is not NOT_ASKED:
        there[name] = value


def crash(days_before: int, onset_after: int, *, today: date = FIRST_VISIT) -> dict[str, Any]:
    """Facts of a whiplash so many days before today, with a headache that began so many days after it."""
    day = today - timedelta(days=days_before)
    return {
        "injury_date": day.isoformat(),
        "whiplash_occurred": True,
        "neck_pain_or_headache_at_injury": True,
        "headache_onset_date": (day + timedelta(days=onset_after)).isoformat(),
        "headache_onset_precision": "day",
    }


def record(case: dict[str, Any], as_of: date = FIRST_VISIT) -> Record:
    """The record of a case in plain values."""
    return Record(read_plain(case), as_of)


def assessed(case: dict[str, Any], as_of: date = FIRST_VISIT) -> Assessment:
    """The assessment of a case in plain values."""
    return assess(read_plain(case), as_of)
