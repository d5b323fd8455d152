"""Places that are left when nothing may be newly put before a moment."""

from __future__ import annotations

from datetime import datetime

from concordant.booking.bits import stretch
from concordant.booking.places import Board, Place
from concordant.booking.problem import Instance


def board_from(instance: Instance, floor: datetime) -> Board:
    """A board whose places all start at the moment or later."""
    board = Board(instance)
    first = board.day_of(floor.date())
    begins = -(-(floor.hour * 60 + floor.minute) // board.tick)
    early = stretch(0, begins)
    board.places = tuple(
        tuple(
            Place(who, day, left)
            for who, day, starts in places
            if day >= first and (left := starts & ~early if day == first else starts)
        )
        for places in board.places
    )
    return board
