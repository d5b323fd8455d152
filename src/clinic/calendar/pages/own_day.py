"""Who comes to one clinician today, in order, each with the other half of its pair."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import OuterRef, Subquery

from clinic.accounts.models import User
from clinic.calendar.clocks import start_of
from clinic.calendar.models import Appointment
from clinic.calendar.pages.ways_on import WaysOn, ways_on
from clinic.calendar.pairs import Pair, pairs_among
from clinic.chart.models import Entry, Person


@dataclass(frozen=True)
class Booked:
    visit: Appointment
    pair: Pair | None
    newest: int | None
    """The newest entry of the person's chart."""
    ways_on: WaysOn

    @property
    def person(self) -> Person:
        return self.visit.person

    @property
    def other(self) -> Appointment | None:
        """Of the same person on that day, with somebody else."""
        return self.pair.other(self.visit) if self.pair else None


def own_day(user: User, day: date) -> tuple[Booked, ...]:
    """One statement: the visits of the whole clinic on that day, of which one's own are kept."""
    clinic = user.clinic
    assert clinic is not None
    newest = Entry.objects.filter(person=OuterRef("person_id")).order_by("-id").values("id")[:1]
    found = list(
        Appointment.objects.filter(
            clinic=clinic,
            starts_at__gte=start_of(day, clinic.zone),
            starts_at__lt=start_of(day + timedelta(days=1), clinic.zone),
        )
        .select_related("person__clinic", "clinician", "room")
        .annotate(newest=Subquery(newest))
    )
    pairs = pairs_among(found)
    return tuple(
        Booked(one, pairs.get(one.pk), one.newest, ways_on(one))
        for one in found
        if one.clinician_id == user.pk and one.stands
    )
