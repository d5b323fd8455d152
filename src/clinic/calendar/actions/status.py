"""The way of an appointment through the day, the ways out of it, and one step back where something was wrong."""

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.calendar.actions.booking import require_place, require_version, save, wait_no_more
from clinic.calendar.actions.changes import note, state_of, subject_of_visit
from clinic.calendar.actions.checking import REASON_LENGTH, wanted_of
from clinic.calendar.actions.reach import appointment_of, works_here
from clinic.calendar.models import BEFORE_ARRIVAL, ENDED, THERE, Appointment, Status
from concordant.booking.numbers import LATE_HOURS

NEXT: Mapping[str, tuple[Status, ...]] = MappingProxyType(
    {
        Status.REQUESTED: (Status.BOOKED, Status.CONFIRMED),
        Status.BOOKED: (Status.CONFIRMED, Status.ARRIVED),
        Status.CONFIRMED: (Status.ARRIVED,),
        Status.ARRIVED: (Status.IN_ROOM,),
        Status.IN_ROOM: (Status.DONE,),
    }
)
"""The ways on; the first is the next step. Whatever else is not a way out is a correction, and says why."""
_OUT = (Status.CANCELLED, Status.LATE_CANCELLED, Status.NO_SHOW)


def change_status(
    by: Actor,
    appointment_id: int,
    *,
    version: int,
    status: str,
    reason: str = "",
    by_clinic: bool = False,
    override_reason: str = "",
) -> Appointment:
    """One step, or a correction with its reason.

    Whether a cancellation is late is decided here, by the hour at which it comes: either word is taken for it. It is
    never late where the clinic itself cancels (``by_clinic``), nor of a visit that was only asked for. Raises Changed.

    A visit that is to stand again keeps the rules of booking while its hour is to come: raises Taken where the hour was
    given away, and RulesBroken without ``override_reason`` by one who may set rules aside.
    """
    if status not in Status.values:
        raise ValidationError(_("%s is not a status of a visit.") % status)
    if len(reason) > REASON_LENGTH:
        raise ValidationError(_("A reason has at most %s characters.") % REASON_LENGTH)
    with (
        refusals_recorded(by=by, action=Action.CHANGE, subject=Subject("appointment", str(appointment_id))),
        transaction.atomic(),
    ):
        allow(by, Permission.KEEP_CALENDAR)
        AuditHead.locked(by.clinic_id)
        one = appointment_of(by, appointment_id)
        require_version(one, version)
        wanted = _decided(one, Status(status), by_clinic=by_clinic)
        _require_way(one, wanted, reason)
        if not one.stands and wanted not in ENDED:
            one.override_reason = _stands_again(by, one, override_reason)
            reason = "; ".join(dict.fromkeys(each for each in (reason, one.override_reason) if each))[:REASON_LENGTH]
        set_status(by, one, wanted, reason)
        record(by=by, action=Action.CHANGE, subject=subject_of_visit(one), reason=f"{wanted.value} {reason}".strip())
        return one


def _stands_again(by: Actor, one: Appointment, override_reason: str) -> str:
    """An hour that is still to come is held to the rules as if it were booked now; the reason for setting one aside is
    given. Of an hour that is over only what happened is put right: then it has to be free, and no more."""
    if one.starts_at <= clock.now():
        return one.override_reason
    if not works_here(by, one.clinician):
        raise ValidationError(_("%s no longer works here. Book a new visit instead.") % one.clinician.display_name)
    wanted = wanted_of(
        by,
        person=one.person,
        clinician=one.clinician_id,
        room=one.room_id,
        starts_at=one.starts_at,
        discipline=one.discipline,
        minutes=int((one.ends_at - one.starts_at) / timedelta(minutes=1)),
        moving=one,
    )
    return require_place(by, wanted, override_reason)


def set_status(by: Actor, one: Appointment, status: Status, reason: str = "") -> None:
    """Needs an open transaction and the clinic's turn to write."""
    before = state_of(one)
    one.status = status
    one.version += 1
    save(one)
    if one.stands:
        wait_no_more(one)
    note(by, one, status.value, before, reason.strip())


def is_late(one: Appointment) -> bool:
    """Cancelled now, it would be a late cancellation."""
    return one.status != Status.REQUESTED and clock.now() > one.starts_at - timedelta(hours=int(LATE_HOURS))


def _decided(one: Appointment, status: Status, *, by_clinic: bool) -> Status:
    if status not in (Status.CANCELLED, Status.LATE_CANCELLED):
        return status
    return Status.LATE_CANCELLED if is_late(one) and not by_clinic else Status.CANCELLED


def _require_way(one: Appointment, status: Status, reason: str) -> None:
    now, zone = clock.now(), one.clinic.zone
    if status == one.status:
        raise ValidationError(_("The visit has this status already."))
    if status == Status.NO_SHOW and one.starts_at > now:
        raise ValidationError(_("Nobody is missed before the hour has come."))
    if status in THERE and one.starts_at.astimezone(zone).date() > now.astimezone(zone).date():
        raise ValidationError(_("Nobody has come to a visit of a later day."))
    is_way = status in NEXT.get(one.status, ()) or (status in _OUT and one.status in BEFORE_ARRIVAL)
    if not is_way and not reason.strip():
        raise ValidationError(
            _("From “%(from)s” to “%(to)s” is a correction: say why.")
            % {"from": one.get_status_display(), "to": status.label}
        )
