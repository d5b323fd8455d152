"""The search: a few parts of the calendar at a time, each taken where the calendar as a whole does not become worse.

Rounds do not look at the clock, and answers are taken in the order of asking, so that the same seed finds the same
calendars in the same order on every machine.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Protocol, TypeAlias

from concordant.booking.model import Better, solve
from concordant.booking.model.costs import Costs
from concordant.booking.places import Board, Calendar, Slot
from concordant.booking.places.kept_rooms import KeptRooms
from concordant.booking.places.worth import Worth, worth_of
from concordant.booking.whole.choosing import FREE, Chooser
from concordant.booking.whole.pressure import Pressure
from concordant.booking.whole.workers import AT_ONCE, Part, Workers

AHEAD = AT_ONCE + 1
"""Parts that are asked for: those that are being solved, and one so that nobody has to wait for work."""
WORK = 0.3
"""Of one part, in the solver's own count, of which a second of a slow core makes about one."""
SECONDS = 8.0
"""Of one part by the clock: a stop for machines that hang, far beyond what ``WORK`` lets it take."""
PRESSURE_EVERY = 20
"""Parts."""

Rank: TypeAlias = tuple[float, ...]


class Goal(Protocol):
    """What a search is after."""

    def rank(self, worth: Worth, calendar: Calendar) -> Rank:
        """Lower is better; the calendar never gets a higher one."""

    def costs(self, calendar: Calendar, seed: int) -> Costs:
        """The same in the words of one part; it may differ from part to part."""

    def begins(self, chooser: Chooser) -> Sequence[int]:
        """Visits at which the choice of what to free may begin; none: any."""


class Search:
    """Keeps the best calendar. ``fixed`` visits are never freed."""

    def __init__(
        self,
        board: Board,
        calendar: Calendar,
        goal: Goal,
        chance: random.Random,
        *,
        fixed: frozenset[int] = frozenset(),
        size: int = FREE,
    ) -> None:
        self.board = board
        self.calendar = calendar
        self.goal = goal
        self.rounds = 0
        self.work = 0.0
        """What all parts took, in the solver's own count."""
        self._asked: deque[tuple[int, Future[Better | None] | None]] = deque()
        """Parts whose answer is to come, each with the round in which it was asked."""
        self._changed: dict[int, int] = {}
        """Person -> the round in which a visit of theirs was moved last."""
        self._chance = chance
        self._fixed = fixed
        self._size = size
        self._rooms = KeptRooms(board)
        self._pressure: Pressure | None = None
        self._parts = 0
        self.worth = worth_of(board, calendar.at.__getitem__, range(len(board.people)))
        self.rank = goal.rank(self.worth, calendar)

    def round(self, workers: Workers) -> bool:
        """Ask for parts, and take the answer of the one that was asked first. True where the calendar became better."""
        while len(self._asked) < AHEAD:
            self._asked.append((self.rounds, self._ask(workers)))
        self.rounds += 1
        asked_in, job = self._asked.popleft()
        before = self.rank
        found = None if job is None else job.result()
        if found is None:
            self.work += WORK
        else:
            self._take(found, asked_in)
        return self.rank < before

    def _ask(self, workers: Workers) -> Future[Better | None] | None:
        chooser = Chooser(self.board, self.calendar, self._chance, size=self._size, fixed=self._fixed)
        if self._parts % PRESSURE_EVERY == 0:
            self._pressure = Pressure(self.board, chooser.waiting)
        self._parts += 1
        free = chooser.choose(self.goal.begins(chooser))
        seed = self._chance.randrange(1 << 30)
        if not free:
            return None
        now = self.calendar.copy()
        return workers.solve(Part(now, free, self.goal.costs(now, seed), seed, WORK, SECONDS, self._pressure))

    def aim_anew(self) -> None:
        """After the goal has changed."""
        self.rank = self.goal.rank(self.worth, self.calendar)

    def everything(self, costs: Costs, *, seed: int, seconds: float, stop: Callable[[], bool] | None = None) -> bool:
        """All visits in one part, for a problem that is small enough. True where the answer is proven the best at these
        costs, and was taken."""
        free = [visit for visit in range(len(self.board.asked)) if visit not in self._fixed]
        found = solve(self.board, self.calendar, free, costs, seed=seed, work=seconds / 3, seconds=seconds, stop=stop)
        return found is not None and self._take(found, self.rounds) and found.proven

    def _take(self, found: Better, asked_in: int) -> bool:
        """Where nobody whom it moves was moved since it was asked. Whether the calendar is as it was found."""
        self.work += found.work
        changed = {visit: slot for visit, slot in found.slots.items() if slot != self.calendar.at[visit]}
        whose = {self.board.asked[visit].person for visit in changed}
        if any(self._changed.get(person, 0) > asked_in for person in whose):
            return False
        if changed:
            if not self._taken(changed, whose):
                return False
            self._changed |= dict.fromkeys(whose, self.rounds)
        return True

    def _taken(self, changed: dict[int, Slot | None], whose: set[int]) -> bool:
        """Change the calendar, unless it would become worse, or somebody else has come to an hour since it was asked.
        Where a day lacks a room, a visit that was to come there waits instead: rooms are counted in a part, but which
        room it is can only be seen afterwards."""
        board, calendar = self.board, self.calendar
        old = {visit: calendar.at[visit] for visit in changed}
        before = worth_of(board, calendar.at.__getitem__, whose)
        if calendar.changed(changed):
            if self._roomy(changed):
                worth = self.worth.plus(worth_of(board, calendar.at.__getitem__, whose).less(before))
                rank = self.goal.rank(worth, calendar)
                if rank <= self.rank:
                    self.worth, self.rank = worth, rank
                    return True
            calendar.change(old)
        return False

    def _roomy(self, changed: dict[int, Slot | None]) -> bool:
        """Whether every changed day has its rooms, after as few as possible of its visits were taken out again."""
        days = sorted({slot.day for slot in changed.values() if slot is not None})
        return all(self._roomy_on(day, changed) for day in days)

    def _roomy_on(self, day: int, changed: dict[int, Slot | None]) -> bool:
        if self._rooms.fit(self.calendar, day):
            return True
        here = [visit for visit, slot in changed.items() if slot is not None and slot.day == day]
        here = [visit for visit in here if not self._bears_others(visit)]
        for visit in here:
            slot = self.calendar.at[visit]
            if slot is not None:
                self.calendar.take(visit)
                if self._rooms.fit(self.calendar, day):
                    return True
                self.calendar.put(visit, slot)
        return False

    def _bears_others(self, visit: int) -> bool:
        """Others may not stand without it: a first visit, and the physiotherapy of a pair that must stand together."""
        pair = self.board.pair_of.get(visit)
        return self.board.asked[visit].is_initial or (pair is not None and pair.must and pair.physio == visit)
