"""Boards with fewer places: with the leads alone, and without places that turned out to have no room."""

from __future__ import annotations

from copy import copy

from concordant.booking.places import Board, Calendar, Place
from concordant.booking.places.rooms import rooms_of_day
from concordant.booking.series.costs import Leads


def count_of(board: Board) -> int:
    """All starts of all visits."""
    return sum(place.starts.bit_count() for places in board.places for place in places)


def with_leads_only(board: Board, leads: Leads) -> Board:
    """Places with the lead of the discipline."""
    found = copy(board)
    found.places = tuple(
        tuple(place for place in places if place.clinician == leads[one.is_rmt])
        for one, places in zip(board.asked, board.places, strict=True)
    )
    return found


def cut_where_no_room_is(board: Board, calendar: Calendar) -> bool:
    """Where two visits of a day would share the only room, the massage loses that start on this board; whether any did.

    The model counts rooms. Here nobody else may change rooms, so that the count can be right and no room be free.
    """
    days: dict[int, list[int]] = {}
    for visit, slot in enumerate(calendar.at):
        if slot is not None:
            days.setdefault(slot.day, []).append(visit)
    lacking = [visits for day, visits in days.items() if rooms_of_day(board, calendar, day, visits) is None]
    for visits in lacking:
        _cut(board, calendar, max(visits, key=lambda visit: board.asked[visit].is_rmt))
    return bool(lacking)


def _cut(board: Board, calendar: Calendar, visit: int) -> None:
    slot = calendar.at[visit]
    assert slot is not None
    left = (
        Place(who, day, starts & ~(1 << slot.start))
        if (who, day) == (slot.clinician, slot.day)
        else Place(who, day, starts)
        for who, day, starts in board.places[visit]
    )
    places = list(board.places)
    places[visit] = tuple(place for place in left if place.starts)
    board.places = tuple(places)
