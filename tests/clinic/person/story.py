"""A person with a course of care: history, first examination, diary, retest, questionnaires, treatments."""

import uuid
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from clinic import clock
from clinic.audit.actor import Actor
from clinic.chart.actions import Fragment, correct_entry, import_case_file, sign_entry
from clinic.chart.models import Entry, Person
from tests.people import asked_everything

STARTED = date(2026, 1, 12)
FIRST_TREATMENT = date(2026, 1, 21)
RETEST = date(2026, 3, 9)
TODAY = date(2026, 3, 11)
HEADACHE: dict[str, Any] = {
    "pain_regions": ["suboccipital", "neck", "occipital", "temporal", "orbital", "frontal"],
    "pain_starts_in_neck": True,
    "spreads_back_to_front": True,
    "headache_onset_date": "2024-03-01",
}


def at(day: date, hour: int = 20) -> datetime:
    """An hour in Greenwich at which it is the same day in Vancouver."""
    return datetime.combine(day, time(hour), UTC)


def sign(by: Actor, person: Person, day: date, kind: str, content: dict[str, Any]) -> Entry:
    """Signed on the day it is true of."""
    with clock.set_to(at(day)):
        return sign_entry(by=by, person_id=person.pk, on=day, kind=kind, content=content, idempotency_key=uuid.uuid4())


def sign_now(by: Actor, person: Person, day: date, kind: str, content: dict[str, Any]) -> Entry:
    """Signed now, whenever it was true."""
    return sign_entry(by=by, person_id=person.pk, on=day, kind=kind, content=content, idempotency_key=uuid.uuid4())


def correct(by: Actor, entry: Entry, day: date, content: dict[str, Any]) -> Entry:
    with clock.set_to(at(day)):
        return correct_entry(
            by=by, entry_id=entry.pk, content=content, reason="a slip of the pen", idempotency_key=uuid.uuid4()
        )


def history(**changes: Any) -> dict[str, Any]:
    """Everything was asked on the first day, and nothing warns; what differs is named."""
    case = asked_everything(
        person={"id": "x", "born": "1984-03-01", "sex": "female"},
        episode={
            "started": STARTED.isoformat(),
            "goal": "Sit through a full day of work without a headache",
            "payer": {"kind": "private"},
        },
        **{**HEADACHE, **changes},
    )
    case["visits"][0]["date"] = STARTED.isoformat()
    case["headaches"][0]["name"] = "right-sided, from the neck"
    return {name: value for name, value in case.items() if name != "concordant"}


_ALIKE = {"rater": "R1", "headache_phase": "none"}
_TURNED = {"instrument": "cervical_rom_device", **_ALIKE}
HOW: dict[str, dict[str, str]] = {
    "frt_rotation_deg": {"position": "supine", **_TURNED},
    "arom_rotation_deg": {"position": "sitting", **_TURNED},
    "ccft_activation_mmhg": _ALIKE,
    "palpation_familiar_headache": {"position": "prone", **_ALIKE},
}
"""Tested alike at every visit, so that two of them can be compared."""


def examination(day: date, *, turn: float, stage: int, provoked: bool) -> dict[str, Any]:
    findings: list[dict[str, Any]] = [
        {"fact": "frt_rotation_deg", "side": "right", "value": turn},
        {"fact": "frt_rotation_deg", "side": "left", "value": 41},
        {"fact": "arom_rotation_deg", "side": "right", "value": turn + 34},
        {"fact": "arom_rotation_deg", "side": "left", "value": 71},
        {"fact": "ccft_activation_mmhg", "value": stage},
        {
            "fact": "palpation_familiar_headache",
            "side": "right",
            "segment": "C1-C2",
            "headache": "A",
            "value": provoked,
        },
        {"fact": "palpation_familiar_headache", "side": "left", "segment": "C1-C2", "headache": "A", "value": False},
        {"fact": "palpation_familiar_headache", "side": "right", "segment": "C2-C3", "headache": "A", "value": False},
    ]
    return {"visits": [{"date": day.isoformat(), "findings": [{**HOW[one["fact"]], **one} for one in findings]}]}


def diary_day(day: date, intensity: int) -> dict[str, Any]:
    said = (
        {"headache": "A", "intensity_nrs": intensity, "headache_hours": 4.0} if intensity else {"headache_today": False}
    )
    return {"diary": [{"date": day.isoformat(), **said, "neck_pain_nrs": 3, "acute_medication": []}]}


def intensity_on(day: date) -> int:
    """Nearly every day before care, every third after a month of it."""
    number = day.toordinal()
    if day < STARTED + timedelta(days=21):
        return 0 if number % 7 == 0 else 4 + number % 4
    return 2 + number % 3 if number % 3 == 0 else 0


def with_course(by: Actor, person: Person, *, diary_days: int = 60, **changes: Any) -> Person:
    """The whole course up to TODAY; of the diary the last so many days."""
    sign(by, person, STARTED, "history", history(**changes))
    sign(by, person, STARTED, "examination", examination(STARTED, turn=22.5, stage=22, provoked=True))
    sign(by, person, STARTED, "questionnaire", outcome(STARTED, 18))
    for week in range(1, 8):
        day = STARTED + timedelta(weeks=week, days=2)
        treated = [
            {"date": day.isoformat(), "discipline": "physiotherapist", "interventions": ["c1_c2_mobilisation"]},
            {"date": day.isoformat(), "discipline": "rmt", "interventions": ["suboccipital_release"]},
        ]
        sign(by, person, day, "treatment", {"treatments": treated})
    sign(by, person, RETEST, "examination", examination(RETEST, turn=33, stage=24, provoked=False))
    sign(by, person, RETEST, "questionnaire", outcome(RETEST, 9))
    with_diary(by, person, diary_days)
    return person


def outcome(day: date, score: int) -> dict[str, Any]:
    return {"outcomes": [{"date": day.isoformat(), "measure": "ndi", "value": score}]}


def with_diary(by: Actor, person: Person, days: int) -> None:
    """Taken in at once, each row saying itself when it was written down; one day in eleven was missed."""
    every = [TODAY - timedelta(days=back) for back in reversed(range(days))]
    fragments = []
    for day in every:
        if day.toordinal() % 11 == 0 and day != TODAY:
            continue
        content = diary_day(day, intensity_on(day))
        content["diary"][0]["recorded"] = at(day).isoformat()
        fragments.append(Fragment(day, content))
    with clock.set_to(at(TODAY)):
        import_case_file(
            by=by, person_id=person.pk, fragments=fragments, source="diary app", idempotency_key=uuid.uuid4()
        )
