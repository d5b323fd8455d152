"""What an instance is made of, in whole numbers instead of ids, dates and minutes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from concordant.booking.problem import Instance, Visit
from concordant.booking.problem.spans import MINUTES_A_DAY


class Place(NamedTuple):
    """A clinician and a day with all starts that are possible there, a bit for each tick."""

    clinician: int
    day: int
    starts: int


class Slot(NamedTuple):
    """Where a visit stands: numbers of the clinician and the day, and the tick of the start."""

    clinician: int
    day: int
    start: int


@dataclass(frozen=True, slots=True)
class Paired:
    """A pair by the numbers of its visits, gaps in ticks."""

    rmt: int
    physio: int
    tight: int
    loose: int
    must: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One visit to be placed, by numbers. ``rank``: its place among the visits of its person."""

    visit: Visit
    person: int
    rank: int
    is_rmt: bool
    is_initial: bool
    ticks: int
    urgent_by: int | None
    """A day, counted from the first; may lie before it."""


@dataclass(frozen=True, slots=True)
class Held:
    """A booking of a person of the plan: it never moves, and their visits keep clear of it."""

    is_rmt: bool
    day: int
    start: int
    end: int


class Covered(NamedTuple):
    """Days between which a payer pays for so many more visits of one discipline, bookings already taken off."""

    first: int
    last: int
    left: int
    """Below 0 where bookings are more than are paid for."""
    is_rmt: bool


def tick_of(instance: Instance) -> int:
    """Minutes of a tick: the longest stretch of which everything in the instance is a whole multiple."""
    minutes = {instance.grid_minutes, MINUTES_A_DAY}
    minutes |= {visit.minutes for person in instance.people for visit in person.visits}
    for who in instance.clinicians:
        minutes |= {who.turnover_minutes, who.max_minutes_per_day}
        minutes |= {edge for spans in (*who.shifts.values(), *who.off.values()) for span in spans for edge in span}
    for person in instance.people:
        free = (*person.available.values(), *person.unavailable.values(), *person.prefers.values())
        minutes |= {edge for spans in free for span in spans for edge in span}
        minutes |= {gap for pair in person.pairs for gap in (pair.tight_max, pair.loose_max)}
    for booking in instance.bookings:
        minutes |= {booking.start, booking.minutes}
    return math.gcd(*minutes)
