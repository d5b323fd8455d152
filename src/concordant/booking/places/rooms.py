"""Giving rooms for one day. A new room is no move (booking M3), so rooms are given afresh whenever a day changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ortools.sat.python import cp_model

from concordant.booking.bits import stretch
from concordant.booking.places.board import Board
from concordant.booking.places.calendar import Calendar
from concordant.booking.solver import solver_of

MOST_STEPS = 2_000
"""Of the quick search for one day; what is not found by then is left to the solver."""
EXACTLY = 2.0
"""Work of the solver for one day; a day that is not solved by then counts as impossible."""


def rooms_of_day(
    board: Board,
    calendar: Calendar,
    day: int,
    visits: Sequence[int],
    liked: Mapping[int, int] = MappingProxyType({}),
) -> dict[int, int] | None:
    """A room for each visit of the day, by number, so that none holds two at a time (H6, H7); None if there is none.

    The order of starts makes it a sweep; the room that serves fewest disciplines and is left with the least idle time
    comes first, so that a way back is rarely needed; before it the room that a visit is ``liked`` to keep.
    """
    slots = {visit: calendar.at[visit] for visit in visits}
    order = sorted(
        (slot.start, slot.start + board.asked[visit].ticks + board.turnover[slot.clinician], visit)
        for visit, slot in slots.items()
        if slot is not None
    )
    taken = list(board.booked.rooms[day])
    chosen: dict[int, int] = {}
    steps = 0
    fond = set(liked.values())

    def choices(start: int, end: int, own: int | None, *, is_rmt: bool) -> list[int]:
        mask = stretch(start, end)
        seen: set[tuple[int, tuple[bool, bool], bool, bool]] = set()
        found = []
        for room, serves in enumerate(board.rooms):
            if serves[is_rmt] and not taken[room] & mask:
                # Rooms that are alike from here on are one choice, but for the one that the visit likes.
                alike = (taken[room] >> start, serves, room in fond, room == own)
                if alike not in seen:
                    seen.add(alike)
                    found.append(room)
        return sorted(found, key=lambda room: (sum(board.rooms[room]), -(taken[room] & (mask - 1)).bit_length()))

    def give(at: int) -> bool:
        nonlocal steps
        if at == len(order):
            return True
        steps += 1
        if steps > MOST_STEPS:
            return False
        start, end, visit = order[at]
        found = choices(start, end, liked.get(visit), is_rmt=board.asked[visit].is_rmt)
        for room in sorted(found, key=lambda room: room != liked.get(visit)):
            taken[room] |= stretch(start, end)
            if give(at + 1):
                chosen[visit] = room
                return True
            taken[room] &= ~stretch(start, end)
        return False

    if give(0):
        return chosen
    return None if steps <= MOST_STEPS else _exactly(board, day, order)


def _exactly(board: Board, day: int, order: Sequence[tuple[int, int, int]]) -> dict[int, int] | None:
    """The same by constraints: a room for each, and one visit at a time in each room."""
    model = cp_model.CpModel()
    choices: dict[int, dict[int, cp_model.IntVar]] = {}
    for start, end, visit in order:
        mask, is_rmt = stretch(start, end), board.asked[visit].is_rmt
        choices[visit] = {
            room: model.new_bool_var("")
            for room, serves in enumerate(board.rooms)
            if serves[is_rmt] and not board.booked.rooms[day][room] & mask
        }
        model.add_exactly_one(choices[visit].values())
    for moment in sorted({start for start, _, _ in order}):
        there = [visit for start, end, visit in order if start <= moment < end]
        for room in range(len(board.rooms)):
            model.add_at_most_one(choices[visit][room] for visit in there if room in choices[visit])
    solver = solver_of(work=EXACTLY)
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return {
        visit: next(room for room, var in rooms.items() if solver.boolean_value(var))
        for visit, rooms in choices.items()
    }
