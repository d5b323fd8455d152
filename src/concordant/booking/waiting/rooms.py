"""Rooms for a calendar that has changed: what stands keeps its room, unless a day has none left otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from concordant.booking.bits import stretch
from concordant.booking.desk import in_plan_order
from concordant.booking.places import Board, Calendar
from concordant.booking.places.rooms import rooms_of_day
from concordant.booking.solution import Placed


def with_rooms(
    board: Board, calendar: Calendar, before: Iterable[Placed], *, may_change: bool = True
) -> tuple[Placed, ...] | None:
    """The calendar with rooms; ``before``: the rooms that were given, which ``may_change`` where a day lacks one
    otherwise. None where a day has too few."""
    old = {board.visit_number[one.visit]: one for one in before if one.visit in board.visit_number}
    days: dict[int, list[int]] = {}
    for visit, slot in enumerate(calendar.at):
        if slot is not None:
            days.setdefault(slot.day, []).append(visit)
    placed: dict[str, Placed] = {}
    for day, visits in days.items():
        rooms = _beside(board, calendar, day, visits, old)
        if rooms is None and may_change:
            rooms = rooms_of_day(board, calendar, day, visits)
        if rooms is None:
            return None
        for visit, room in rooms.items():
            one = _placed(board, calendar, visit, room)
            placed[one.visit] = one
    return in_plan_order(board.instance, placed)


def _beside(
    board: Board, calendar: Calendar, day: int, visits: list[int], old: dict[int, Placed]
) -> dict[int, int] | None:
    """Rooms for what is new on a day, all others staying in theirs; None where that way one lacks a room."""
    taken = list(board.booked.rooms[day])
    rooms: dict[int, int] = {}
    new = []
    for visit in visits:
        if visit in old and _placed(board, calendar, visit, board.room_number[old[visit].room]) == old[visit]:
            rooms[visit] = board.room_number[old[visit].room]
            taken[rooms[visit]] |= _ticks(board, calendar, visit)
        else:
            new.append(visit)
    for visit in new:
        busy = _ticks(board, calendar, visit)
        free = [
            room
            for room, serves in enumerate(board.rooms)
            if serves[board.asked[visit].is_rmt] and not taken[room] & busy
        ]
        if not free:
            return None
        # A room that serves one discipline alone first, so that shared ones stay free.
        rooms[visit] = min(free, key=lambda room: sum(board.rooms[room]))
        taken[rooms[visit]] |= busy
    return rooms


def _ticks(board: Board, calendar: Calendar, visit: int) -> int:
    slot = calendar.at[visit]
    assert slot is not None
    return stretch(slot.start, slot.start + board.asked[visit].ticks + board.turnover[slot.clinician])


def _placed(board: Board, calendar: Calendar, visit: int, room: int) -> Placed:
    slot = calendar.at[visit]
    assert slot is not None
    return Placed(
        board.asked[visit].visit.id,
        board.clinicians[slot.clinician].id,
        board.instance.rooms[room].id,
        board.date_of(slot.day),
        slot.start * board.tick,
    )
