"""Every place of every visit as columns: one variable of the relaxation each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from concordant.booking.bits import each
from concordant.booking.places.board import Board

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Columns:
    """Places in the order visit, day, clinician, start; a stretch is all places of one visit on one day."""

    visit: Ints
    clinician: Ints
    day: Ints
    start: Ints
    end: Ints
    """Ticks, turn-over included."""
    stretch: Ints
    """Of each place, the number of its stretch."""
    bounds: Ints
    """Of each stretch its first place, and at the end the number of places."""
    stretches: tuple[dict[int, int], ...]
    """Visit -> day -> stretch."""
    stretch_visit: Ints

    @property
    def places(self) -> int:
        """How many."""
        return len(self.visit)


def columns_of(board: Board) -> Columns:
    """Read them off the board."""
    rows: list[tuple[int, int, int, int, int, int]] = []
    bounds: list[int] = []
    owners: list[int] = []
    stretches: list[dict[int, int]] = []
    for visit, places in enumerate(board.places):
        here: dict[int, int] = {}
        ticks = board.asked[visit].ticks
        for place in places:
            if place.day not in here:
                here[place.day] = len(bounds)
                bounds.append(len(rows))
                owners.append(visit)
            length = ticks + board.turnover[place.clinician]
            rows.extend(
                (visit, place.clinician, place.day, start, start + length, here[place.day])
                for start in each(place.starts)
            )
        stretches.append(here)
    table = np.array(rows, dtype=np.int64).reshape(-1, 6)
    visit_, clinician, day, start, end, stretch = (np.ascontiguousarray(table[:, at]) for at in range(6))
    return Columns(
        visit_, clinician, day, start, end, stretch,
        np.array([*bounds, len(rows)], dtype=np.int64), tuple(stretches), np.array(owners, dtype=np.int64),
    )  # fmt: skip
