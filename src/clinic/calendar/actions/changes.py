"""What is written beside every change of an appointment."""

from datetime import UTC
from typing import Any

from clinic import clock
from clinic.audit.actor import Actor
from clinic.audit.words import Subject
from clinic.calendar.models import Appointment, AppointmentChange

BOOKED, MOVED = "booked", "moved"


def state_of(one: Appointment) -> dict[str, Any]:
    """Where and how it stands, as a change keeps it."""
    return {
        "starts_at": one.starts_at.astimezone(UTC).isoformat(timespec="minutes"),
        "clinician": one.clinician_id,
        "room": one.room_id,
        "status": str(one.status),
    }


def note(by: Actor, one: Appointment, what: str, before: dict[str, Any], reason: str = "") -> AppointmentChange:
    """Saved with the change itself, in one transaction."""
    change = change_of(by, one, what, before, reason)
    change.save()
    return change


def change_of(by: Actor, one: Appointment, what: str, before: dict[str, Any], reason: str = "") -> AppointmentChange:
    return AppointmentChange(
        appointment=one, at=clock.now(), by=by.user, what=what, before=before, after=state_of(one), reason=reason
    )


def subject_of_visit(one: Appointment) -> Subject:
    return Subject("appointment", str(one.pk), one.person_id, one.person.chart_number)
