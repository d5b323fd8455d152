"""Visits to come whose moment no longer stands for the hour that was told, and which of them can go back to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.calendar.clocks import NoSuchHour, settled
from clinic.calendar.models import ENDED, Appointment
from clinic.calendar.one_at_a_time import HELD

A_DAY = timedelta(days=1)
"""No law moves the clocks by more."""


@dataclass(frozen=True)
class Differing:
    visit: Appointment
    told: datetime
    """On the clocks of the clinic, without a zone, as is ``shown``."""
    shown: datetime
    """What the clocks say of its moment now."""
    back_at: datetime | None
    """The moment of the hour that was told; None where the clocks skip that hour by now."""

    @property
    def by(self) -> timedelta:
        """How far it has to move to go back."""
        return timedelta(0) if self.back_at is None else self.back_at - self.visit.starts_at


def is_as_told(one: Appointment) -> bool:
    """Where nobody knows what was told, nothing differs from it."""
    return one.told is None or one.told == _shown(one)


def differing(clinic: Clinic) -> tuple[Differing, ...]:
    """What stands and is to come, by its moment or by the hour that was told, in the order of the clocks."""
    now = clock.now()
    rows = Appointment.objects.filter(clinic=clinic, starts_at__gt=now - A_DAY, told_day__isnull=False)
    standing = rows.exclude(status__in=ENDED).select_related("clinic", "person", "clinician", "room")
    found = [_differing(one) for one in standing if not is_as_told(one)]
    coming = [one for one in found if max(one.visit.starts_at, one.back_at or one.visit.starts_at) > now]
    return tuple(sorted(coming, key=lambda one: (one.told, one.visit.pk)))


def may_go_back(found: Iterable[Differing]) -> tuple[Differing, ...]:
    """Without those whose hour is skipped, or is somebody else's by now. Who has to stay keeps their hour from others,
    so it is looked at again until nobody is in the way."""
    going = [one for one in found if one.back_at is not None]
    while True:
        held = _holding(Appointment.objects.exclude(pk__in=[one.visit.pk for one in going]), going)
        free = []
        for one in going:
            if not any(_clash(one, each, by) for each, by in held):
                free.append(one)
                held.append((one.visit, one.by))
        if len(free) == len(going):
            return tuple(free)
        going = free


def _holding(rows, going: list[Differing]) -> list[tuple[Appointment, timedelta]]:
    """Visits that stand near, and stay where they are."""
    if not going:
        return []
    first = min(one.visit.starts_at + one.by for one in going)
    last = max(one.visit.free_at + one.by for one in going)
    near = rows.filter(Q(starts_at__lt=last) & Q(free_at__gt=first)).exclude(status__in=ENDED)
    return [(one, timedelta(0)) for one in near]


def _clash(wants: Differing, other: Appointment, by: timedelta) -> bool:
    """Whether they would share a clinician, a room or a person, as the database judges it."""
    one = wants.visit
    return any(
        getattr(one, f"{what}_id") == getattr(other, f"{what}_id")
        and one.starts_at + wants.by < getattr(other, until) + by
        and other.starts_at + by < getattr(one, until) + wants.by
        for what, until in HELD.items()
    )


def _differing(one: Appointment) -> Differing:
    assert one.told is not None
    try:
        back_at = settled(one.told.replace(tzinfo=one.clinic.zone))
    except NoSuchHour:
        back_at = None
    return Differing(one, one.told, _shown(one), back_at)


def _shown(one: Appointment) -> datetime:
    return one.starts_at.astimezone(one.clinic.zone).replace(tzinfo=None, fold=0)
