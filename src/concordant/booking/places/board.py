"""An instance in whole numbers: days from the first, ticks of a day, and every place that a visit has by itself.

A place by itself keeps H2, H3, H4, H6, H8 and H13 (the day) of booking, and everything that stands against it because
of bookings, which never move. What two visits forbid each other is not asked here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from concordant.booking.bits import starts_meeting, starts_within, stretch
from concordant.booking.problem import Clinician, Discipline, Instance, Pair, PairRule, Person, Visit, VisitKind
from concordant.booking.problem.spans import MINUTES_A_DAY


class Place(NamedTuple):
    """A clinician and a day with all starts that are possible there, a bit for each tick."""

    clinician: int
    day: int
    starts: int


class Slot(NamedTuple):
    """Where a visit stands: numbers of the clinician and the day, and the tick of the start."""

    clinician: int
    day: int
    start: int


@dataclass(frozen=True, slots=True)
class Paired:
    """A pair by the numbers of its visits, gaps in ticks."""

    rmt: int
    physio: int
    tight: int
    loose: int
    must: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One visit to be placed, by numbers. ``rank``: its place among the visits of its person."""

    visit: Visit
    person: int
    rank: int
    is_rmt: bool
    is_initial: bool
    ticks: int
    urgent_by: int | None
    """A day, counted from the first; may lie before it."""


@dataclass(frozen=True, slots=True)
class Held:
    """A booking of a person of the plan: it never moves, and their visits keep clear of it."""

    is_rmt: bool
    day: int
    start: int
    end: int


class Board:
    """Everything of an instance that stays the same while visits are moved about."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.clinicians: tuple[Clinician, ...] = instance.clinicians
        self.number_of = {one.id: number for number, one in enumerate(instance.clinicians)}
        self.days = (instance.last_day - instance.first_day).days + 1
        self.tick = self._tick()
        self.ticks_a_day = MINUTES_A_DAY // self.tick
        self.turnover = tuple(one.turnover_minutes // self.tick for one in instance.clinicians)
        self.most = tuple(one.max_minutes_per_day // self.tick for one in instance.clinicians)
        self.is_rmt = tuple(one.discipline is Discipline.RMT for one in instance.clinicians)
        self.people: tuple[Person, ...] = instance.people
        self.asked: tuple[Asked, ...] = tuple(self._asked())
        self.visit_number = {one.visit.id: number for number, one in enumerate(self.asked)}
        self.of_person: tuple[tuple[int, ...], ...] = self._by_person()
        self.initial_of = tuple(
            next((visit for visit in visits if self.asked[visit].is_initial), None) for visits in self.of_person
        )
        self.pairs: tuple[Paired, ...] = tuple(self._paired(one) for person in self.people for one in person.pairs)
        self.pair_of = {visit: pair for pair in self.pairs for visit in (pair.rmt, pair.physio)}
        self.pairs_of = tuple(
            tuple(pair for pair in self.pairs if self.asked[pair.rmt].person == number)
            for number in range(len(self.people))
        )
        self.usual = tuple(
            tuple(self.number_of.get(person.usual.get(one, "")) for one in (Discipline.PHYSIO, Discipline.RMT))
            for person in self.people
        )
        """Person -> the lead of physiotherapy and of massage, where they are in care already."""
        self.rooms = tuple((Discipline.PHYSIO in room.serves, Discipline.RMT in room.serves) for room in instance.rooms)
        self.room_number = {room.id: number for number, room in enumerate(instance.rooms)}
        self.scarce = tuple(self._scarce())
        """Disciplines with fewer rooms than clinicians: which, their clinicians, and how many rooms."""
        self.booked = self._booked()
        """Clinician -> day -> ticks taken by bookings, turn-over included."""
        self.booked_ticks = self._booked_ticks()
        """Clinician -> day -> hands-on ticks of bookings."""
        self.rooms_booked = self._rooms_booked()
        """Day -> room -> ticks taken by bookings."""
        self.held = self._held()
        """Person -> their bookings."""
        self.covers: tuple[tuple[tuple[int, int, int, bool], ...], ...] = tuple(
            map(self._covers, range(len(self.people)))
        )
        """Person -> covers: first and last day, visits left after bookings, of massage."""
        self._inside = self._shifts()
        self._person_free: dict[tuple[int, int], int] = {}
        self._with_room: dict[tuple[int, int, bool], int] = {}
        self._on_grid = sum(1 << tick for tick in range(0, self.ticks_a_day, instance.grid_minutes // self.tick))
        self.wished = self._wishes()
        self.places: tuple[tuple[Place, ...], ...] = tuple(self._places(one) for one in range(len(self.asked)))

    # --- numbers ---------------------------------------------------------------------------------------------

    def day_of(self, day: date) -> int:
        """Days from the first of the instance."""
        return (day - self.instance.first_day).days

    def date_of(self, day: int) -> date:
        """The date of a number of a day."""
        return self.instance.first_day + timedelta(days=day)

    def _tick(self) -> int:
        """The longest stretch of which everything is a whole multiple."""
        one = self.instance
        minutes = {one.grid_minutes, MINUTES_A_DAY}
        minutes |= {visit.minutes for person in one.people for visit in person.visits}
        for who in one.clinicians:
            minutes |= {who.turnover_minutes, who.max_minutes_per_day}
            minutes |= {edge for spans in (*who.shifts.values(), *who.off.values()) for span in spans for edge in span}
        for person in one.people:
            free = (*person.available.values(), *person.unavailable.values(), *person.prefers.values())
            minutes |= {edge for spans in free for span in spans for edge in span}
            minutes |= {gap for pair in person.pairs for gap in (pair.tight_max, pair.loose_max)}
        for booking in one.bookings:
            minutes |= {booking.start, booking.minutes}
        return math.gcd(*minutes)

    def _asked(self) -> list[Asked]:
        return [
            Asked(
                visit,
                number,
                rank,
                visit.discipline is Discipline.RMT,
                visit.kind is VisitKind.INITIAL,
                visit.minutes // self.tick,
                None if visit.urgent_by is None else self.day_of(visit.urgent_by),
            )
            for number, person in enumerate(self.people)
            for rank, visit in enumerate(person.visits)
        ]

    def _by_person(self) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.people]
        for number, one in enumerate(self.asked):
            found[one.person].append(number)
        return tuple(map(tuple, found))

    def _paired(self, pair: Pair) -> Paired:
        return Paired(
            self.visit_number[pair.rmt],
            self.visit_number[pair.physio],
            pair.tight_max // self.tick,
            pair.loose_max // self.tick,
            pair.rule is PairRule.MUST,
        )

    def _scarce(self) -> Iterator[tuple[tuple[bool, ...], tuple[int, ...], int]]:
        for kind in ((False,), (True,), (False, True)):
            heads = tuple(who for who, is_rmt in enumerate(self.is_rmt) if is_rmt in kind)
            rooms = sum(any(serves[which] for which in kind) for serves in self.rooms)
            if rooms < len(heads):
                yield kind, heads, rooms

    # --- bookings --------------------------------------------------------------------------------------------

    def _booked(self) -> list[list[int]]:
        taken = [[0] * self.days for _ in self.clinicians]
        for one in self.instance.bookings:
            who, day = self.number_of[one.clinician], self.day_of(one.day)
            if 0 <= day < self.days:
                start = one.start // self.tick
                taken[who][day] |= stretch(start, start + one.minutes // self.tick + self.turnover[who])
        return taken

    def _booked_ticks(self) -> list[list[int]]:
        used = [[0] * self.days for _ in self.clinicians]
        for one in self.instance.bookings:
            day = self.day_of(one.day)
            if 0 <= day < self.days:
                used[self.number_of[one.clinician]][day] += one.minutes // self.tick
        return used

    def _rooms_booked(self) -> list[list[int]]:
        taken = [[0] * len(self.rooms) for _ in range(self.days)]
        for one in self.instance.bookings:
            day, start = self.day_of(one.day), one.start // self.tick
            if 0 <= day < self.days:
                length = one.minutes // self.tick + self.turnover[self.number_of[one.clinician]]
                taken[day][self.room_number[one.room]] |= stretch(start, start + length)
        return taken

    def _held(self) -> tuple[tuple[Held, ...], ...]:
        number = {person.id: at for at, person in enumerate(self.people)}
        found: list[list[Held]] = [[] for _ in self.people]
        for one in self.instance.bookings:
            if one.person in number:
                start = one.start // self.tick
                who = self.is_rmt[self.number_of[one.clinician]]
                held = Held(who, self.day_of(one.day), start, start + one.minutes // self.tick)
                found[number[one.person]].append(held)
        return tuple(map(tuple, found))

    def _covers(self, person: int) -> tuple[tuple[int, int, int, bool], ...]:
        found = []
        for cover in self.people[person].covers:
            first, last, is_rmt = self.day_of(cover.first), self.day_of(cover.last), cover.discipline is Discipline.RMT
            used = sum(one.is_rmt == is_rmt and first <= one.day <= last for one in self.held[person])
            found.append((first, last, cover.count - used, is_rmt))
        return tuple(found)

    # --- hours -----------------------------------------------------------------------------------------------

    def _shifts(self) -> list[list[tuple[int, ...]]]:
        """Clinician -> day -> for each shift the ticks that are free of time off and of bookings. A visit lies inside
        one shift (H4), so shifts that touch stay apart."""
        found = []
        for number, who in enumerate(self.clinicians):
            days: list[tuple[int, ...]] = []
            for day in range(self.days):
                on = self.date_of(day)
                away = self.booked[number][day]
                for off in who.off.get(on, ()):
                    away |= stretch(off.start // self.tick, off.end // self.tick)
                shifts = who.shifts.get(on, ())
                days.append(tuple(stretch(one.start // self.tick, one.end // self.tick) & ~away for one in shifts))
            found.append(days)
        return found

    def person_free(self, person: int, day: int) -> int:
        """Ticks of the day on which the person can come, bookings of their own left out."""
        key = person, day
        if key not in self._person_free:
            who, on = self.people[person], self.date_of(day)
            free = 0
            for span in who.available.get(on.weekday(), ()):
                free |= stretch(span.start // self.tick, span.end // self.tick)
            for span in who.unavailable.get(on, ()):
                free &= ~stretch(span.start // self.tick, span.end // self.tick)
            self._person_free[key] = free
        return self._person_free[key]

    def _wishes(self) -> tuple[dict[int, int], ...]:
        """Person -> weekday -> ticks; empty for who has no wishes."""
        return tuple(
            {
                weekday: _either(stretch(one.start // self.tick, one.end // self.tick) for one in spans)
                for weekday, spans in person.prefers.items()
            }
            for person in self.people
        )

    def wished_starts(self, person: int, day: int, length: int) -> int:
        """Starts at which the whole visit lies in the wished times."""
        return starts_within(self.wished[person].get(self.date_of(day).weekday(), 0), length)

    # --- places ----------------------------------------------------------------------------------------------

    def able(self, number: int) -> list[int]:
        """Clinicians who have the discipline and the skills, and whom the person may see (H3)."""
        one = self.asked[number]
        allowed = self.people[one.person].clinicians.get(one.visit.discipline)
        return [
            at
            for at, who in enumerate(self.clinicians)
            if who.discipline is one.visit.discipline
            and one.visit.needs <= who.skills
            and (allowed is None or who.id in allowed)
        ]

    def days_of(self, number: int) -> range:
        """The days of its window inside the horizon (H2)."""
        visit = self.asked[number].visit
        return range(max(self.day_of(visit.earliest), 0), min(self.day_of(visit.latest), self.days - 1) + 1)

    def pays(self, person: int, day: int, *, is_rmt: bool) -> bool:
        """Whether the person may have a visit of the discipline on the day at all (H13)."""
        of = [cover for cover in self.covers[person] if cover[3] == is_rmt]
        return not of or any(first <= day <= last and left > 0 for first, last, left, _ in of)

    def _places(self, number: int) -> tuple[Place, ...]:
        one = self.asked[number]
        able = self.able(number)
        found: list[Place] = []
        for day in self.days_of(number):
            if not self.pays(one.person, day, is_rmt=one.is_rmt):
                continue
            here = starts_within(self.person_free(one.person, day), one.ticks) & self._on_grid
            here &= ~self._near_held(one, day)
            if not here:
                continue
            for who in able:
                length = one.ticks + self.turnover[who]
                starts = 0
                for free in self._inside[who][day]:
                    starts |= starts_within(free, length)
                starts &= here
                if starts and self.booked_ticks[who][day] + one.ticks <= self.most[who]:
                    starts &= self.with_room(day, length, is_rmt=one.is_rmt)
                    if starts:
                        found.append(Place(who, day, starts))
        return tuple(found)

    def with_room(self, day: int, length: int, *, is_rmt: bool) -> int:
        """Starts at which some room of the discipline is free of bookings for the whole stretch (H6, H7)."""
        key = day, length, is_rmt
        if key not in self._with_room:
            starts = 0
            for room, serves in enumerate(self.rooms):
                if serves[is_rmt]:
                    starts |= ~starts_meeting(self.rooms_booked[day][room], length)
            self._with_room[key] = starts & stretch(0, self.ticks_a_day - length + 1)
        return self._with_room[key]

    def _near_held(self, one: Asked, day: int) -> int:
        """Starts that bookings of the same person forbid (H9 to H12)."""
        everything = stretch(0, self.ticks_a_day)
        gap = max(1, self.people[one.person].min_days.get(one.visit.discipline, 1))
        forbidden = 0
        for held in self.held[one.person]:
            if held.is_rmt == one.is_rmt:
                if abs(held.day - day) < gap:
                    return everything
            elif held.day == day:
                if one.is_rmt:  # it ends before the physiotherapy starts
                    forbidden |= everything & ~stretch(0, max(held.start - one.ticks + 1, 0))
                else:
                    forbidden |= stretch(0, held.end)
        return forbidden


def _either(masks: Iterable[int]) -> int:
    found = 0
    for one in masks:
        found |= one
    return found
