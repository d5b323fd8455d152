"""The day of the accident: the clock of a claim starts on it, so it is checked before anything is counted."""

from __future__ import annotations

from datetime import date

from concordant.facts.coverage.claim import claim_accident_date


class AccidentDateError(ValueError):
    """A day that cannot be; the message names the field, the value and what is allowed."""


def accident_problem(accident: date, *, as_of: date, first_visit: date | None) -> str:
    """What is wrong with the day of the accident; empty where nothing is (operations 1.6)."""
    last = min(as_of, first_visit) if first_visit is not None else as_of
    if accident <= last:
        return ""
    why = "in the future" if accident > as_of else "after the first visit"
    return f"{claim_accident_date.name} = {accident} is {why}; allowed: up to {last}"


def checked_accident(accident: date, *, as_of: date, first_visit: date | None) -> date:
    """The same day. Raises AccidentDateError."""
    problem = accident_problem(accident, as_of=as_of, first_visit=first_visit)
    if problem:
        raise AccidentDateError(problem)
    return accident
