"""The appointments of the calendar that were missed, as far as bills ask for them. A clinic may keep no calendar."""

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.http import Http404
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


def require_missed(person: Person, key: int) -> None:
    """Raises Http404 for an appointment of somebody else, and ValidationError for one that was not missed. One that is
    in no calendar was missed somewhere else."""
    found = appointments_of(person.clinic_id)
    one = None if found is None else found.filter(pk=key).first()
    if one is None:
        return
    if one.person_id != person.pk:
        raise Http404("no such appointment of this person")
    if one.status not in ITEMS:
        raise ValidationError(_("This visit was not missed."))
