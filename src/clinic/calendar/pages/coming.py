"""The visits of a patient that are booked, as they read them: one trip a line."""

from dataclasses import dataclass

from clinic import clock
from clinic.calendar.models import ENDED, Appointment
from clinic.calendar.pages.person import Trip, trips_of
from clinic.chart.models import Person
from concordant.booking.numbers import LATE_HOURS


@dataclass(frozen=True)
class BookedToCome:
    trips: tuple[Trip, ...]
    late_hours: int
    """A visit that is cancelled later than so many hours before it is cancelled late."""


def booked_to_come(person: Person) -> BookedToCome:
    """The next first. One statement."""
    found = Appointment.objects.filter(person=person, ends_at__gt=clock.now()).exclude(status__in=ENDED)
    trips = trips_of(list(found.select_related("clinician", "room").order_by("starts_at")))
    return BookedToCome(trips, int(LATE_HOURS))
