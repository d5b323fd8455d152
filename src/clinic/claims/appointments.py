"""The appointments of the calendar that were missed, as far as bills ask for them. A clinic may keep no calendar."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.chart.models import Person
from clinic.claims.models import Item

_APPOINTMENT = "calendar.Appointment"
ITEMS = {"no_show": Item.NO_SHOW, "late_cancelled": Item.LATE}
"""The words of the calendar -> what is billed."""


def appointments_of(clinic_id: int) -> Any:
    """None where the clinic keeps no calendar."""
    if not apps.is_installed("clinic.calendar"):
        return None
    return apps.get_model(_APPOINTMENT).objects.filter(clinic_id=clinic_id)


def require_missed(person: Person, key: int) -> int | None:
    """Whose hour it was; None where the clinic keeps no calendar.

    Raises ValidationError, in the same words for an appointment that was not missed, for one of somebody else and for
    one that there is not.
    """
    appointments = appointments_of(person.clinic_id)
    if appointments is None:
        return None
    found = appointments.filter(pk=key, person=person, status__in=ITEMS).first()
    if found is None:
        raise ValidationError({"appointment": _("The calendar has no missed visit of this person there.")})
    return int(found.clinician_id)


def still_missed(lines: Iterable[Any]) -> set[int | None]:
    """The appointments of these fees that were missed, by what the calendar says now; and none, of a fee that names no
    appointment. Where the clinic keeps no calendar, every one. One statement."""
    lines = [one for one in lines if one.item in ITEMS.values()]
    named = {one.appointment for one in lines if one.appointment is not None}
    found = appointments_of(lines[0].clinic_id) if named else None
    kept = named if found is None else set(found.filter(pk__in=named, status__in=ITEMS).values_list("pk", flat=True))
    return {None, *kept}
