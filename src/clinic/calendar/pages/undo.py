"""Undo beats "are you sure?": what was just moved, and where from."""

from dataclasses import dataclass
from datetime import datetime

from clinic.audit.actor import Actor
from clinic.calendar.actions.changes import MOVED
from clinic.calendar.models import Appointment, AppointmentChange


@dataclass(frozen=True)
class Undo:
    visit: Appointment
    starts_at: datetime
    """Where it stood before."""
    clinician: int
    room: int


def undo_of(by: Actor, appointment_id: int | None) -> Undo | None:
    """Of one's own newest change, as long as nobody changed it after that."""
    if appointment_id is None:
        return None
    changes = AppointmentChange.objects.filter(appointment=appointment_id, appointment__clinic_id=by.clinic_id)
    newest = changes.select_related("appointment__person", "appointment__clinician").order_by("-id").first()
    if newest is None or newest.what != MOVED or by.user is None or newest.by_id != by.user.pk:
        return None
    before = newest.before
    starts_at = datetime.fromisoformat(before["starts_at"])
    return Undo(newest.appointment, starts_at, int(before["clinician"]), int(before["room"]))
