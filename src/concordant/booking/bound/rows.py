"""The rules of booking as rows of a linear program: variables between 0 and 1, rows with a lowest and a highest sum.

That massage comes before physiotherapy on one day (H9, H12) is left out: half of all entries would be for it, and the
bound of the shared instances is the same without. What is left out can only make a bound weaker, never wrong.

Variables: each place, then each stretch (this visit on this day), then for each visit that it has no place.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix

from concordant.booking.bound.columns import Columns, Ints
from concordant.booking.places.board import Board

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Program:
    """Smallest cost, with ``low <= matrix x <= high`` and every variable between 0 and 1."""

    matrix: csc_matrix
    low: Floats
    high: Floats
    cost: Floats


def program_of(board: Board, columns: Columns) -> Program:
    """Count the visits without a place (T2); pairs, leads and wishes have no say."""
    rows = _Rows(board, columns)
    rows.visits()
    rows.clinicians()
    rows.rooms()
    rows.daily_limits()
    for person in range(len(board.people)):
        rows.person(person)
    return rows.program()


class _Rows:
    def __init__(self, board: Board, columns: Columns) -> None:
        self.board = board
        self.columns = columns
        self.first_stretch = columns.places
        self.first_none = columns.places + len(columns.stretch_visit)
        self.variables = self.first_none + len(board.asked)
        self._row: list[Ints] = []
        self._column: list[Ints] = []
        self._value: list[Floats] = []
        self._low: list[Floats] = []
        self._high: list[Floats] = []
        self._count = 0

    def program(self) -> Program:
        """All rows together."""
        shape = self._count, self.variables
        entries = np.concatenate(self._value), (np.concatenate(self._row), np.concatenate(self._column))
        cost = np.zeros(self.variables)
        cost[self.first_none :] = 1
        return Program(csc_matrix(entries, shape=shape), np.concatenate(self._low), np.concatenate(self._high), cost)

    def _block(self, row: Ints, column: Ints, value: Floats | float, low: Floats, high: Floats) -> None:
        """``row`` counts from 0 within the block."""
        self._row.append(row + self._count)
        self._column.append(column)
        self._value.append(np.full(len(row), value) if isinstance(value, float) else value)
        self._low.append(low)
        self._high.append(high)
        self._count += len(high)

    def _at_most(self, variables: Sequence[int] | Ints, most: float) -> None:
        column = np.asarray(variables, dtype=np.int64)
        self._block(np.zeros(len(column), np.int64), column, 1.0, np.array([-math.inf]), np.array([float(most)]))

    # --- what is shared --------------------------------------------------------------------------------------

    def visits(self) -> None:
        """H1: a stretch is the sum of its places; stretches and no place at all make one."""
        of = self.columns
        number = len(of.stretch_visit)
        every = np.arange(number)
        row = np.concatenate([of.stretch, every])
        column = np.concatenate([np.arange(of.places), self.first_stretch + every])
        value = np.concatenate([np.ones(of.places), -np.ones(number)])
        self._block(row, column, value, np.zeros(number), np.zeros(number))
        visits = len(self.board.asked)
        row = np.concatenate([of.stretch_visit, np.arange(visits)])
        column = np.concatenate([self.first_stretch + every, self.first_none + np.arange(visits)])
        self._block(row, column, 1.0, np.ones(visits), np.ones(visits))

    def _covered(self, places: Ints) -> tuple[Ints, Ints]:
        """Each of these places once for every tick that it takes: the place and the tick."""
        of = self.columns
        length = of.end[places] - of.start[places]
        place = np.repeat(places, length)
        offset = np.arange(len(place)) - np.repeat(np.cumsum(length) - length, length)
        return place, of.start[place] + offset

    def _capacity(self, cell: Ints, place: Ints, capacity: Floats) -> None:
        """One row for each cell that more visits want than it holds."""
        cells, row = np.unique(cell, return_inverse=True)
        visits = len(self.board.asked)
        wanted = np.bincount(np.unique(row * visits + self.columns.visit[place]) // visits, minlength=len(cells))
        short = wanted > capacity[cells]
        number = np.cumsum(short) - 1
        keep = short[row]
        self._block(number[row[keep]], place[keep], 1.0, np.full(short.sum(), -math.inf), capacity[cells[short]])

    def clinicians(self) -> None:
        """H5: one at a time. Whatever overlaps shares the start of the later one, so ticks where nothing starts say
        nothing more."""
        of, board = self.columns, self.board
        place, tick = self._covered(np.arange(of.places))
        cell = (of.clinician[place] * board.days + of.day[place]) * board.ticks_a_day + tick
        starts = np.unique((of.clinician * board.days + of.day) * board.ticks_a_day + of.start)
        keep = np.isin(cell, starts)
        size = len(board.clinicians) * board.days * board.ticks_a_day
        self._capacity(cell[keep], place[keep], np.ones(size))

    def rooms(self) -> None:
        """H6 and H7 as counts, where there are fewer rooms than clinicians."""
        of, board = self.columns, self.board
        for kinds, heads, _rooms in board.scarce:
            serving = [room for room, serves in enumerate(board.rooms) if any(serves[kind] for kind in kinds)]
            place, tick = self._covered(np.flatnonzero(np.isin(of.clinician, heads)))
            left = np.array(
                [
                    sum(not board.booked.rooms[day][room] >> at & 1 for room in serving)
                    for day in range(board.days)
                    for at in range(board.ticks_a_day)
                ],
                dtype=float,
            )
            self._capacity(of.day[place] * board.ticks_a_day + tick, place, left)

    def daily_limits(self) -> None:
        """H14, where the limit can bind."""
        of, board = self.columns, self.board
        ticks = np.array([one.ticks for one in board.asked], dtype=float)[of.visit]
        cell = of.clinician * board.days + of.day
        most = (np.array(board.most)[:, None] - np.array(board.booked.ticks).reshape(-1, board.days)).clip(0).ravel()
        cells, row = np.unique(cell, return_inverse=True)
        latest = np.zeros(len(cells))
        earliest = np.full(len(cells), float(board.ticks_a_day))
        np.maximum.at(latest, row, of.end)
        np.minimum.at(earliest, row, of.start)
        tight = latest - earliest > most[cells]
        number = np.cumsum(tight) - 1
        keep = tight[row]
        self._block(
            number[row[keep]], np.flatnonzero(keep), ticks[keep], np.full(tight.sum(), -math.inf),
            most[cells[tight]].astype(float),
        )  # fmt: skip

    # --- one person ------------------------------------------------------------------------------------------

    def person(self, person: int) -> None:
        """H10, H11, H13, H15 and H16."""
        board = self.board
        visits = [visit for visit in board.of_person[person] if board.places[visit]]
        for is_rmt in (False, True):
            mine = [visit for visit in visits if board.asked[visit].is_rmt == is_rmt]
            if mine:
                self._in_order(person, mine)
                self._covers(person, mine, is_rmt=is_rmt)
        initial = board.initial_of[person]
        if initial is not None:
            for visit in visits:
                if visit != initial:
                    self._block(
                        np.zeros(2, np.int64),
                        np.array([self.first_none + initial, self.first_none + visit]),
                        np.array([1.0, -1.0]),
                        np.array([-math.inf]),
                        np.zeros(1),
                    )
                    self._apart(initial, visit, 1)
        for pair in board.pairs_of[person]:
            if pair.must:
                self._only_with_physio(pair.rmt, pair.physio, pair.loose)

    def _on(self, visit: int, days: Iterable[int]) -> list[int]:
        here = self.columns.stretches[visit]
        return [self.first_stretch + here[day] for day in days]

    def _in_order(self, person: int, mine: list[int]) -> None:
        discipline = self.board.asked[mine[0]].visit.discipline
        gap = max(1, self.board.people[person].min_days.get(discipline, 1))
        for at, earlier in enumerate(mine):
            for later in mine[at + 1 :]:
                self._apart(earlier, later, gap)

    def _apart(self, earlier: int, later: int, gap: int) -> None:
        """The later in the plan at least so many days after the earlier."""
        first, second = self.columns.stretches[earlier], self.columns.stretches[later]
        if not first or not second or min(second) - max(first) >= gap:
            return
        for day in sorted(second):
            late = [on for on in first if on > day - gap]
            if late:
                soon = [on for on in second if on <= day]
                self._at_most([*self._on(earlier, late), *self._on(later, soon)], 1)

    def _covers(self, person: int, mine: list[int], *, is_rmt: bool) -> None:
        for first, last, left, kind in self.board.covers[person]:
            if kind == is_rmt:
                inside = [
                    (visit, day) for visit in mine for day in self.columns.stretches[visit] if first <= day <= last
                ]
                if len({visit for visit, _ in inside}) > left:
                    # More may stand than is paid for: that forbids all further visits, and no more than that.
                    self._at_most([self._on(visit, [day])[0] for visit, day in inside], max(left, 0))

    def _only_with_physio(self, rmt: int, physio: int, loose: int) -> None:
        """H16: on each day no more of the massage than of physiotherapy that follows it in time."""
        board, of = self.board, self.columns
        ticks = board.asked[rmt].ticks
        for day, stretch in of.stretches[rmt].items():
            mine = np.arange(of.bounds[stretch], of.bounds[stretch + 1])
            other = of.stretches[physio].get(day)
            theirs = np.arange(of.bounds[other], of.bounds[other + 1]) if other is not None else np.array([], np.int64)
            for start in np.unique(of.start[mine]):
                follows = theirs[(of.start[theirs] >= start + ticks) & (of.start[theirs] <= start + ticks + loose)]
                at = mine[of.start[mine] == start]
                column = np.concatenate([at, follows])
                value = np.concatenate([np.ones(len(at)), -np.ones(len(follows))])
                self._block(np.zeros(len(column), np.int64), column, value, np.array([-math.inf]), np.zeros(1))
