"""A calendar laid open: what stands with each clinician, in each room and for each person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from concordant.booking.problem import Booking, Clinician, Discipline, Instance, Room
from concordant.booking.solution import Placed


@dataclass(frozen=True, slots=True)
class Stand:
    """A visit or a booking where it stands. Times are minutes after midnight."""

    visit: str | None
    """None: a booking."""
    id: str
    person: str | None
    discipline: Discipline
    clinician: str
    room: str
    day: date
    start: int
    end: int
    """Of the person's time."""
    free_again: int
    """When clinician and room are: after the turn-over."""

    @property
    def minutes(self) -> int:
        """Hands-on."""
        return self.end - self.start


class Standing:
    """What stands, by whom and where. Ids must be those of the instance: KeyError otherwise."""

    def __init__(
        self, instance: Instance, placed: Iterable[Placed] = (), bookings: Iterable[Booking] | None = None
    ) -> None:
        """With all bookings of the problem, or with these."""
        self.instance = instance
        self.clinicians: dict[str, Clinician] = {one.id: one for one in instance.clinicians}
        self.rooms: dict[str, Room] = {one.id: one for one in instance.rooms}
        self.visits: dict[str, Stand] = {}
        self.of_clinician: dict[tuple[str, date], list[Stand]] = defaultdict(list)
        self.of_room: dict[tuple[str, date], list[Stand]] = defaultdict(list)
        self.of_person: dict[str, list[Stand]] = defaultdict(list)
        for booking in instance.bookings if bookings is None else bookings:
            self._put(self.booked(booking))
        for one in placed:
            self.put(one)

    def put(self, one: Placed) -> Stand:
        """Add a visit."""
        stand = self.stand(one)
        self.visits[one.visit] = stand
        self._put(stand)
        return stand

    def stand(self, one: Placed) -> Stand:
        """The visit as it would stand, without adding it."""
        visit = self.instance.visits[one.visit]
        clinician = self.clinicians[one.clinician]
        end = one.start + visit.minutes
        return Stand(
            visit=one.visit,
            id=one.visit,
            person=self.instance.owner[one.visit].id,
            discipline=clinician.discipline,
            clinician=one.clinician,
            room=self.rooms[one.room].id,
            day=one.day,
            start=one.start,
            end=end,
            free_again=end + clinician.turnover_minutes,
        )

    def booked(self, booking: Booking) -> Stand:
        """A booking as it stands."""
        clinician = self.clinicians[booking.clinician]
        end = booking.start + booking.minutes
        return Stand(
            visit=None,
            id=booking.id,
            person=booking.person,
            discipline=clinician.discipline,
            clinician=booking.clinician,
            room=booking.room,
            day=booking.day,
            start=booking.start,
            end=end,
            free_again=end + clinician.turnover_minutes,
        )

    def _put(self, stand: Stand) -> None:
        self.of_clinician[stand.clinician, stand.day].append(stand)
        self.of_room[stand.room, stand.day].append(stand)
        if stand.person is not None:
            self.of_person[stand.person].append(stand)
