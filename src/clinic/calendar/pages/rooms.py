"""Which rooms serve a visit and are free at its hour."""

from datetime import datetime

from django.db.models import Q

from clinic.accounts.models import Clinic
from clinic.calendar.clocks import span, span_on
from clinic.calendar.disciplines import Discipline
from clinic.calendar.models import ENDED, Appointment, Room, TimeOff


def free_rooms(
    clinic: Clinic, discipline: str, starts_at: datetime, free_at: datetime, moving: Appointment | None = None
) -> list[Room]:
    """That of the visit that moves comes first, where it is free."""
    day = starts_at.astimezone(clinic.zone).date()
    last = free_at.astimezone(clinic.zone).date()
    serves = Q(for_physio=True) if discipline == Discipline.PHYSIO else Q(for_rmt=True)
    rooms = Room.objects.filter(serves, Q(closed_on__isnull=True) | Q(closed_on__gt=day), clinic=clinic)
    taken = Appointment.objects.filter(clinic=clinic, starts_at__lt=free_at, free_at__gt=starts_at)
    taken = taken.exclude(status__in=ENDED)
    if moving is not None:
        taken = taken.exclude(pk=moving.pk)
    busy: set[int | None] = set(taken.values_list("room_id", flat=True))
    for off in TimeOff.objects.filter(room__clinic=clinic, on__range=(day, last)):
        if span(off.starts, off.ends).meets(*span_on(off.on, starts_at, free_at, clinic.zone)):
            busy.add(off.room_id)
    found = [one for one in rooms if one.pk not in busy]
    own = moving.room_id if moving else None
    return sorted(found, key=lambda one: (one.pk != own, one.for_physio and one.for_rmt, one.name))
