"""What bills know of the calendar, where the clinic keeps one here: which visits were missed, and whose they were."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.apps import apps

from clinic.chart.models import Person
from clinic.claims.models import Item

ITEMS: Mapping[str, Item] = MappingProxyType({"no_show": Item.NO_SHOW, "late_cancelled": Item.LATE})
"""The words of the calendar -> what is billed."""


def missed() -> Any:
    """Appointments that were missed or cancelled late, of every clinic; None where there is no calendar."""
    if not apps.is_installed("clinic.calendar"):
        return None
    return apps.get_model("calendar.Appointment").objects.filter(status__in=ITEMS)


def is_missed_by(person: Person, appointment: int) -> bool:
    """Whether the calendar has it as a visit of this person that was missed or cancelled late."""
    found = missed()
    return found is not None and bool(found.filter(pk=appointment, person=person).exists())
