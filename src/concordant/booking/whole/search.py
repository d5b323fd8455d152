"""The search: two parts of the calendar at a time, each taken where the calendar as a whole does not become worse.

Rounds do not look at the clock, so that the same seed finds the same calendars in the same order; a faster machine only
gets further in the same time.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass

from concordant.booking.model import Better, solve
from concordant.booking.model.costs import TierCosts
from concordant.booking.model.weights import Weights
from concordant.booking.places import Board, Calendar, Slot
from concordant.booking.places.rooms import rooms_of_day
from concordant.booking.places.worth import Worth, worth_of
from concordant.booking.whole.choosing import Chooser
from concordant.booking.whole.pressure import Pressure

AT_ONCE = 2
"""Parts of one round."""
WORK = 0.3
"""Of one part, in the solver's own count, of which a second of a slow core makes about one."""
SECONDS = 8.0
"""Of one part by the clock: a stop for machines that hang, far beyond what ``WORK`` lets it take."""
PRESSURE_EVERY = 10
"""Rounds."""
COUNTING = Weights(400_000, 20_000, 2_000, 0, 0, 0)
"""Only T1 and T2: these are proven soonest."""
PLACING = Weights(400_000, 20_000, 2_000, 100, 20, 0)
"""One visit more outweighs anything that a part can lose below it, in practice; the calendar is compared in order."""
WISHING = Weights(400_000, 20_000, 2_000, 100, 20, 10)
WISHES_EVERY = 3
"""One part of so many looks at wished times too."""


@dataclass
class Search:
    """Keeps the best calendar. ``worse`` says of two worths whether the first may not take the place of the second."""

    board: Board
    calendar: Calendar
    chance: random.Random
    rank: Callable[[Worth], tuple[int, ...]] = tuple
    lead_weight: int = PLACING.off_lead
    rounds: int = 0
    _pressure: Pressure | None = None

    def __post_init__(self) -> None:
        self.worth = worth_of(self.board, self.calendar.at.__getitem__, range(len(self.board.people)))

    def round(self, executor: Executor) -> bool:
        """Free, solve and take. True where the calendar became better."""
        chooser = Chooser(self.board, self.calendar, self.chance)
        if self.rounds % PRESSURE_EVERY == 0:
            self._pressure = Pressure(self.board, chooser.waiting)
        self.rounds += 1
        parts = [free for free in (chooser.choose() for _ in range(AT_ONCE)) if free]
        jobs = [executor.submit(self._solved, free, self.chance.randrange(1 << 30)) for free in parts]
        before = self.worth
        self._take(jobs)
        return self.rank(self.worth) < self.rank(before)

    def everything(self, weights: Weights, *, seed: int, seconds: float) -> None:
        """All visits in one part, for a problem that is small enough to be proven."""
        costs = TierCosts(self.board, self.calendar, weights, lead_weight=min(weights.off_lead, self.lead_weight))
        free = range(len(self.board.asked))
        found = solve(self.board, self.calendar, free, costs, seed=seed, work=seconds, seconds=seconds)
        if found is not None:
            self.taken({visit: slot for visit, slot in found.slots.items() if slot != self.calendar.at[visit]})

    def _solved(self, free: list[int], seed: int) -> Better | None:
        weights = WISHING if seed % WISHES_EVERY == 0 else PLACING
        costs = TierCosts(self.board, self.calendar, weights, lead_weight=self.lead_weight)
        return solve(
            self.board, self.calendar, free, costs, seed=seed, work=WORK, seconds=SECONDS, nudge=self._pressure
        )

    def _take(self, jobs: list[Future[Better | None]]) -> None:
        """The first answer as it is; the next only where it touches nobody and no clinician's day of the one before."""
        people: set[int] = set()
        cells: set[tuple[int, int]] = set()
        for found in [job.result() for job in jobs]:
            if found is None:
                continue
            changed = {visit: slot for visit, slot in found.slots.items() if slot != self.calendar.at[visit]}
            whose = {self.board.asked[visit].person for visit in changed}
            where = {
                (slot.clinician, slot.day)
                for visit, new in changed.items()
                for slot in (new, self.calendar.at[visit])
                if slot is not None
            }
            if changed and not whose & people and not where & cells and self.taken(changed):
                people |= whose
                cells |= where

    def taken(self, changed: dict[int, Slot | None]) -> bool:
        """Change the calendar, unless it would become worse. Where a day lacks a room, a visit that was to come there
        waits instead: rooms are counted in a part, but which room it is can only be seen afterwards."""
        board, calendar = self.board, self.calendar
        whose = {board.asked[visit].person for visit in changed}
        old = {visit: calendar.at[visit] for visit in changed}
        before = worth_of(board, calendar.at.__getitem__, whose)
        calendar.change(changed)
        roomy = self._roomy(changed)
        after = worth_of(board, calendar.at.__getitem__, whose)
        worth = self.worth.plus(after.less(before))
        if roomy and self.rank(worth) <= self.rank(self.worth):
            self.worth = worth
            return True
        calendar.change(old)
        return False

    def _roomy(self, changed: dict[int, Slot | None]) -> bool:
        """Whether every changed day has its rooms, after as few as possible of its visits were taken out again."""
        days = sorted({slot.day for slot in changed.values() if slot is not None})
        return all(self._roomy_on(day, changed) for day in days)

    def _roomy_on(self, day: int, changed: dict[int, Slot | None]) -> bool:
        if has_rooms(self.board, self.calendar, day):
            return True
        here = [visit for visit, slot in changed.items() if slot is not None and slot.day == day]
        here = [visit for visit in here if not self._bears_others(visit)]
        for visit in here:
            slot = self.calendar.at[visit]
            if slot is not None:
                self.calendar.take(visit)
                if has_rooms(self.board, self.calendar, day):
                    return True
                self.calendar.put(visit, slot)
        return False

    def _bears_others(self, visit: int) -> bool:
        """Others may not stand without it: a first visit, and the physiotherapy of a pair that must stand together."""
        pair = self.board.pair_of.get(visit)
        return self.board.asked[visit].is_initial or (pair is not None and pair.must and pair.physio == visit)


def has_rooms(board: Board, calendar: Calendar, day: int) -> bool:
    """Every visit of the day can be given a room."""
    visits = [visit for visit, slot in enumerate(calendar.at) if slot is not None and slot.day == day]
    return rooms_of_day(board, calendar, day, visits) is not None
