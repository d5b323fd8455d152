"""What never changes while a calendar is made: who works when, who can come when, who may give what."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from concordant.booking.bits import of_spans, starts_within, stretch
from concordant.booking.problem import Clinician, Discipline, Instance, Person, Visit, VisitKind
from concordant.booking.problem.spans import MINUTES_A_DAY

EVERY = (1 << MINUTES_A_DAY) - 1


class Hours:
    """Starts that fit by hours, skills, availability and window alone; each is worked out once.

    ``floor``: nothing new is put before it.
    """

    def __init__(self, instance: Instance, floor: datetime | None = None) -> None:
        self.instance = instance
        self.floor = floor
        self.clinicians = {one.id: one for one in instance.clinicians}
        self.people = {one.id: one for one in instance.people}
        self.rank = {visit.id: place for person in instance.people for place, visit in enumerate(person.visits)}
        self.initial: dict[str, str | None] = {
            person.id: next((visit.id for visit in person.visits if visit.kind is VisitKind.INITIAL), None)
            for person in instance.people
        }
        self.rooms: dict[Discipline, tuple[str, ...]] = {
            discipline: tuple(
                room.id
                for room in sorted(instance.rooms, key=lambda room: len(room.serves))
                if discipline in room.serves
            )
            for discipline in Discipline
        }
        """Rooms that serve a discipline; those that serve it alone first, so that shared ones stay free."""
        self._grid = of_spans((minute, minute + 1) for minute in range(0, MINUTES_A_DAY, instance.grid_minutes))
        self._able: dict[str, tuple[Clinician, ...]] = {}
        self._works: dict[tuple[str, date, int], int] = {}
        self._comes: dict[tuple[str, date, int], int] = {}

    def able(self, visit: Visit) -> tuple[Clinician, ...]:
        """Who may give it: discipline, skills, and whom the person sees."""
        found = self._able.get(visit.id)
        if found is None:
            allowed = self.instance.owner[visit.id].clinicians.get(visit.discipline)
            found = self._able[visit.id] = tuple(
                one
                for one in self.instance.clinicians
                if one.discipline is visit.discipline
                and visit.needs <= one.skills
                and (allowed is None or one.id in allowed)
            )
        return found

    def days(self, visit: Visit) -> list[date]:
        """Days of its window inside the horizon, none before the floor."""
        first = max(visit.earliest, self.instance.first_day)
        if self.floor is not None:
            first = max(first, self.floor.date())
        last = min(visit.latest, self.instance.last_day)
        return [first + timedelta(days=days) for days in range((last - first).days + 1)]

    def works(self, clinician: Clinician, day: date, minutes: int) -> int:
        """Starts from which the clinician works for a visit of so many minutes and its turn-over, within one shift."""
        key = clinician.id, day, minutes
        found = self._works.get(key)
        if found is None:
            on = ~of_spans(clinician.off.get(day, ()))
            found = 0
            for shift in clinician.shifts.get(day, ()):
                found |= starts_within(stretch(*shift) & on, minutes + clinician.turnover_minutes)
            found = self._works[key] = found & self._grid
        return found

    def comes(self, person: Person, day: date, minutes: int) -> int:
        """Starts from which the person can come for so many minutes."""
        key = person.id, day, minutes
        found = self._comes.get(key)
        if found is None:
            free = of_spans(person.available.get(day.weekday(), ())) & ~of_spans(person.unavailable.get(day, ()))
            found = self._comes[key] = starts_within(free, minutes) & self._grid
        return found

    def later(self, day: date) -> int:
        """Starts of a day that the floor leaves."""
        if self.floor is None or day > self.floor.date():
            return EVERY
        return stretch(self.floor.hour * 60 + self.floor.minute, MINUTES_A_DAY) if day == self.floor.date() else 0

    def common(self, visit: Visit, clinician: Clinician, day: date) -> int:
        """Starts that fit both by hours."""
        found = self.works(clinician, day, visit.minutes)
        if found:
            found &= self.comes(self.instance.owner[visit.id], day, visit.minutes)
            if self.floor is not None:
                found &= self.later(day)
        return found
