"""A calendar in the making: what is still open for a visit, and what stands in the way where nothing is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from concordant.booking.bits import each, first, starts_meeting, stretch
from concordant.booking.openings.hours import EVERY, Hours
from concordant.booking.openings.person_days import PersonDays
from concordant.booking.problem import Clinician, Visit
from concordant.booking.rules import Stand, Standing
from concordant.booking.solution import Placed


class Block(StrEnum):
    """What a place collides with."""

    CLINICIAN = "clinician"
    ROOM = "room"
    DAILY_LIMIT = "daily_limit"
    PERSON = "person"
    """The person is somewhere else then."""
    MASSAGE_FIRST = "massage_first"
    ONE_A_DAY = "one_a_day"
    MIN_DAYS = "min_days"
    ORDER = "order"
    FIRST_VISIT = "first_visit"
    COVER = "cover"
    PAIR = "pair"


class DayOpenings(NamedTuple):
    """A clinician's day and the starts on it, a bit a minute."""

    clinician: Clinician
    day: date
    starts: int

    def each(self) -> Iterator[int]:
        """The starts, earliest first."""
        return each(self.starts)


class Openings:
    """Put visits in, take them out, and ask what is free. All rules H1 to H16 are kept."""

    def __init__(self, hours: Hours, placed: Iterable[Placed] = ()) -> None:
        self.hours = hours
        self.placed: dict[str, Placed] = {}
        self._board = Standing(hours.instance)
        self._clinician: dict[tuple[str, date], int] = defaultdict(int)
        self._room: dict[tuple[str, date], int] = defaultdict(int)
        self._load: dict[tuple[str, date], int] = defaultdict(int)
        self._met: dict[tuple[str, date], dict[int, int]] = defaultdict(dict)
        self._roomless: dict[date, dict[tuple[str, int], int]] = defaultdict(dict)
        self._person = PersonDays(hours)
        for booking in hours.instance.bookings:
            self._mark(self._board.booked(booking))
        for one in placed:
            self.put(one)

    def put(self, one: Placed) -> None:
        """Place a visit that fits."""
        self.placed[one.visit] = one
        self._mark(self._board.stand(one))

    def take(self, visit: str) -> Placed:
        """Take a placed visit out again."""
        one = self.placed.pop(visit)
        stand = self._board.stand(one)
        busy = stretch(stand.start, stand.free_again)
        self._clinician[stand.clinician, stand.day] &= ~busy
        self._room[stand.room, stand.day] &= ~busy
        self._load[stand.clinician, stand.day] -= stand.minutes
        self._forget(stand)
        self._person.take(stand)
        return one

    def _mark(self, stand: Stand) -> None:
        busy = stretch(stand.start, stand.free_again)
        self._clinician[stand.clinician, stand.day] |= busy
        self._room[stand.room, stand.day] |= busy
        self._load[stand.clinician, stand.day] += stand.minutes
        self._forget(stand)
        if stand.person is not None:
            self._person.put(stand)

    def _forget(self, stand: Stand) -> None:
        """What was worked out for this clinician and these rooms holds no more."""
        self._met.pop((stand.clinician, stand.day), None)
        self._roomless.pop(stand.day, None)

    def places(self, visit: Visit, *, alone: bool = True) -> Iterator[DayOpenings]:
        """Every clinician's day with free starts. ``alone`` off: as if its pair were put there with it."""
        able = self.hours.able(visit)
        for day in self.hours.days(visit):
            open_ = None
            for clinician in able:
                starts = self.hours.common(visit, clinician, day)
                if not starts:
                    continue
                if open_ is None:
                    open_ = self._open_for_person(visit, day, alone)
                if not open_:
                    break
                starts = self.free_of(visit, clinician, day, starts & open_)
                if starts:
                    yield DayOpenings(clinician, day, starts)

    def _open_for_person(self, visit: Visit, day: date, alone: bool) -> int:
        if self._person.blocks_day(visit, day):
            return 0
        open_ = EVERY
        for word, blocked in self._person.blocks_starts(visit, day).items():
            if alone or word != Block.PAIR:
                open_ &= ~blocked
        return open_

    def free_of(self, visit: Visit, clinician: Clinician, day: date, starts: int) -> int:
        """Of these starts those at which the clinician is not taken and a room is free."""
        if not starts or self._load[clinician.id, day] + visit.minutes > clinician.max_minutes_per_day:
            return 0
        length = visit.minutes + clinician.turnover_minutes
        starts &= ~self._met_by(clinician, day, length)
        return starts & ~self._no_room(visit, day, length) if starts else 0

    def _met_by(self, clinician: Clinician, day: date, length: int) -> int:
        """Starts at which the clinician is taken in a part of so many minutes."""
        known = self._met[clinician.id, day]
        if length not in known:
            known[length] = starts_meeting(self._clinician[clinician.id, day], length)
        return known[length]

    def _no_room(self, visit: Visit, day: date, length: int) -> int:
        """Starts at which every room of the discipline is taken in a part of so many minutes."""
        known, key = self._roomless[day], (visit.discipline, length)
        if key not in known:
            full = EVERY
            for room in self.hours.rooms[visit.discipline]:
                full &= starts_meeting(self._room[room, day], length)
            known[key] = full
        return known[key]

    def placed_at(self, visit: Visit, clinician: Clinician, day: date, start: int) -> Placed:
        """The visit at a free start, in the first room that is free; ValueError where none is."""
        busy = stretch(start, start + visit.minutes + clinician.turnover_minutes)
        for room in self.hours.rooms[visit.discipline]:
            if not self._room[room, day] & busy:
                return Placed(visit.id, clinician.id, room, day, start)
        raise ValueError(f"no room is free for {visit.id}")

    def fits(self, one: Placed) -> bool:
        """The visit can stand with this clinician at this time, in some room."""
        visit = self.hours.instance.visits[one.visit]
        return any(
            place.clinician.id == one.clinician and place.day == one.day and place.starts >> one.start & 1
            for place in self.places(visit)
        )

    def first_free(self, visit: Visit) -> Placed | None:
        """The earliest free place, if there is one."""
        found: tuple[date, int, Clinician] | None = None
        for place in self.places(visit):
            start = first(place.starts)
            if found is None or (place.day, start) < found[:2]:
                found = place.day, start, place.clinician
        return None if found is None else self.placed_at(visit, found[2], found[0], found[1])

    def blocks(self, visit: Visit, clinician: Clinician, day: date, starts: int) -> dict[Block, int]:
        """Of these starts those that each kind of collision takes away; one start may be in several."""
        length = visit.minutes + clinician.turnover_minutes
        over = self._load[clinician.id, day] + visit.minutes > clinician.max_minutes_per_day
        found = {
            Block.CLINICIAN: starts & self._met_by(clinician, day, length),
            Block.ROOM: starts & self._no_room(visit, day, length),
            Block.DAILY_LIMIT: starts if over else 0,
        }
        for word in self._person.blocks_day(visit, day):
            found[Block(word)] = starts
        for word, blocked in self._person.blocks_starts(visit, day).items():
            found[Block(word)] = starts & blocked
        return {block: mask for block, mask in found.items() if mask}

    def used(self, visit: Visit) -> list[tuple[int, list[Stand]]]:
        """For each cover of the visit's discipline, by its place: what is paid by it already."""
        return self._person.used(visit)
