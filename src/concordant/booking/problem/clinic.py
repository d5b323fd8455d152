"""The clinic's side: clinicians with their hours, rooms, and what already stands in the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from concordant.booking.problem.spans import Discipline, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinician:
    """Somebody who treats."""

    id: str
    discipline: Discipline
    skills: frozenset[str] = frozenset()
    turnover_minutes: int = 0
    """After each visit, with the room."""
    max_minutes_per_day: int
    """Hands-on, without turn-over."""
    shifts: Mapping[date, tuple[Span, ...]]
    off: Mapping[date, tuple[Span, ...]]
    """Breaks, meetings and absences inside the shifts."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room and whom it serves."""

    id: str
    serves: frozenset[Discipline]


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """A visit that stands and is never moved."""

    id: str
    person: str | None
    """None: somebody outside the plan."""
    clinician: str
    room: str
    day: date
    start: int
    """Minutes after midnight."""
    minutes: int
