"""A dose as a person reads it: in one line, sets x repetitions x seconds, how often; and what to keep to meanwhile."""

from __future__ import annotations

from concordant.language import figure, said
from concordant.plan.interventions.dose import Dose, plain_dose
from concordant.record.dose_line import dose_line

_HIGHEST_NRS = 10
HOW_MUCH = ("sets", "reps", "hold_s", "duration_s", "minutes", "every_minutes", "per_day", "per_week")
"""What a person has to know to begin; the rest is told in sentences."""
HOW_HARD = "How hard: {load}."
PAIN = "Pain while you do it: no more than {most} of {highest}."
NO_PAIN = "Pain while you do it: none."
RISE = "Pain may go up by {points} of {highest} points, no more."


def in_one_line(dose: Dose) -> str:
    """``1 set × 10 times × 10 seconds, 2 times a day``; empty where the dose gives none of it."""
    plain = plain_dose(dose)
    return dose_line({part: plain[part] for part in HOW_MUCH if part in plain})


def while_doing(dose: Dose) -> tuple[str, ...]:
    """Load and pain, as sentences."""
    found = []
    if dose.load:
        found.append(said(HOW_HARD, load=said(dose.load)))
    if dose.highest_pain_nrs is not None:
        most = figure(f"{dose.highest_pain_nrs:g}")
        found.append(said(PAIN, most=most, highest=_HIGHEST_NRS) if dose.highest_pain_nrs else said(NO_PAIN))
    if dose.highest_rise_nrs is not None:
        found.append(said(RISE, points=figure(f"{dose.highest_rise_nrs:g}"), highest=_HIGHEST_NRS))
    return tuple(found)
