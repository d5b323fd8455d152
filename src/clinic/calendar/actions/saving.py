"""Writing many visits at once. Needs an open transaction and the clinic's turn to write."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import clock
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.words import Action
from clinic.calendar.actions.booking import book_here, place, require_place
from clinic.calendar.actions.changes import BOOKED, change_of, subject_of_visit
from clinic.calendar.actions.checking import wanted_of
from clinic.calendar.errors import Broken, RulesBroken
from clinic.calendar.models import ENDED, Appointment, AppointmentChange, PrescribedVisit, Waiting
from clinic.calendar.places.wanted import Wanted
from clinic.chart.models import Person

AT_ONCE = 500
Placing = tuple[int, int, int, datetime]
"""Visit, clinician, room, hour."""
Wish = tuple[Person, PrescribedVisit, list[dict[str, Any]]]
"""Whose visit is to wait, and why."""


def book_all_of(
    by: Actor,
    person: Person,
    visits: Mapping[int, PrescribedVisit],
    placings: Iterable[Placing],
) -> tuple[Appointment, ...]:
    """Each is looked at as if it were booked alone. Raises Taken, and RulesBroken with the hours before their rules."""
    made: list[Appointment] = []
    broken: list[Broken] = []
    for key, clinician, room, starts_at in sorted(placings, key=lambda one: one[3]):
        visit = visits.get(key)
        if visit is None:
            raise ValidationError(_("A visit of this proposal is no longer asked for. Ask for a new one."))
        wanted = wanted_of(
            by,
            person=person,
            clinician=clinician,
            room=room,
            starts_at=starts_at,
            discipline=visit.discipline,
            minutes=visit.minutes,
            prescribed=visit,
        )
        try:
            require_place(by, wanted)
        except RulesBroken as refused:
            hour = timezone.localtime(wanted.starts_at, wanted.zone)
            broken += [Broken(one.rule, f"{hour:%Y-%m-%d %H:%M}: {one.says}", one.is_hard) for one in refused.broken]
            continue
        made.append(book_here(by, wanted))
    if broken:
        raise RulesBroken(broken)
    AuditHead.locked(by.clinic_id).append_each(
        by=by, action=Action.BOOK, subjects=[subject_of_visit(one) for one in made]
    )
    return tuple(made)


def book_unlooked(by: Actor, wanted: Iterable[Wanted]) -> tuple[Appointment, ...]:
    """In a few statements, without a look at the rules: for a calendar that is known to be as it was when they were
    worked out. The database keeps hours apart all the same. Raises IntegrityError."""
    made = []
    for one in wanted:
        visit = Appointment(
            clinic=one.clinic,
            person=one.person,
            discipline=one.discipline,
            kind=one.kind,
            prescribed=one.prescribed,
        )
        place(visit, one)
        made.append(visit)
    Appointment.objects.bulk_create(made, batch_size=AT_ONCE)
    AppointmentChange.objects.bulk_create([change_of(by, one, BOOKED, {}) for one in made], batch_size=AT_ONCE)
    filled = [one.prescribed_id for one in made]
    Waiting.objects.filter(prescribed__in=filled, ended_at__isnull=True).update(ended_at=clock.now())
    AuditHead.locked(by.clinic_id).append_each(
        by=by, action=Action.BOOK, subjects=[subject_of_visit(one) for one in made]
    )
    return tuple(made)


def let_wait(wishes: Iterable[Wish]) -> tuple[PrescribedVisit, ...]:
    """Once for each visit: who waits already keeps their place in the queue and gets the newer reasons. A visit that
    somebody booked meanwhile does not wait. Gives those that do."""
    wanted = {visit.pk: (person, visit, reasons) for person, visit, reasons in wishes}
    for booked in Appointment.objects.filter(prescribed__in=wanted).exclude(status__in=ENDED):
        del wanted[booked.prescribed_id or 0]
    there = {one.prescribed_id: one for one in Waiting.objects.filter(prescribed__in=wanted)}
    for key, one in there.items():
        one.ended_at = None
        one.reasons = wanted[key or 0][2]
    Waiting.objects.bulk_update(there.values(), ["ended_at", "reasons"], batch_size=AT_ONCE)
    now = clock.now()
    Waiting.objects.bulk_create(
        [
            Waiting(
                person=person,
                prescribed=visit,
                discipline=visit.discipline,
                minutes=visit.minutes,
                since=now,
                until=visit.latest,
                reasons=reasons,
            )
            for key, (person, visit, reasons) in wanted.items()
            if key not in there
        ],
        batch_size=AT_ONCE,
    )
    return tuple(visit for _person, visit, _reasons in wanted.values())
