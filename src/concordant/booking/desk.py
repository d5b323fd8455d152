"""The front desk: person by person, in the order in which they asked. Quick, repeatable, and never against a rule.

*Earliest* takes the first free place of each visit. *Careful* looks for both halves of a pair on one day, close
together, then for the clinician the person knows, then for the earliest place. It is the peer that better methods are
compared with, and the calendar they start from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from concordant.booking.bits import each, first, up_to_later
from concordant.booking.leads import lead_of
from concordant.booking.openings import DayOpenings, Hours, Openings
from concordant.booking.problem import Discipline, Instance, Pair, PairRule, Person, Visit
from concordant.booking.rules import Change
from concordant.booking.solution import Placed


class Desk(StrEnum):
    """How the front desk works."""

    EARLIEST = "earliest"
    CAREFUL = "careful"


def desk_calendar(instance: Instance, style: Desk = Desk.CAREFUL, *, urgent_first: bool = False) -> tuple[Placed, ...]:
    """A calendar for the whole problem, in the order of the plan.

    ``urgent_first``: people with an urgent first visit are served before all others.
    """
    openings = Openings(Hours(instance))
    work = _Work(openings, style)
    for person in _in_order(instance.people, urgent_first):
        work.serve(person)
    return in_plan_order(instance, openings.placed)


def repaired(change: Change) -> tuple[Placed, ...]:
    """After a change of plan: what stands stays, affected visits are placed again first, then whatever waits."""
    openings = Openings(Hours(change.instance, change.floor), change.standing)
    work = _Work(openings, Desk.CAREFUL)
    alone = _massages_of(change, openings)
    affected = {change.instance.owner[visit].id for visit in change.affected}
    for person in sorted(_in_order(change.instance.people, False), key=lambda person: person.id not in affected):
        initial = openings.hours.initial[person.id]
        work.serve(person)
        if initial in change.affected and initial not in openings.placed:
            work.start_again(person, change.past)
        work.serve(person)
    for one in alone:
        if one.visit not in openings.placed and change.instance.pair_of[one.visit].physio not in openings.placed:
            work.put_back(one)
    for person in _in_order(change.instance.people, False):
        work.serve(person)
    return in_plan_order(change.instance, openings.placed)


def _massages_of(change: Change, openings: Openings) -> list[Placed]:
    """Taken out, where others may be moved: massages that must stand with a physiotherapy visit that lost its place."""
    pairs = dict.fromkeys(change.instance.pair_of[one] for one in change.affected if one in change.instance.pair_of)
    return [
        openings.take(pair.rmt)
        for pair in pairs
        if change.event.may_move
        and pair.rule is PairRule.MUST
        and pair.physio in change.affected
        and pair.rmt in openings.placed.keys() - change.past
    ]


def filled(instance: Instance, placed: Iterable[Placed], hours: Hours | None = None) -> tuple[Placed, ...]:
    """The same calendar with every visit put in that still fits."""
    openings = Openings(hours or Hours(instance), placed)
    work = _Work(openings, Desk.CAREFUL)
    for person in _in_order(instance.people, False):
        work.serve(person)
    return in_plan_order(instance, openings.placed)


def in_plan_order(instance: Instance, placed: dict[str, Placed]) -> tuple[Placed, ...]:
    """By day, start and clinician, so that the same calendar is always written the same way."""
    return tuple(sorted(placed.values(), key=lambda one: (one.day, one.start, one.clinician, one.visit)))


def _in_order(people: Iterable[Person], urgent_first: bool) -> list[Person]:
    def asked(person: Person) -> tuple[bool, str, str]:
        urgent = any(visit.urgent_by is not None for visit in person.visits)
        return urgent_first and not urgent, person.requested, person.id

    return sorted(people, key=asked)


class _Choice(NamedTuple):
    """A way to place a pair; the smallest is taken."""

    points: int
    strangers: int
    day: date
    start: int
    physio: DayOpenings
    rmt: DayOpenings


class _Work:
    def __init__(self, openings: Openings, style: Desk) -> None:
        self._openings = openings
        self._careful = style is Desk.CAREFUL
        self._seen: dict[tuple[str, Discipline], Counter[str]] = defaultdict(Counter)
        for one in openings.placed.values():
            self._note(one)

    def serve(self, person: Person) -> None:
        """Place what the person still lacks. Who must come before another is tried first; one more round for pairs."""
        visits = {visit.id: visit for visit in person.visits}
        pair_of = self._openings.hours.instance.pair_of
        initial = self._openings.hours.initial[person.id]
        for visit in sorted(person.visits, key=lambda visit: visit.id != initial):
            pair = pair_of.get(visit.id)
            if self._careful and pair is not None and {pair.rmt, pair.physio} <= visits.keys():
                self._serve_pair(pair, visits[pair.rmt], visits[pair.physio])
            else:
                self._serve_one(visit)
        for visit in person.visits:
            self._serve_one(visit)

    def put_back(self, one: Placed) -> None:
        """A massage whose physiotherapy found no place, where it stood, if that is still free."""
        visit = self._openings.hours.instance.visits[one.visit]
        for place in self._openings.places(visit, alone=False):
            if (place.clinician.id, place.day) == (one.clinician, one.day) and place.starts >> one.start & 1:
                self._put(visit, place, one.start)

    def start_again(self, person: Person, past: Container[str]) -> None:
        """The first visit moves, so the others do where they would come too early; what fits stays."""
        openings = self._openings
        later = [
            openings.take(visit.id) for visit in person.visits if visit.id in openings.placed and visit.id not in past
        ]
        for visit in person.visits:
            if visit.id == openings.hours.initial[person.id]:
                self._serve_one(visit)
        # Physiotherapy first: a massage may stand only before its pair.
        for one in sorted(later, key=lambda one: self._openings.hours.instance.visits[one.visit].discipline):
            if openings.fits(one):
                visit = openings.hours.instance.visits[one.visit]
                openings.put(openings.placed_at(visit, openings.hours.clinicians[one.clinician], one.day, one.start))

    def _serve_pair(self, pair: Pair, rmt: Visit, physio: Visit) -> None:
        placed = self._openings.placed
        if rmt.id not in placed and physio.id not in placed and self._together(pair, rmt, physio):
            return
        self._serve_one(physio)
        self._serve_one(rmt)

    def _serve_one(self, visit: Visit) -> None:
        if visit.id in self._openings.placed:
            return
        places = list(self._openings.places(visit))
        if places:
            best = min(places, key=lambda place: (self._is_stranger(visit, place), place.day, first(place.starts)))
            self._put(visit, best, first(best.starts))

    def _together(self, pair: Pair, rmt: Visit, physio: Visit) -> bool:
        """Both halves on one day, the massage first and close; whether it was found."""
        by_day: dict[date, list[DayOpenings]] = defaultdict(list)
        for place in self._openings.places(rmt, alone=False):
            by_day[place.day].append(place)
        if not by_day:
            return False
        choices = [
            choice
            for place in self._openings.places(physio)
            for other in by_day.get(place.day, ())
            for choice in self._choices(pair, rmt, physio, place, other)
        ]
        return any(self._try(choice, rmt, physio) for choice in sorted(choices, key=lambda choice: choice[:4]))

    def _choices(self, pair: Pair, rmt: Visit, physio: Visit, place: DayOpenings, other: DayOpenings) -> list[_Choice]:
        ends = other.starts << rmt.minutes
        strangers = self._is_stranger(physio, place) + self._is_stranger(rmt, other)
        for points, most in ((0, pair.tight_max), (1, pair.loose_max)):
            starts = place.starts & up_to_later(ends, most)
            if starts:
                return [_Choice(points, strangers, place.day, first(starts), place, other)]
        return []

    def _try(self, choice: _Choice, rmt: Visit, physio: Visit) -> bool:
        """Put physiotherapy in, then the massage as late before it as possible; out again where no room is left."""
        openings = self._openings
        openings.put(openings.placed_at(physio, choice.physio.clinician, choice.day, choice.start))
        fitting = [
            start
            for place in openings.places(rmt)
            if place.day == choice.day and place.clinician is choice.rmt.clinician
            for start in each(place.starts)
            if start + rmt.minutes <= choice.start
        ]
        one = openings.take(physio.id)
        if not fitting:
            return False
        openings.put(one)
        self._note(one)
        self._put(rmt, choice.rmt, fitting[-1])
        return True

    def _put(self, visit: Visit, place: DayOpenings, start: int) -> None:
        one = self._openings.placed_at(visit, place.clinician, place.day, start)
        self._openings.put(one)
        self._note(one)

    def _note(self, one: Placed) -> None:
        instance = self._openings.hours.instance
        self._seen[instance.owner[one.visit].id, instance.visits[one.visit].discipline][one.clinician] += 1

    def _is_stranger(self, visit: Visit, place: DayOpenings) -> bool:
        """Not the clinician whom the person knows; at the beginning everybody will do. The earliest desk never asks."""
        person = self._openings.hours.instance.owner[visit.id]
        seen = self._seen[person.id, visit.discipline]
        if not self._careful or not (seen or visit.discipline in person.usual):
            return False
        return place.clinician.id != lead_of(person, visit.discipline, seen)
