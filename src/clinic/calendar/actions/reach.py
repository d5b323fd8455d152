"""Getting hold of what a clinic's calendar is made of. What is another clinic's is not there."""

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from clinic.accounts.models import Clinic, User
from clinic.audit.actor import Actor
from clinic.calendar.models import Appointment, Practice, PrescribedVisit, Room, Series
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
    return _one(people_in_reach(by).select_related("clinic"), person, "person")


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
    return _one(mine.select_related("person__clinic"), series, "series")


def prescribed_of(by: Actor, visit: "PrescribedVisit | int | None", person: Person) -> PrescribedVisit | None:
    if visit is None:
        return None
    return _one(PrescribedVisit.objects.filter(series__person=person).select_related("series"), visit, "visit")


def appointment_of(by: Actor, key: int) -> Appointment:
    mine = Appointment.objects.filter(clinic_id=by.clinic_id)
    return _one(
        mine.select_related("clinic", "person__clinic", "clinician", "room", "prescribed__series"), key, "visit"
    )


def _one(rows: QuerySet[M], wanted: Key, name: str) -> M:
    key = wanted if isinstance(wanted, int) else wanted.pk
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404(f"no such {name} here")
    return found
