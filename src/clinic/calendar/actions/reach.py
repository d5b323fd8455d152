"""Getting hold of what a clinic's calendar is made of. What is another clinic's is not there."""

from contextlib import AbstractContextManager
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from clinic.accounts.models import Clinic, User
from clinic.audit.actor import Actor
from clinic.audit.record import refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.calendar.models import ENDED, Appointment, Practice, PrescribedVisit, Room, Series
from clinic.chart.actions.reach import people_in_reach
from clinic.chart.models import Person

M = TypeVar("M", bound=Model)
Key = int | Model
"""A row, or its key."""


def clinic_of(by: Actor) -> Clinic:
    """Of whoever has a permission: nobody has one without a clinic."""
    assert by.user is not None
    assert by.user.clinic is not None
    return by.user.clinic


def person_of(by: Actor, person: "Person | int") -> Person:
    with _refused(by, "person", person):
        return _one(people_in_reach(by).select_related("clinic", "user", "visit_mail"), person, "person")


def room_of(by: Actor, room: "Room | int") -> Room:
    return _one(Room.objects.filter(clinic_id=by.clinic_id), room, "room")


def works_here(by: Actor, clinician: User) -> bool:
    """Else they have left; what is booked with them stands until it is moved."""
    return clinician.is_active and clinician.clinic_id == by.clinic_id


def practice_of(by: Actor, clinician: "User | int") -> Practice:
    """Of a clinician who works here."""
    practices = Practice.objects.filter(clinician__clinic_id=by.clinic_id, clinician__is_active=True)
    key = clinician if isinstance(clinician, int) else clinician.pk
    found = practices.filter(clinician_id=key).select_related("clinician").first()
    if found is None:
        raise Http404("no such clinician here")
    return found


def series_of(by: Actor, series: "Series | int") -> Series:
    mine = Series.objects.filter(person__in=people_in_reach(by))
    with _refused(by, "series", series):
        return _one(mine.select_related("person__clinic"), series, "series")


def prescribed_of(by: Actor, visit: "PrescribedVisit | int | None", person: Person) -> PrescribedVisit | None:
    if visit is None:
        return None
    return _one(PrescribedVisit.objects.filter(series__person=person).select_related("series"), visit, "visit")


def waiting_visit_of(by: Actor, visit: int) -> PrescribedVisit:
    """Of an open series, without an hour. Raises ValidationError where it has one, or where a newer plan came."""
    mine = PrescribedVisit.objects.filter(series__person__in=people_in_reach(by))
    with _refused(by, "waiting", visit):
        found = _one(mine.select_related("series__person__clinic"), visit, "visit")
    if found.series.ended_at is not None:
        raise ValidationError(_("A newer plan took the place of this series. Ask for a new proposal."))
    if Appointment.objects.filter(prescribed=found).exclude(status__in=ENDED).exists():
        raise ValidationError(_("This visit has its hour."))
    return found


def appointment_of(by: Actor, key: int) -> Appointment:
    mine = Appointment.objects.filter(clinic_id=by.clinic_id)
    rows = mine.select_related("clinic", "person__clinic", "clinician", "room", "prescribed__series")
    with _refused(by, "appointment", key):
        return _one(rows, key, "visit")


def _refused(by: Actor, kind: str, wanted: Key) -> AbstractContextManager[None]:
    """Who asks for what is not of their clinic stands in the log. Within an action, what the action itself records of
    the refusal stays instead: this goes with its transaction."""
    key = wanted if isinstance(wanted, int) else wanted.pk
    return refusals_recorded(by=by, action=Action.VIEW, subject=Subject(kind, str(key)))


def _one(rows: QuerySet[M], wanted: Key, name: str) -> M:
    key = wanted if isinstance(wanted, int) else wanted.pk
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404(f"no such {name} here")
    return found
