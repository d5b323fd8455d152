"""One person's part of a problem: their visits, and everything else as what stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from concordant.booking.problem import Booking, Instance, Person, Visit
from concordant.booking.solution import Placed


def alone(instance: Instance, person: Person, calendar: Iterable[Placed]) -> Instance:
    """The person with their visits, everything of the calendar that is not theirs as bookings, and the days that can
    matter. ``person`` may differ from the one in the instance, in what was eased. KeyError where the calendar names a
    visit that the instance has not."""
    first, last = _days(instance, person.visits)
    standing = (*instance.bookings, *_as_bookings(instance, person, calendar))
    return replace(
        instance,
        first_day=first,
        last_day=last,
        people=(person,),
        bookings=tuple(one for one in standing if first <= one.day <= last or one.person == person.id),
    )


def owner_of(instance: Instance, person_id: str) -> Person:
    """By id; KeyError where there is none."""
    for one in instance.people:
        if one.id == person_id:
            return one
    raise KeyError(person_id)


def _days(instance: Instance, visits: tuple[Visit, ...]) -> tuple[date, date]:
    """From the first day of any window to the last; the whole stretch where no window touches it."""
    first = max(min((one.earliest for one in visits), default=instance.first_day), instance.first_day)
    last = min(max((one.latest for one in visits), default=instance.last_day), instance.last_day)
    return (first, last) if first <= last else (instance.first_day, instance.last_day)


def _as_bookings(instance: Instance, person: Person, calendar: Iterable[Placed]) -> Iterable[Booking]:
    for one in calendar:
        if (owner := instance.owner[one.visit].id) != person.id:
            yield Booking(
                id=one.visit,
                person=owner,
                clinician=one.clinician,
                room=one.room,
                day=one.day,
                start=one.start,
                minutes=instance.visits[one.visit].minutes,
            )
