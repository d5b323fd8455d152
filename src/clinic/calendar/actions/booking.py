"""Booking one visit, and moving one."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from clinic import clock
from clinic.accounts.models import User
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.calendar.actions.changes import BOOKED, MOVED, note, state_of, subject_of_visit
from clinic.calendar.actions.checking import require_allowed, wanted_of
from clinic.calendar.actions.reach import appointment_of
from clinic.calendar.errors import Changed, Taken
from clinic.calendar.models import ENDED, THERE, Appointment, PrescribedVisit, Room, Waiting
from clinic.calendar.one_at_a_time import what_is_taken
from clinic.calendar.places.around import around
from clinic.calendar.places.check import broken_by
from clinic.calendar.places.free import free_places
from clinic.calendar.places.hard import clashes
from clinic.calendar.places.wanted import Wanted
from clinic.chart.models import Person


def book(
    by: Actor,
    *,
    person: Person | int,
    clinician: User | int,
    room: Room | int,
    starts_at: datetime,
    discipline: str,
    kind: str,
    minutes: int,
    prescribed: PrescribedVisit | int | None = None,
    override_reason: str = "",
) -> Appointment:
    """Raises Taken with the next best hours, RulesBroken, and Http404 for what is not of this clinic."""
    key = person if isinstance(person, int) else person.pk
    wanted: Wanted | None = None
    try:
        with (
            refusals_recorded(by=by, action=Action.BOOK, subject=Subject("person", str(key))),
            transaction.atomic(),
        ):
            allow(by, Permission.KEEP_CALENDAR)
            AuditHead.locked(by.clinic_id)
            wanted = wanted_of(
                by,
                person=person,
                clinician=clinician,
                room=room,
                starts_at=starts_at,
                discipline=discipline,
                minutes=minutes,
                kind=kind,
                prescribed=prescribed,
            )
            made = book_here(by, wanted, require_place(by, wanted, override_reason))
            record(by=by, action=Action.BOOK, subject=subject_of_visit(made), reason=made.override_reason)
            return made
    except Taken as taken:
        if wanted is not None and taken.what != "prescribed":
            taken.next_best = free_places(by, wanted)
        raise


def move(
    by: Actor,
    appointment_id: int,
    *,
    version: int,
    starts_at: datetime,
    clinician: User | int | None = None,
    room: Room | int | None = None,
    override_reason: str = "",
) -> Appointment:
    """To another hour, and another clinician or room where one is named. Moving back undoes it. Raises Changed besides
    what booking raises."""
    wanted: Wanted | None = None
    try:
        with (
            refusals_recorded(by=by, action=Action.MOVE, subject=Subject("appointment", str(appointment_id))),
            transaction.atomic(),
        ):
            allow(by, Permission.KEEP_CALENDAR)
            AuditHead.locked(by.clinic_id)
            one = appointment_of(by, appointment_id)
            require_version(one, version)
            if not one.stands:
                raise ValidationError(_("This visit was cancelled. Book a new one instead."))
            wanted = wanted_of(
                by,
                person=one.person,
                clinician=one.clinician_id if clinician is None else clinician,
                room=one.room_id if room is None else room,
                starts_at=starts_at,
                discipline=one.discipline,
                minutes=int((one.ends_at - one.starts_at) / timedelta(minutes=1)),
                moving=one,
            )
            if one.status in THERE and wanted.day != one.starts_at.astimezone(wanted.zone).date():
                raise ValidationError(_("Somebody has come to this visit: it is not moved to another day."))
            move_here(by, one, wanted, require_place(by, wanted, override_reason))
            record(by=by, action=Action.MOVE, subject=subject_of_visit(one), reason=one.override_reason)
            return one
    except Taken as taken:
        if wanted is not None:
            taken.next_best = free_places(by, wanted)
        raise


def require_version(one: Appointment, version: int) -> None:
    if one.version != version:
        raise Changed(one)


def require_place(by: Actor, wanted: Wanted, override_reason: str = "") -> str:
    """The reason that is to be kept: none where no rule is broken. Raises Taken and RulesBroken."""
    found = around(by, wanted)
    if clash := next(clashes(found), None):
        raise Taken(*clash)
    broken = broken_by(found)
    require_allowed(by, broken, override_reason)
    return override_reason.strip() if broken else ""


def book_here(by: Actor, wanted: Wanted, override_reason: str = "") -> Appointment:
    """Needs an open transaction, the clinic's turn to write, and the rules looked at. Ends the wish that it fills."""
    made = Appointment(
        clinic=wanted.clinic,
        person=wanted.person,
        discipline=wanted.discipline,
        kind=wanted.kind,
        prescribed=wanted.prescribed,
        override_reason=override_reason,
    )
    place(made, wanted)
    save(made)
    note(by, made, BOOKED, {}, made.override_reason)
    wait_no_more(made)
    return made


def move_here(by: Actor, one: Appointment, wanted: Wanted, override_reason: str = "") -> Appointment:
    """The same for a visit that stands elsewhere."""
    before = state_of(one)
    place(one, wanted)
    one.override_reason = override_reason
    one.version += 1
    save(one)
    note(by, one, MOVED, before, one.override_reason)
    return one


def wait_no_more(one: Appointment) -> None:
    """The visit of a series that has its hour waits for none."""
    if one.prescribed_id is not None:
        Waiting.objects.filter(prescribed=one.prescribed_id, ended_at__isnull=True).update(ended_at=clock.now())


def place(one: Appointment, wanted: Wanted) -> None:
    one.clinician, one.room = wanted.clinician, wanted.room
    one.starts_at, one.ends_at, one.free_at = wanted.starts_at, wanted.ends_at, wanted.free_at


def save(one: Appointment) -> None:
    """Raises Taken where the database knows better than the look before it."""
    try:
        with transaction.atomic():
            one.save()
    except IntegrityError as error:
        if what := what_is_taken(error):
            raise Taken(what, _in_the_way(one, what)) from None
        if "prescribed" in str(error):
            standing = Appointment.objects.filter(prescribed=one.prescribed_id).exclude(status__in=ENDED)
            raise Taken("prescribed", standing.exclude(pk=one.pk).first()) from None
        raise


def _in_the_way(one: Appointment, what: str) -> Appointment | None:
    until = one.ends_at if what == "person" else one.free_at
    other = {f"{what}_id": getattr(one, f"{what}_id"), "starts_at__lt": until}
    other["ends_at__gt" if what == "person" else "free_at__gt"] = one.starts_at
    return Appointment.objects.filter(**other).exclude(status__in=ENDED).exclude(pk=one.pk).first()
