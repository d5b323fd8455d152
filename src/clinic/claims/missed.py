"""Visits of the calendar that were missed or cancelled late, and for which nobody has decided on a fee yet."""

from datetime import datetime, time
from typing import Any

from clinic import clock
from clinic.audit.actor import Actor
from clinic.claims.actions.propose import Month
from clinic.claims.appointments import ITEMS, appointments_of
from clinic.claims.disciplines import BOOKED, Discipline
from clinic.claims.models import InvoiceLine


def missed_visits(by: Actor, month: Month | None = None, *, only: int | None = None) -> list[dict[str, Any]]:
    """What the form of a fee begins with, of each of a month, of one appointment, or of all; the oldest first.

    Of hours that are over: a fee for one to come is asked for when it has come. Empty where the clinic keeps no
    calendar.
    """
    appointments = appointments_of(by.clinic_id)
    if appointments is None:
        return []
    zone = by.user.clinic.zone if by.user and by.user.clinic else None
    decided = InvoiceLine.objects.of_clinic(by.clinic_id).filter(appointment__isnull=False).values("appointment")
    found = appointments.filter(status__in=ITEMS, starts_at__lte=clock.now()).exclude(pk__in=decided)
    if only is not None:
        found = found.filter(pk=only)
    if month is not None:
        first, after = (datetime.combine(one, time.min, zone) for one in (month.first, month.after))
        found = found.filter(starts_at__gte=first, starts_at__lt=after)
    return [
        {
            "person": one.person,
            "appointment": one.pk,
            "on": one.starts_at.astimezone(zone).date(),
            "discipline": Discipline(BOOKED[one.discipline]),
            "item": ITEMS[one.status],
        }
        for one in found.select_related("person").order_by("starts_at", "pk")
    ]
