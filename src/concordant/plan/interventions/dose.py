"""How much of a treatment: a proposal to the clinician, who may change every part of it.

Numbers are those of the reference; the intervention says of each source how it is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from concordant.record.care import DoseValue


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or a range with both ends included."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"no amount from {self.low} to {self.high}")

    def __str__(self) -> str:
        return f"{self.low:g}" if self.low == self.high else f"{self.low:g} to {self.high:g}"


def of(low: float, high: float | None = None) -> Amount:
    """``of(10)`` or ``of(5, 10)``."""
    return Amount(low, low if high is None else high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """Every part that is None is not given by the reference."""

    sets: Amount | None = None
    reps: Amount | None = None
    """Repetitions of a set."""
    hold_s: Amount | None = None
    duration_s: Amount | None = None
    """Of one set, in seconds."""
    minutes: Amount | None = None
    """Of one session or item."""
    per_day: Amount | None = None
    per_week: Amount | None = None
    weeks: Amount | None = None
    sessions: Amount | None = None
    """Of the whole course."""
    sessions_max: int | None = None
    """The most of one course: once they were surely given it ends, whatever came of it."""
    supervised_per_week: Amount | None = None
    thrusts: Amount | None = None
    """Of one session."""
    needles: Amount | None = None
    """Of one session."""
    every_minutes: Amount | None = None
    break_s: Amount | None = None
    highest_pain_nrs: float | None = None
    """The highest pain allowed meanwhile, 0 to 10."""
    highest_rise_nrs: float | None = None
    """How far pain may rise above rest meanwhile, points of 10."""
    review_days: Amount | None = None
    review_weeks: Amount | None = None
    review_months: tuple[int, ...] = ()
    load: str = ""
    notes: tuple[str, ...] = ()
    """What else the reference says of how it is done."""


def plain_dose(dose: Dose) -> Mapping[str, DoseValue]:
    """A dose in the words of the case file, without the parts that the reference does not give."""
    found: dict[str, DoseValue] = {}
    for each in fields(dose):
        value = getattr(dose, each.name)
        if isinstance(value, Amount):
            found[each.name] = value.low if value.low == value.high else (value.low, value.high)
        elif value not in (None, "", ()):
            found[each.name] = value
    return found
