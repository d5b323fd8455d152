"""Which visits to free next. Every choice begins at a visit that has no place and could have one.

Three ways take turns, as none of them alone gets far (measured in bench/README.md): the days around one of its places;
what stands in its way, and what stands in the way of that; and everything of its person.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Sequence

from concordant.booking.bits import starts_meeting, stretch
from concordant.booking.places.board import Board
from concordant.booking.places.calendar import Calendar
from concordant.booking.places.numbers import Slot

FREE = 30
"""Visits in one part: more are slower to prove than they are better, fewer leave too little room."""
WAYS = (("days", 2), ("chain", 3), ("person", 3))
"""With how often each is taken."""
WAITING_SHARE = 3
"""One of so many free visits is another that waits for the same days."""


class Chooser:
    """Chooses from a calendar as it stands."""

    def __init__(
        self,
        board: Board,
        calendar: Calendar,
        chance: random.Random,
        *,
        size: int = FREE,
        fixed: Collection[int] = frozenset(),
    ) -> None:
        self._board = board
        self._calendar = calendar
        self._chance = chance
        self._size = size
        self._on: dict[int, list[int]] = defaultdict(list)
        for visit, slot in enumerate(calendar.at):
            if slot is not None and visit not in fixed:
                self._on[slot.day].append(visit)
        self._fixed = fixed
        self.waiting = [visit for visit, slot in enumerate(calendar.at) if slot is None and board.places[visit]]

    @property
    def standing(self) -> list[int]:
        """Visits that stand and may be freed."""
        return [visit for day in sorted(self._on) for visit in self._on[day]]

    def at(self, visit: int) -> Slot | None:
        """Where it stands."""
        return self._calendar.at[visit]

    def choose(self, among: Sequence[int] = ()) -> list[int]:
        """Visits to free. ``among``: where to begin; if empty all that wait, and where none waits anybody."""
        begin = among or self.waiting or [visit for visits in self._on.values() for visit in visits]
        if not begin:
            return []
        visit = self._chance.choice(begin)
        way = self._chance.choices([name for name, _ in WAYS], [often for _, often in WAYS])[0]
        if way == "days":
            return self._whole(self._of_days(visit))
        return self._whole(self._in_the_way(visit) if way == "chain" else self._of_person(visit))

    def often(self) -> bool:
        """Two of three times."""
        return self._chance.random() < 2 / 3

    def _of_days(self, visit: int) -> set[int]:
        """One to seven days around a place of it, clinician by clinician, those who could take it first."""
        board, chance = self._board, self._chance
        places = board.places[visit]
        slot = self._calendar.at[visit]
        on = chance.choice(places).day if places else slot.day if slot is not None else 0
        span = chance.choice((1, 2, 3, 5, 7))
        first = max(0, on - chance.randrange(span))
        days = range(first, first + span)
        by_clinician: dict[int, list[int]] = defaultdict(list)
        for day in days:
            for other in self._on.get(day, ()):
                stands = self._calendar.at[other]
                assert stands is not None
                by_clinician[stands.clinician].append(other)
        able = set(board.able(visit))
        order = sorted(by_clinician)
        chance.shuffle(order)
        free = {visit}
        for who in sorted(order, key=lambda one: one not in able):
            if len(free) + len(by_clinician[who]) <= self._size:
                free.update(by_clinician[who])
        others = [one for one in self.waiting if any(place.day in days for place in board.places[one])]
        chance.shuffle(others)
        free.update(others[: self._size // WAITING_SHARE])
        return free

    def _in_the_way(self, visit: int) -> set[int]:
        """What stands where it could stand, and so on from there."""
        free, front = {visit}, [visit]
        while front and len(free) < self._size:
            one = front.pop(self._chance.randrange(len(front)))
            found = self._blockers(one) + self._near_of_person(one)
            self._chance.shuffle(found)
            for other in found[: self._chance.choice((6, 10, 16))]:
                if other not in free and len(free) < self._size:
                    free.add(other)
                    front.append(other)
        return free

    def _of_person(self, visit: int) -> set[int]:
        """Their whole series, and what stands in the way of what is missing."""
        person = self._board.asked[visit].person
        free = set(self._board.of_person[person])
        missing = [one for one in free if self._calendar.at[one] is None] or [visit]
        blockers = [other for one in sorted(missing) for other in self._blockers(one)]
        self._chance.shuffle(blockers)
        for other in blockers:
            if len(free) >= self._size:
                break
            free.add(other)
        return free

    def _blockers(self, visit: int) -> list[int]:
        board = self._board
        ticks = board.asked[visit].ticks
        found = []
        for who, day, starts in board.places[visit]:
            for other in self._on.get(day, ()):
                slot = self._calendar.at[other]
                if slot is not None and slot.clinician == who:
                    there = stretch(slot.start, slot.start + board.asked[other].ticks + board.turnover[who])
                    if starts_meeting(there, ticks + board.turnover[who]) & starts:
                        found.append(other)
        return found

    def _near_of_person(self, visit: int) -> list[int]:
        """The person's own visits of about a week: days between and order bind them to each other."""
        days = self._board.days_of(visit)
        if not days:
            return []
        found = []
        for other in self._board.of_person[self._board.asked[visit].person]:
            slot = self._calendar.at[other]
            if other != visit and slot is not None and days[0] - 7 <= slot.day <= days[-1] + 7:
                found.append(other)
        return found

    def _whole(self, free: Collection[int]) -> list[int]:
        """A pair that must stand together is freed together."""
        found = set(free)
        for visit in free:
            pair = self._board.pair_of.get(visit)
            if pair is not None and pair.must:
                found |= {pair.rmt, pair.physio}
        return sorted(found - set(self._fixed))
