"""What happened to an appointment, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from clinic.calendar.actions.changes import MOVED
from clinic.calendar.models import Appointment, Status


@dataclass(frozen=True)
class Told:
    at: datetime
    what: str
    who: str
    reason: str


def history_of(one: Appointment) -> list[Told]:
    """Newest first."""
    rows = one.changes.select_related("by").order_by("-id")
    return [
        Told(row.at, _what(row.what, row.before), row.by.display_name if row.by else "", row.reason) for row in rows
    ]


def _what(what: str, before: dict[str, str]) -> str:
    if what == MOVED and before.get("starts_at"):
        was = timezone.localtime(datetime.fromisoformat(before["starts_at"]))
        return _("moved from %s") % date_format(was, "D j M H:i")
    if what == Status.BOOKED and not before:
        return _("booked")
    return str(Status(what).label).lower() if what in Status.values else what
