"""One visit, tried in a problem of which one thing was eased."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from concordant.booking.openings import Hours, Openings
from concordant.booking.problem import Clinician, Instance, Person, Visit
from concordant.booking.rules import broken_by
from concordant.booking.solution import Placed
from concordant.booking.writing import written_place

FURTHEST_DAYS = 7
"""A window is widened by at most a week (design)."""


class Trial:
    """The problem with all that can matter to the visit: its person's visits, and the days around its window."""

    def __init__(self, instance: Instance, placed: tuple[Placed, ...], visit: Visit, floor: datetime | None) -> None:
        self.visit, self.floor = visit, floor
        self.person: Person = instance.owner[visit.id]
        first, last = visit.earliest - timedelta(days=FURTHEST_DAYS), visit.latest + timedelta(days=FURTHEST_DAYS)
        mine = {one.id for one in self.person.visits}
        self.instance = replace(
            instance,
            bookings=tuple(
                one for one in instance.bookings if first <= one.day <= last or one.person == self.person.id
            ),
        )
        self.placed = tuple(one for one in placed if first <= one.day <= last or one.visit in mine)

    def with_person(self, person: Person) -> Instance:
        """The problem with the person as they would be."""
        people = tuple(person if one.id == person.id else one for one in self.instance.people)
        return replace(self.instance, people=people)

    def with_visit(self, visit: Visit) -> Instance:
        """The problem with the visit as it would be."""
        visits = tuple(visit if one.id == visit.id else one for one in self.person.visits)
        return self.with_person(replace(self.person, visits=visits))

    def with_clinicians(self, *changed: Clinician) -> Instance:
        """The problem with these clinicians as they would be."""
        by_id = {one.id: one for one in changed}
        return replace(self.instance, clinicians=tuple(by_id.get(one.id, one) for one in self.instance.clinicians))

    def openings(self, eased: Instance) -> Openings:
        """What is open in the eased problem."""
        return Openings(Hours(eased, self.floor), self.placed)

    def place(self, eased: Instance) -> Placed | None:
        """The earliest place of the visit in the eased problem, if there is one."""
        return self.openings(eased).first_free(eased.visits[self.visit.id])

    def places(self, eased: Instance) -> Iterator[tuple[Clinician, date, int]]:
        """Every place of the visit in the eased problem: clinician, day, start."""
        for place in self.openings(eased).places(eased.visits[self.visit.id]):
            for start in place.each():
                yield place.clinician, place.day, start

    def proved(self, eased: Instance, place: Placed, **what: Any) -> Iterator[dict[str, Any]]:
        """The help, if the visit breaks no rule of the eased problem in this place."""
        if not broken_by(eased, self.placed, place):
            yield {**what, "place": written_place(place), "gain": 1}
