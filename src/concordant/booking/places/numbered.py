"""An instance in whole numbers: days from the first, ticks of a day, and everybody and everything by its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from concordant.booking.bits import starts_within, stretch
from concordant.booking.places.booked import booked_in
from concordant.booking.places.numbers import Asked, Covered, Paired, tick_of
from concordant.booking.problem import Clinician, Discipline, Instance, Pair, PairRule, Person, VisitKind
from concordant.booking.problem.spans import MINUTES_A_DAY


class Numbered:
    """Everything of an instance that stays the same while visits are moved about."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.clinicians: tuple[Clinician, ...] = instance.clinicians
        self.number_of = {one.id: number for number, one in enumerate(instance.clinicians)}
        self.days = (instance.last_day - instance.first_day).days + 1
        self.tick = tick_of(instance)
        """Minutes."""
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
        self.booked = booked_in(instance, self.tick, self.is_rmt, self.turnover)
        self.covers = tuple(map(self._covers, range(len(self.people))))
        """Person -> what payers pay for."""
        self.wished = self._wishes()

    def day_of(self, day: date) -> int:
        """Days from the first of the instance."""
        return (day - self.instance.first_day).days

    def date_of(self, day: int) -> date:
        """The date of a number of a day."""
        return self.instance.first_day + timedelta(days=day)

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

    def _covers(self, person: int) -> tuple[Covered, ...]:
        found = []
        for cover in self.people[person].covers:
            first, last, is_rmt = self.day_of(cover.first), self.day_of(cover.last), cover.discipline is Discipline.RMT
            used = sum(one.is_rmt == is_rmt and first <= one.day <= last for one in self.booked.held[person])
            found.append(Covered(first, last, cover.count - used, is_rmt))
        return tuple(found)

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
        of = [cover for cover in self.covers[person] if cover.is_rmt == is_rmt]
        return not of or any(cover.first <= day <= cover.last and cover.left > 0 for cover in of)


def _either(masks: Iterable[int]) -> int:
    found = 0
    for one in masks:
        found |= one
    return found
