"""A dose as a person reads it: in one line, sets x repetitions x seconds, how often; and what to keep to meanwhile."""

from __future__ import annotations

from concordant.plan.interventions.dose import Dose, plain_dose
from concordant.record.dose_line import dose_line

_HIGHEST_NRS = 10
HOW_MUCH = ("sets", "reps", "hold_s", "duration_s", "minutes", "every_minutes", "per_day", "per_week")
"""What a person has to know to begin; the rest is told in sentences."""


def in_one_line(dose: Dose) -> str:
    """``1 set × 10 times × 10 seconds, 2 times a day``; empty where the dose gives none of it."""
    plain = plain_dose(dose)
    return dose_line({part: plain[part] for part in HOW_MUCH if part in plain})


def while_doing(dose: Dose) -> tuple[str, ...]:
    """Load and pain, as sentences."""
    found = []
    if dose.load:
        found.append(f"How hard: {dose.load}.")
    if dose.highest_pain_nrs is not None:
        most = f"no more than {dose.highest_pain_nrs:g} of {_HIGHEST_NRS}"
        found.append(f"Pain while you do it: {most if dose.highest_pain_nrs else 'none'}.")
    if dose.highest_rise_nrs is not None:
        found.append(f"Pain may go up by {dose.highest_rise_nrs:g} of {_HIGHEST_NRS} points, no more.")
    return tuple(found)
