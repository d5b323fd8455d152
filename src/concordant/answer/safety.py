"""The safety part of the answer: open flags strongest first, what each technique may, and what was not asked."""

from __future__ import annotations

from typing import Any

from concordant.facts import DICTIONARY, UNKNOWN, Value
from concordant.safety import FlagReading, InjuryReading, Safety
from concordant.safety.matrix import TechniqueReading
from concordant.safety.results import facts_of_injury


def safety(found: Safety) -> dict[str, Any]:
    """The safety part: open flags strongest first, and what was not asked."""
    return {
        "manual_therapy": found.manual_therapy,
        "flags": [_flag(one) for one in found.open],
        "forbids": list(found.forbids),
        "cleared": [one.flag.id for one in found.flags if one.cleared],
        "not_screened": list(found.not_screened),
        "not_known": list(found.not_known),
        "techniques": {name: _technique(one) for name, one in found.techniques.items()},
        "injuries": [_injury(one) for one in found.injuries],
        "facts": {name: written(name, value) for name, value in found.facts.items()},
    }


def _flag(one: FlagReading) -> dict[str, Any]:
    assert one.action is not None
    return {
        "id": one.flag.id,
        "name": one.flag.name,
        "action": one.action.value,
        "do": one.do,
        "by": one.by.isoformat() if one.by else None,
        "until": one.until,
        "because": list(one.because),
        "forbids": list(one.forbids),
        "source": one.flag.source,
        "disputed": one.disputed,
    }


def written(name: str, value: Value) -> Any:
    """As a case file would write it; null for what is not known."""
    return None if value is UNKNOWN else DICTIONARY[name].kind.write(value)


def _technique(one: TechniqueReading) -> dict[str, Any]:
    return {"letter": one.letter.value, "because": list(one.because), "limit": one.limit, "until": one.until}


def _injury(one: InjuryReading) -> dict[str, Any]:
    return {
        "injury": one.injury,
        **{name: str(value) for name, value in facts_of_injury(one).items()},
        "result": one.result.value,
        "step": one.step,
        "notes": list(one.notes),
        "ask": list(one.ask),
        "due": one.is_due,
    }
