"""Hours that visits without a place wait for: whoever may as well come at another hour should leave them free."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable

from concordant.booking.bits import each
from concordant.booking.places.board import Board
from concordant.booking.places.numbers import Slot

MOST = 8
"""The cost of the hour that is wanted most; less than one point of any tier."""
MOST_WAITING = 400
"""Of more, evenly chosen ones stand for all."""
STEEP = 4 * MOST
"""Cost for each waiting visit whose whole hope lies there."""


class Pressure:
    """What a place costs because of those who wait. Each waiting visit spreads one over all its places."""

    def __init__(self, board: Board, waiting: Iterable[int]) -> None:
        self._board = board
        load: dict[tuple[int, int], list[float]] = defaultdict(lambda: [0.0] * (board.ticks_a_day + 1))
        some = list(waiting)
        for visit in some[:: len(some) // MOST_WAITING + 1]:
            ticks = board.asked[visit].ticks
            share = 1 / sum(place.starts.bit_count() for place in board.places[visit])
            for who, day, starts in board.places[visit]:
                cell = load[who, day]
                for start in each(starts):
                    cell[start] += share
                    cell[min(start + ticks, board.ticks_a_day)] -= share
        self._width = board.ticks_a_day + 2
        self._sums = array("d", bytes(8 * len(board.clinicians) * board.days * self._width))
        """Clinician by clinician, day by day: one stretch of numbers is soon sent to another process."""
        for (who, day), cell in load.items():
            at = self._at(who, day)
            self._sums[at : at + self._width] = _summed_twice(cell)

    def _at(self, who: int, day: int) -> int:
        return (who * self._board.days + day) * self._width

    def __call__(self, visit: int, slot: Slot) -> int:
        """The mean over the visit's ticks, as a whole number from 0."""
        ticks = self._board.asked[visit].ticks
        first = self._at(slot.clinician, slot.day) + slot.start
        return min(MOST, int((self._sums[first + ticks] - self._sums[first]) / ticks * STEEP))


def _summed_twice(steps: list[float]) -> array[float]:
    """From changes to heights, from heights to what lies below each tick."""
    sums, height = array("d", [0.0]), 0.0
    for step in steps:
        height += step
        sums.append(sums[-1] + height)
    return sums
