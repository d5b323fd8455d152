"""Visits of the calendar that were missed or cancelled late, and for which nobody has decided on a fee yet."""

from typing import Any

from clinic.audit.actor import Actor
from clinic.claims.actions.propose import Month
from clinic.claims.calendar import ITEMS, missed
from clinic.claims.disciplines import BOOKED, Discipline
from clinic.claims.models import InvoiceLine


def missed_visits(by: Actor, month: Month | None = None) -> list[dict[str, Any]]:
    """What the form of a fee begins with, of each of a month or of all; the oldest first.

    Empty where the clinic keeps no calendar.
    """
    appointments = missed()
    if appointments is None:
        return []
    zone = by.user.clinic.zone if by.user and by.user.clinic else None
    decided = InvoiceLine.objects.of_clinic(by.clinic_id).filter(appointment__isnull=False).values("appointment")
    found = (
        appointments.filter(clinic_id=by.clinic_id)
        .exclude(pk__in=decided)
        .select_related("person")
        .order_by("starts_at", "pk")
    )
    return [
        {
            "person": one.person,
            "appointment": one.pk,
            "on": day,
            "discipline": Discipline(BOOKED[one.discipline]),
            "item": ITEMS[one.status],
        }
        for one in found
        if (day := one.starts_at.astimezone(zone).date()) and (month is None or day in month)
    ]
