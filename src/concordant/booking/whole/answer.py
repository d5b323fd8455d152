"""From numbers back to a calendar with rooms, and from a calendar to numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from concordant.booking.places import Board, Calendar, Slot
from concordant.booking.places.rooms import rooms_of_day
from concordant.booking.solution import Placed


def calendar_of(board: Board, placed: Iterable[Placed]) -> Calendar:
    """Where these visits stand; a visit that is not of this board is left out."""
    calendar = Calendar(board)
    for one in placed:
        if one.visit in board.visit_number:
            slot = Slot(board.number_of[one.clinician], board.day_of(one.day), one.start // board.tick)
            calendar.put(board.visit_number[one.visit], slot)
    return calendar


def placed_in(board: Board, calendar: Calendar, liked: Mapping[int, int] = MappingProxyType({})) -> tuple[Placed, ...]:
    """The calendar in the order of the plan, each visit with a room; ``liked``: the room that it had, if it has one."""
    by_day: dict[int, list[int]] = defaultdict(list)
    for visit, slot in enumerate(calendar.at):
        if slot is not None:
            by_day[slot.day].append(visit)
    rooms: dict[int, int] = {}
    for day, visits in by_day.items():
        given = rooms_of_day(board, calendar, day, visits, liked)
        if given is None:
            raise ValueError(f"{board.date_of(day)}: there are not enough rooms for what stands there")
        rooms |= given
    return tuple(
        Placed(
            board.asked[visit].visit.id,
            board.clinicians[slot.clinician].id,
            board.instance.rooms[rooms[visit]].id,
            board.date_of(slot.day),
            slot.start * board.tick,
        )
        for visit, slot in enumerate(calendar.at)
        if slot is not None
    )
