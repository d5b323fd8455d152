"""Visits of the calendar that were missed or cancelled late, and for which nobody has decided on a fee yet."""

from typing import Any

from django.apps import apps

from clinic.audit.actor import Actor
from clinic.claims.actions.propose import Month
from clinic.claims.disciplines import BOOKED, Discipline
from clinic.claims.models import InvoiceLine, Item

_APPOINTMENT = "calendar.Appointment"
_ITEMS = {"no_show": Item.NO_SHOW, "late_cancelled": Item.LATE}
"""The words of the calendar -> what is billed."""


def missed_visits(by: Actor, month: Month | None = None) -> list[dict[str, Any]]:
    """What the form of a fee begins with, of each of a month or of all; the oldest first.

    Empty where the clinic keeps no calendar.
    """
    if not apps.is_installed("clinic.calendar"):
        return []
    zone = by.user.clinic.zone if by.user and by.user.clinic else None
    appointments = apps.get_model(_APPOINTMENT)
    decided = InvoiceLine.objects.of_clinic(by.clinic_id).filter(appointment__isnull=False).values("appointment")
    found = (
        appointments.objects.filter(clinic_id=by.clinic_id, status__in=_ITEMS)
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
            "item": _ITEMS[one.status],
        }
        for one in found
        if (day := one.starts_at.astimezone(zone).date()) and (month is None or day in month)
    ]
