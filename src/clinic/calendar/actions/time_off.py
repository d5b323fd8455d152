"""Somebody is away, or a room is closed; and whom that touches."""

from datetime import date, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.calendar.actions.reach import clinic_of, practice_of, room_of
from clinic.calendar.clocks import span, span_on
from clinic.calendar.models import Appointment, Practice, Room, Status, TimeOff
from clinic.calendar.problem.stretch import Stretch

MOVABLE = (Status.REQUESTED, Status.BOOKED, Status.CONFIRMED)
"""Whoever has come is not sent away."""


def take_time_off(
    by: Actor,
    *,
    practice: Practice | int | None = None,
    room: Room | int | None = None,
    on: date,
    starts: time,
    ends: time,
    why: str,
) -> tuple[TimeOff, tuple[Appointment, ...]]:
    """Of a clinician's practice or of a room; ``ends`` 00:00 is the end of the day. With the visits that stand in it:
    they stay where they are until somebody moves them. Said twice, it is the one that stands."""
    subject = Subject("time off")
    with refusals_recorded(by=by, action=Action.TIME_OFF, subject=subject), transaction.atomic():
        allow(by, Permission.KEEP_CALENDAR)
        AuditHead.locked(by.clinic_id)
        made = TimeOff(
            practice=_practice(by, practice) if practice is not None else None,
            room=room_of(by, room) if room is not None else None,
            on=on,
            starts=starts,
            ends=ends,
            why=why,
            said_by=by.user,
            said_at=clock.now(),
        )
        if (made.practice is None) == (made.room is None):
            raise ValidationError(_("Time off is of a clinician or of a room."))
        off = span(starts, ends)
        if off.start >= off.end:
            raise ValidationError(_("Time off ends after it starts."))
        made.full_clean(exclude=["said_by"])
        if (same := _same(made)) is not None:
            return same, affected_by(by, [same])
        made.save()
        record(by=by, action=Action.TIME_OFF, subject=Subject("time off", str(made.pk)), reason=f"{why} {on}")
        return made, affected_by(by, [made])


def end_time_off(by: Actor, time_off: TimeOff | int) -> None:
    """It was a mistake, or somebody is back earlier. Others' hours are given back by the two roles that may set rules
    aside: else whoever may not book into an absence would end it first."""
    key = time_off if isinstance(time_off, int) else time_off.pk
    subject = Subject("time off", str(key))
    with refusals_recorded(by=by, action=Action.TIME_OFF, subject=subject), transaction.atomic():
        allow(by, Permission.KEEP_CALENDAR)
        AuditHead.locked(by.clinic_id)
        for one in times_off(by, [key]):
            if not may_end(by, one):
                allow(by, Permission.OVERBOOK)
            reason = f"ended: {one.why} {one.on} {one.starts:%H:%M}-{one.ends:%H:%M}"
            one.delete()
            record(by=by, action=Action.TIME_OFF, subject=subject, reason=reason)


def may_end(by: Actor, off: TimeOff) -> bool:
    """Who said it, whose own time it is, and the two roles that may set rules aside."""
    assert by.user is not None
    is_own = off.practice is not None and off.practice.clinician_id == by.user.pk
    return is_own or off.said_by_id == by.user.pk or by.may(Permission.OVERBOOK)


def times_off(by: Actor, keys: "list[int] | tuple[int, ...]") -> tuple[TimeOff, ...]:
    """Of this clinic. Raises Http404 where one is not there."""
    found = tuple(
        one
        for one in TimeOff.objects.filter(pk__in=keys).select_related("practice__clinician", "room")
        if _clinic_id(one) == by.clinic_id
    )
    if len(found) != len(set(keys)):
        raise Http404("no such time off here")
    return found


def affected_by(by: Actor, off: "list[TimeOff] | tuple[TimeOff, ...]") -> tuple[Appointment, ...]:
    """Visits that stand in it and could still be moved, in the order of the day."""
    if not off:
        return ()
    days = [one.on for one in off]
    stretch = Stretch(clinic_of(by), min(days), max(days))
    standing = Appointment.objects.filter(
        clinic=stretch.clinic, status__in=MOVABLE, starts_at__lt=stretch.ends_at, free_at__gt=stretch.starts_at
    ).select_related("person", "clinician", "room", "prescribed")
    return tuple(one for one in standing if any(touches(stretch, each, one) for each in off))


def touches(stretch: Stretch, off: TimeOff, one: Appointment) -> bool:
    """The visit stands in this time of its clinician or of its room."""
    if off.practice is not None and off.practice.clinician_id != one.clinician_id:
        return False
    if off.room_id is not None and off.room_id != one.room_id:
        return False
    return span(off.starts, off.ends).meets(*span_on(off.on, one.starts_at, one.free_at, stretch.zone))


def _same(off: TimeOff) -> TimeOff | None:
    """One that stands already for the same hours."""
    mine = {"practice": off.practice} if off.practice is not None else {"room": off.room}
    return TimeOff.objects.filter(**mine, on=off.on, starts=off.starts, ends=off.ends).first()


def _practice(by: Actor, practice: Practice | int) -> Practice:
    key = practice if isinstance(practice, int) else practice.pk
    found = Practice.objects.filter(pk=key, clinician__clinic_id=by.clinic_id).first()
    if found is None:
        raise Http404("no such practice here")
    return practice_of(by, found.clinician_id)


def _clinic_id(off: TimeOff) -> int | None:
    if off.practice is not None:
        return off.practice.clinician.clinic_id
    return off.room.clinic_id if off.room is not None else None
