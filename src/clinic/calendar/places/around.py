"""What stands around a wanted place: read in a fixed number of statements, however full the calendar is."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.db.models import Q

from clinic.audit.actor import Actor
from clinic.calendar.clocks import start_of
from clinic.calendar.models import ENDED, Appointment, Away, MayCome, TimeOff, WeeklyHours
from clinic.calendar.payer import Paid, paid_for
from clinic.calendar.places.wanted import Wanted


@dataclass(frozen=True)
class Around:
    hours: tuple[WeeklyHours, ...]
    """Shifts of the clinician on that weekday."""
    off: tuple[TimeOff, ...]
    """Of the clinician and of the room on that day, and on the next where the visit goes on past midnight."""
    standing: tuple[Appointment, ...]
    """Of the clinician and the room on that day, and all of the person; not the one that moves."""
    may_come: tuple[MayCome, ...]
    away: tuple[Away, ...]
    paid: Paid
    wanted: Wanted

    @cached_property
    def of_person(self) -> tuple[Appointment, ...]:
        return tuple(one for one in self.standing if one.person_id == self.wanted.person.pk)

    @cached_property
    def same_discipline(self) -> tuple[Appointment, ...]:
        return tuple(one for one in self.of_person if one.discipline == self.wanted.discipline)

    @cached_property
    def of_clinician(self) -> tuple[Appointment, ...]:
        """Of that day."""
        mine = self.wanted.practice.clinician_id
        return tuple(one for one in self.standing if one.clinician_id == mine and self.day_of(one) == self.wanted.day)

    def day_of(self, one: Appointment) -> date:
        return one.starts_at.astimezone(self.wanted.zone).date()


def around(by: Actor, wanted: Wanted) -> Around:
    day = wanted.day
    hours = WeeklyHours.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        practice=wanted.practice,
        weekday=day.weekday(),
        valid_from__lte=day,
    )
    off = TimeOff.objects.filter(Q(practice=wanted.practice) | Q(room=wanted.room), on__in=wanted.days)
    return Around(
        hours=tuple(hours),
        off=tuple(off),
        standing=_standing(wanted),
        may_come=tuple(MayCome.objects.filter(person=wanted.person, is_wish=False)),
        away=tuple(Away.objects.filter(person=wanted.person, first__lte=day, last__gte=day)),
        paid=paid_for(by, [wanted.person])[wanted.person.pk],
        wanted=wanted,
    )


def _standing(wanted: Wanted) -> tuple[Appointment, ...]:
    first, last = _bounds(wanted)
    that_day = Q(starts_at__lt=last, free_at__gt=first)
    here = Q(clinician=wanted.clinician) | Q(room=wanted.room)
    return _not_moving(wanted, Q(person=wanted.person) | (here & that_day))


def standing_of(wanted: Wanted) -> tuple[Appointment, ...]:
    """All of the person."""
    return _not_moving(wanted, Q(person=wanted.person))


def _not_moving(wanted: Wanted, which: Q) -> tuple[Appointment, ...]:
    found = (
        Appointment.objects.filter(which)
        .exclude(status__in=ENDED)
        .select_related("prescribed", "person", "room", "clinician")
        .order_by("starts_at", "id")
    )
    if wanted.moving is not None:
        found = found.exclude(pk=wanted.moving.pk)
    return tuple(found)


def _bounds(wanted: Wanted) -> tuple[datetime, datetime]:
    """From midnight to midnight on the clocks, and on where the visit itself goes on."""
    end = start_of(wanted.day + timedelta(days=1), wanted.zone)
    return start_of(wanted.day, wanted.zone), max(end, wanted.free_at)
