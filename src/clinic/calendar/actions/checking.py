"""Which rules a place would break, asked before anything is written, and which hours are free instead."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.accounts.models import User
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.calendar.actions.reach import appointment_of, clinic_of, person_of, practice_of, prescribed_of, room_of
from clinic.calendar.clocks import settled
from clinic.calendar.disciplines import Discipline
from clinic.calendar.errors import Broken, FreePlace, RulesBroken
from clinic.calendar.models import Appointment, PrescribedVisit, Room
from clinic.calendar.places.around import around
from clinic.calendar.places.check import broken_by
from clinic.calendar.places.free import SHOWN, free_places
from clinic.calendar.places.wanted import Wanted
from clinic.chart.models import Person

MOST_MINUTES = 480
REASON_LENGTH = 200


def check_place(
    by: Actor,
    *,
    person: Person | int,
    clinician: User | int,
    room: Room | int,
    starts_at: datetime,
    discipline: str,
    minutes: int,
    moving: Appointment | int | None = None,
    prescribed: PrescribedVisit | int | None = None,
    kind: str = "",
) -> tuple[Broken, ...]:
    """Every rule, in the order of weight; empty where nothing stands against it. ``kind`` is that of the visit that
    moves or was prescribed, where none is named."""
    allow(by, Permission.KEEP_CALENDAR)
    wanted = wanted_of(
        by,
        person=person,
        clinician=clinician,
        room=room,
        starts_at=starts_at,
        discipline=discipline,
        minutes=minutes,
        moving=moving,
        prescribed=prescribed,
        kind=kind,
    )
    return broken_by(around(by, wanted))


def free_hours(
    by: Actor,
    *,
    person: Person | int,
    clinician: User | int,
    room: Room | int,
    starts_at: datetime,
    discipline: str,
    minutes: int,
    moving: Appointment | int | None = None,
    prescribed: PrescribedVisit | int | None = None,
    kind: str = "",
    shown: int = SHOWN,
) -> tuple[FreePlace, ...]:
    """The hours nearest to this one that break no rule."""
    allow(by, Permission.KEEP_CALENDAR)
    wanted = wanted_of(
        by,
        person=person,
        clinician=clinician,
        room=room,
        starts_at=starts_at,
        discipline=discipline,
        minutes=minutes,
        moving=moving,
        prescribed=prescribed,
        kind=kind,
    )
    return free_places(by, wanted, shown=shown)


def wanted_of(
    by: Actor,
    *,
    person: Person | int,
    clinician: User | int,
    room: Room | int,
    starts_at: datetime,
    discipline: str,
    minutes: int,
    kind: str = "",
    moving: Appointment | int | None = None,
    prescribed: PrescribedVisit | int | None = None,
) -> Wanted:
    """Raises Http404 for what is not of this clinic, and ValidationError for what no visit can be."""
    if discipline not in Discipline.values:
        raise ValidationError(_("%s is not a discipline.") % discipline)
    if not 0 < minutes <= MOST_MINUTES:
        raise ValidationError(_("A visit lasts from 1 to %s minutes.") % MOST_MINUTES)
    if kind and kind not in PrescribedVisit.Kind.values:
        raise ValidationError(_("%s is not a kind of visit.") % kind)
    if starts_at.second or starts_at.microsecond:
        raise ValidationError(_("A visit starts at a whole minute."))
    if isinstance(moving, int):
        moving = appointment_of(by, moving)
    found = person_of(by, person)
    visit = prescribed_of(by, prescribed, found)
    if visit is None and moving is not None:
        visit = moving.prescribed
    if visit is not None and visit.discipline != discipline:
        raise ValidationError(_("The plan asks for another discipline."))
    # What the plan says it is, it is.
    kinds = (visit.kind if visit else "", kind, moving.kind if moving else "", PrescribedVisit.Kind.TREATMENT.value)
    return Wanted(
        clinic=clinic_of(by),
        person=found,
        practice=practice_of(by, clinician),
        room=room_of(by, room),
        starts_at=settled(starts_at),
        discipline=discipline,
        kind=next(one for one in kinds if one),
        minutes=minutes,
        prescribed=visit,
        moving=moving,
    )


def require_allowed(by: Actor, broken: tuple[Broken, ...], override_reason: str) -> None:
    """Raises RulesBroken, unless all are soft and somebody who may says why."""
    if len(override_reason) > REASON_LENGTH:
        raise ValidationError(_("A reason has at most %s characters.") % REASON_LENGTH)
    if not broken:
        return
    is_hard = any(one.is_hard for one in broken)
    if is_hard or not override_reason.strip() or not by.may(Permission.OVERBOOK):
        raise RulesBroken(broken)
