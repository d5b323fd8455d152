"""JSON Schema of what was decided and done: treatments with their notes, signed assessments and plans, the home log."""

from __future__ import annotations

from typing import Any

from concordant.facts.fact import SIDES
from concordant.facts.kinds import Kind
from concordant.record import care
from concordant.record import care_reader as reads
from concordant.record.interventions import KNOWN

DATE = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
MOMENT = {"type": "string", "format": "date-time"}
TEXT = {"type": "string", "minLength": 1}
_INTERVENTION = {"enum": sorted(KNOWN)}


def table(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    """A closed table."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def list_of(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    """A list of closed tables."""
    return {"type": "array", "items": table(properties, *required)}


def sections_of_care() -> dict[str, Any]:
    """The sections by key."""
    return {
        "treatments": list_of(_treatment(), "date", "discipline"),
        "assessments": list_of(
            {
                "date": DATE,
                "by": TEXT,
                "conclusions": list_of(
                    {"headache": TEXT, "code": TEXT, "status": {"enum": list(care.CONCLUSIONS)}},
                    "headache",
                    "code",
                    "status",
                ),
                "remark": _text(reads.TEXT),
                "recorded": MOMENT,
            },
            "date",
        ),
        "plans": list_of(_plan(), "date", "headache", "phase", "items"),
        "home": list_of(_home_row(), "date", "intervention", "done"),
    }


def _treatment() -> dict[str, Any]:
    done = {
        "intervention": _INTERVENTION,
        "structure": _text(reads.LINE),
        "side": {"enum": list(SIDES)},
        "dose": _text(reads.LINE),
        "reproduced": {"type": "boolean"},
        "response": {"enum": list(care.RESPONSES)},
        "words": _text(reads.TEXT),
    }
    return {
        "date": DATE,
        "discipline": {"enum": list(reads.DISCIPLINES)},
        "interventions": {"type": "array", "items": TEXT},
        "status": {"enum": list(reads.STATUSES)},
        "minutes": reads.MINUTES.schema(),
        "done": list_of(done, "intervention"),
        "note": table({part: _text(reads.TEXT) for part in ("subjective", "objective", "analysis", "plan")}),
        "recorded": MOMENT,
    }


def _plan() -> dict[str, Any]:
    item = {
        "intervention": _INTERVENTION,
        "dose": _dose(),
        "choice": {"enum": list(care.CHOICES)},
        "reason": _text(reads.TEXT),
        "signed_for": {"type": "array", "items": TEXT},
    }
    limit = reads.TARGET.schema()
    return {
        "date": DATE,
        "by": TEXT,
        "headache": TEXT,
        "phase": {"enum": list(care.PHASES)},
        "profile": {"enum": list(care.PROFILES)},
        "items": list_of(item, "intervention"),
        "left_out": list_of({"intervention": _INTERVENTION, "reason": _text(reads.TEXT)}, "intervention", "reason"),
        "goals": list_of({"says": _text(reads.LINE), "fact": TEXT, "at_most": limit, "at_least": limit}, "says"),
        "visits_per_week": table({one: reads.TIMES.schema() for one in reads.DISCIPLINES}),
        "retest": DATE,
        "remark": _text(reads.TEXT),
        "recorded": MOMENT,
    }


def _dose() -> dict[str, Any]:
    number = reads.AMOUNT.schema()
    ends = {"type": "array", "items": number, "minItems": 2, "maxItems": 2}
    return table(
        {one: {"anyOf": [number, ends]} for one in care.AMOUNTS}
        | dict.fromkeys(care.LIMITS, number)
        | {
            "review_months": {"type": "array", "items": reads.COUNT.schema()},
            "load": _text(reads.LINE),
            "notes": {"type": "array", "items": _text(reads.LINE)},
        }
    )


def _home_row() -> dict[str, Any]:
    count, nrs = reads.COUNT.schema(), reads.NRS.schema()
    return {
        "date": DATE,
        "intervention": _INTERVENTION,
        "done": {"type": "boolean"},
        "sets": count,
        "reps": count,
        "hold_s": reads.AMOUNT.schema(),
        "load": _text(reads.LINE),
        "effort": nrs,
        "pain_before_nrs": nrs,
        "pain_after_nrs": nrs,
        "by": TEXT,
        "recorded": MOMENT,
    }


def _text(kind: Kind) -> dict[str, Any]:
    return kind.schema()
