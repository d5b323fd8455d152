"""What bookings take before the first visit is placed. They never move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from concordant.booking.bits import stretch
from concordant.booking.places.numbers import Held
from concordant.booking.problem import Instance


@dataclass(frozen=True, slots=True)
class Booked:
    """By clinician, room and person, for each day of the instance."""

    taken: list[list[int]]
    """Clinician -> day -> ticks taken, turn-over included."""
    ticks: list[list[int]]
    """Clinician -> day -> hands-on ticks."""
    rooms: list[list[int]]
    """Day -> room -> ticks taken, turn-over included."""
    held: tuple[tuple[Held, ...], ...]
    """Person -> their bookings, also those outside the days of the instance."""


def booked_in(instance: Instance, tick: int, is_rmt: Sequence[bool], turnover: Sequence[int]) -> Booked:
    """``tick``: minutes. ``is_rmt`` and ``turnover`` (in ticks): of each clinician, by number."""
    days = (instance.last_day - instance.first_day).days + 1
    clinician = {one.id: number for number, one in enumerate(instance.clinicians)}
    room = {one.id: number for number, one in enumerate(instance.rooms)}
    person = {one.id: number for number, one in enumerate(instance.people)}
    taken = [[0] * days for _ in instance.clinicians]
    ticks = [[0] * days for _ in instance.clinicians]
    rooms = [[0] * len(instance.rooms) for _ in range(days)]
    held: list[list[Held]] = [[] for _ in instance.people]
    for one in instance.bookings:
        who, day = clinician[one.clinician], (one.day - instance.first_day).days
        start, end = one.start // tick, (one.start + one.minutes) // tick
        if 0 <= day < days:
            busy = stretch(start, end + turnover[who])
            taken[who][day] |= busy
            ticks[who][day] += end - start
            rooms[day][room[one.room]] |= busy
        if one.person in person:
            held[person[one.person]].append(Held(is_rmt[who], day, start, end))
    return Booked(taken, ticks, rooms, tuple(map(tuple, held)))
