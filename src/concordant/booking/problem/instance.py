"""One problem of booking: everything that is fixed, and everything that is to be placed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from concordant.booking.problem.clinic import Booking, Clinician, Room
from concordant.booking.problem.person import Pair, Person, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """A clinic, its people and a stretch of days. Ids are unique within their kind."""

    name: str
    first_day: date
    last_day: date
    """Included."""
    grid_minutes: int
    """Visits start at multiples of this after midnight."""
    rooms: tuple[Room, ...]
    clinicians: tuple[Clinician, ...]
    people: tuple[Person, ...]
    bookings: tuple[Booking, ...]
    visits: dict[str, Visit] = field(init=False, repr=False, compare=False)
    owner: dict[str, Person] = field(init=False, repr=False, compare=False)
    """Visit -> whose."""
    pair_of: dict[str, Pair] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the visits."""
        own = object.__setattr__
        own(self, "visits", {visit.id: visit for person in self.people for visit in person.visits})
        own(self, "owner", {visit.id: person for person in self.people for visit in person.visits})
        own(self, "pair_of", {of: pair for one in self.people for pair in one.pairs for of in (pair.rmt, pair.physio)})

    def clinician(self, id: str) -> Clinician:
        """By id; KeyError where there is none."""
        for one in self.clinicians:
            if one.id == id:
                return one
        raise KeyError(id)
