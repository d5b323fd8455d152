"""A dose as a person reads it: in one line, sets x repetitions x seconds, how often; and what to keep to meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.plan.interventions.dose import Amount, Dose

TIMES = "\u00d7"
_ONCE = Amount(1, 1)
_HIGHEST_NRS = 10


def in_one_line(dose: Dose) -> str:
    """``1 set × 10 times × 10 s, 2 times a day``; empty where the dose gives none of it."""
    much = f" {TIMES} ".join(_much(dose))
    return ", ".join(part for part in (much, *_often(dose)) if part)


def _much(dose: Dose) -> Iterator[str]:
    if dose.sets:
        yield f"{dose.sets} {'set' if dose.sets == _ONCE else 'sets'}"
    if dose.reps:
        yield _times(dose.reps)
    if dose.hold_s:
        yield f"{dose.hold_s} s"
    if dose.duration_s:
        yield f"{dose.duration_s} s"
    if dose.minutes:
        yield f"{dose.minutes} {'minute' if dose.minutes == _ONCE else 'minutes'}"


def _often(dose: Dose) -> Iterator[str]:
    if dose.every_minutes:
        yield f"every {dose.every_minutes} minutes"
    if dose.per_day:
        yield f"{_times(dose.per_day)} a day"
    if dose.per_week:
        yield f"{_times(dose.per_week)} a week"


def _times(amount: Amount) -> str:
    return "once" if amount == _ONCE else f"{amount} times"


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
