"""Writing the visits of the demo clinic with what happened to them, as if each had been booked and lived through."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from clinic import clock
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action, Subject
from clinic.calendar.models import Appointment, AppointmentChange, Status

_BOOKED_BEFORE = timedelta(days=14)


def keep_visits(by: Actor, visits: Sequence[Appointment]) -> None:
    Appointment.objects.bulk_create(visits)
    changes: list[AppointmentChange] = []
    for one in visits:
        booked = {
            "starts_at": one.starts_at.astimezone(UTC).isoformat(timespec="minutes"),
            "clinician": one.clinician_id,
            "room": one.room_id,
            "status": Status.BOOKED.value,
        }
        made_at = min(one.starts_at - _BOOKED_BEFORE, clock.now())
        changes.append(_change(by, one, made_at, "booked", {}, booked))
        if one.status != Status.BOOKED:
            one.version = 2
            at = min(one.ends_at, clock.now())
            changes.append(_change(by, one, at, str(one.status), booked, booked | {"status": str(one.status)}))
    Appointment.objects.bulk_update([one for one in visits if one.version > 1], ["version"])
    AppointmentChange.objects.bulk_create(changes)
    record(by=by, action=Action.BOOK, subject=Subject("calendar"), reason="made-up visits of the demo clinic")


def _change(
    by: Actor, one: Appointment, at: datetime, what: str, before: dict[str, object], after: dict[str, object]
) -> AppointmentChange:
    return AppointmentChange(appointment=one, at=at, by=by.user, what=what, before=before, after=after)
