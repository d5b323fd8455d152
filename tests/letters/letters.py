"""A person with two windows of diary and a retest, what was signed and done, and who writes to whom."""

from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from concordant.letters.kinds import KINDS
from concordant.letters.letter import Letter, Measures, Paragraph, Points, Section, Table
from concordant.letters.people import Addressee, Clinic, Patient, Signer
from concordant.letters.request import MoreVisits, Request
from tests.diagnosis.test_several_headaches import PATTERN
from tests.people import FIRST_VISIT, assessed
from tests.progress.courses import AFTER_8, BEFORE_16, course, day, filled, rotated

REQUEST = Request(
    clinic=Clinic("Harbour Physiotherapy", ("1200 Main Street, Vancouver BC", "Telephone 604 555 0142")),
    patient=Patient("Maria Costa", "PHN 9012 372 173"),
    to=Addressee("Dr. Okafor", ("Seaview Family Practice", "88 Ocean Road, Vancouver BC")),
    signer=Signer("Amira Haddad", "Physiotherapist", "CHCPBC 12345"),
)
MORE = MoreVisits(
    {"physiotherapy": 8, "massage_therapy": 4},
    6,
    "She lifts at work again from next month; strength is not there yet.",
)
EXERCISE = {"sets": 2, "reps": 10, "hold_s": [5, 10], "per_day": 2}


def retested(before: str = BEFORE_16, after: str = AFTER_8, **changes: Any) -> dict[str, Any]:
    """Somebody who agreed to letters, with a questionnaire and a test at both visits."""
    case = course(before, after, **{"consent_given": agreed(FIRST_VISIT), **changes})
    filled(case, "ndi", 18, 12)
    rotated(rotated(case, 0, "left", 20), 1, "left", 38)
    return case


def agreed(on: date) -> dict[str, str]:
    return {"send_to_physician": on.isoformat(), "send_to_payer": on.isoformat()}


def plan(on: date, *items: str, **parts: Any) -> dict[str, Any]:
    """A signed plan, each treatment with the same dose."""
    treatments = [{"intervention": one, "dose": deepcopy(EXERCISE)} for one in items]
    return {"date": on.isoformat(), "by": "AH", "headache": "A", "phase": "restore", "items": treatments, **parts}


def planned(**parts: Any) -> dict[str, Any]:
    """The same person, with a signed plan as of the retest."""
    case = retested(**parts)
    case["plans"] = [
        plan(
            day(case), "c1_c2_mobilisation", "suboccipital_release", "dcf_stage1", "active_mobility",
            "scapular_training", "education_core",
            visits_per_week={"physiotherapist": 2, "rmt": 1},
            goals=[{"says": "Drive for an hour"},
                   {"says": "Fewer headache days", "fact": "any_headache_days_per_28d", "at_most": 4}],
            retest=(day(case) + timedelta(days=28)).isoformat(),
        )
    ]  # fmt: skip
    return case


def treated(case: dict[str, Any]) -> dict[str, Any]:
    """Six sessions that say what was done and how much."""
    case["treatments"] = [
        {
            "date": (FIRST_VISIT + timedelta(days=4 * number)).isoformat(),
            "discipline": "rmt" if number % 3 == 2 else "physiotherapist",
            "done": [
                {"intervention": "suboccipital_release", "dose": "3 minutes"}
                if number % 3 == 2
                else {"intervention": "c1_c2_mobilisation", "dose": "grade III, 3 sets of 60 seconds"}
            ],
        }
        for number in range(6)
    ]
    return case


def signed(case: dict[str, Any], on: date, *conclusions: tuple[str, str]) -> dict[str, Any]:
    """The same case with an assessment signed that day: diagnosis and status of headache A."""
    concluded = [{"headache": "A", "code": code, "status": status} for code, status in conclusions]
    assessment = {"date": on.isoformat(), "by": "AH", "conclusions": concluded}
    return {**case, "assessments": [*case.get("assessments", []), assessment]}


def letter(case: dict[str, Any], as_of: date | None = None, *, kind: str = "progress", **changes: Any) -> Letter:
    """As of the day of the retest, signed that day."""
    on = as_of or day(case)
    return unsigned(signed(case, on), on, kind=kind, **changes)


def unsigned(case: dict[str, Any], as_of: date, *, kind: str = "progress", **changes: Any) -> Letter:
    """With what the case has signed, and no more."""
    return KINDS[kind].letter(assessed(case, as_of), replace(REQUEST, **changes))


def section(found: Letter, heading: str) -> Section:
    (one,) = [each for each in found.sections if each.heading == heading]
    return one


def words(one: Section) -> list[str]:
    """Paragraphs and points in reading order."""
    told: list[str] = []
    for part in one.parts:
        told += [part.text] if isinstance(part, Paragraph) else part.items if isinstance(part, Points) else ()
    return told


def everything(found: Letter) -> str:
    """All that a letter says."""
    told: list[str] = []
    for each in found.sections:
        told += [each.heading, *words(each)]
        for part in each.parts:
            if isinstance(part, Table):
                told += [cell for row in (part.header, *part.rows) for cell in row]
            elif isinstance(part, Measures):
                told += [cell for one in part.rows for cell in (one.name, one.first, one.latest, one.verdict)]
    return "\n".join(told)


def table(one: Section) -> Measures:
    (found,) = [part for part in one.parts if isinstance(part, Measures)]
    return found


def tables(one: Section) -> list[Table]:
    return [part for part in one.parts if isinstance(part, Table)]


def pointing(case: dict[str, Any]) -> dict[str, Any]:
    """The same, with findings that point to C1-C2 on the right (treatment reference, example 1)."""
    found = (
        {"fact": "frt_rotation_deg", "value": 22},
        {"fact": "palpation_familiar_headache", "value": True, "segment": "C1-C2"},
        {"fact": "palpation_resistance", "value": "stiff", "segment": "C1-C2"},
        {"fact": "palpation_pain_nrs", "value": 5, "segment": "C1-C2"},
    )
    case["visits"][-1]["findings"] += [{**one, "side": "right"} for one in found]
    return case


def not_helped(**changes: Any) -> dict[str, Any]:
    """Treated with the home programme done, and no better: for whom a block is asked."""
    case = pointing(
        treated(planned(**{"before": BEFORE_16, "after": BEFORE_16, "adherence_percent_28d": 72, **changes}))
    )
    case["headaches"][0]["facts"]["laterality"] = "right_always"
    case["outcomes"] = []
    return filled(case, "ndi", 18, 17)


def with_migraine(**changes: Any) -> dict[str, Any]:
    """Two headaches: A of the neck, B a migraine."""
    case = planned(**changes)
    case["headaches"].append({**deepcopy(case["headaches"][0]), "id": "B", "name": "sick headache"})
    case["headaches"][0]["name"] = "neck headache"
    case["headaches"][0]["facts"]["temporal_relation_neck"] = "established"
    case["headaches"][1]["facts"] |= {**PATTERN, "temporal_relation_neck": "absent"}
    for visit in case["visits"]:
        if "provocation_worsens_headache" in visit["facts"]:
            provoked = visit["facts"].pop("provocation_worsens_headache")
            there = {"fact": "provocation_worsens_headache", "headache": "A", "value": provoked}
            visit["findings"] = [*visit["findings"], there]
    return case


def claimed(**changes: Any) -> dict[str, Any]:
    """Treated after a crash, with an insurer who pays."""
    payer = {"kind": "icbc", "accident_date": "2023-12-20", "claim": "AB123456"}
    episode = {"started": FIRST_VISIT.isoformat(), "goal": "Drive for an hour", "payer": payer}
    return treated(planned(episode=episode, work_status="modified", **changes))


TAKEN = {
    "triptan": 12, "nsaid": 9, "paracetamol": 0, "ergotamine": 0, "asa": 0, "other_non_opioid": 0, "opioid": 0,
    "combination": 0, "other": 0,
}  # fmt: skip


def over_used(**changes: Any) -> dict[str, Any]:
    """Acute medicines on many days."""
    return planned(acute_med_days_per_30d=dict(TAKEN), **changes)


def ended(**changes: Any) -> dict[str, Any]:
    """Care has ended on the day of the retest."""
    case = treated(planned(relapse_plan_written=True, **changes))
    case["facts"]["discharge_date"] = day(case).isoformat()
    return case


CASES: dict[str, Any] = {
    "emergency": lambda: planned(neuro_deficit_new=True, systolic_bp_mmhg=190, diastolic_bp_mmhg=100),
    "first_assessment": planned,
    "progress": planned,
    "discharge": ended,
    "medication_overuse": over_used,
    "co_management": with_migraine,
    "diagnostic_block": not_helped,
    "extension": claimed,
    "home_programme": planned,
}
"""For each kind somebody of whom it can be written."""


def written(kind: str, **changes: Any) -> Letter:
    """A letter of this kind with nothing missing."""
    more = {"more": MORE} if kind == "extension" else {}
    return letter(CASES[kind](), kind=kind, **{**more, **changes})
