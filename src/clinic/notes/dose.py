"""How much of a signed dose belongs to one visit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from concordant.record.care import DoseValue
from concordant.record.dose_line import dose_line

IN_A_SESSION = ("sets", "reps", "hold_s", "duration_s", "thrusts", "needles", "load", "minutes")
HOW_OFTEN = ("per_day", "per_week")


def in_a_session(dose: Mapping[str, DoseValue]) -> str:
    """Without how often and for how long the course runs: that is the plan's, and no part of one visit."""
    return _line(dose, IN_A_SESSION)


def in_full(dose: Mapping[str, DoseValue]) -> str:
    """Session and frequency."""
    return _line(dose, (*IN_A_SESSION, *HOW_OFTEN))


def _line(dose: Mapping[str, DoseValue], parts: Iterable[str]) -> str:
    notes = dose.get("notes")
    told = [str(one) for one in notes] if isinstance(notes, tuple) else []
    line = dose_line({part: dose[part] for part in parts if part in dose})
    return ", ".join(filter(None, (line, *told)))
