"""A change of plan: somebody is away, or visits were cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from concordant.booking.solution import Placed


class EventKind(StrEnum):
    """What happened."""

    ABSENCE = "absence"
    CANCELLATIONS = "cancellations"


@dataclass(frozen=True, slots=True)
class Absence:
    """A clinician who is away for a part of a day."""

    clinician: str
    day: date
    start: int
    end: int
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What became known, when, and what stood before."""

    instance: str
    kind: EventKind
    known_at: datetime
    """Without a zone: on the clocks of the clinic."""
    notice_minutes: int
    """Nothing is newly put before ``known_at`` and this."""
    off: tuple[Absence, ...]
    cancelled: frozenset[str]
    """Visits that are gone for good; what was their pair stands alone."""
    may_move: bool
    """Whether visits that stand and are not affected may be moved."""
    grace_days: int
    """Affected visits may go so far past their window."""
    previous: tuple[Placed, ...]
    pairs_together: bool = False
    """Whether the other half of a pair may move with the half that is hit: the person is called in any case, and comes
    once instead of twice. Not part of the file format, in which such a move counts as any other."""
