"""A small clinic with a calendar: one physiotherapist, one massage therapist, two rooms, nine to five on weekdays."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from clinic.accounts.models import Clinic, User
from clinic.accounts.roles import CLINIC_LEAD, FRONT_DESK, PHYSIOTHERAPIST, RMT
from clinic.audit.actor import Actor
from clinic.calendar.actions import book
from clinic.calendar.clocks import moment
from clinic.calendar.models import Appointment, Practice, PrescribedVisit, Room, Series, WeeklyHours
from clinic.chart.models import Person
from tests.clinic import build

MONDAY = date(2026, 1, 12)
NOW = datetime(2026, 1, 9, 18, tzinfo=UTC)
"""The Friday before, 10:00 in Vancouver."""
LONG_AGO = date(2020, 1, 1)


@dataclass
class Desk:
    clinic: Clinic
    by: Actor
    """The front desk."""
    physio: User
    rmt: User
    room: Room
    second: Room

    def at(self, hour: int, minute: int = 0, *, days: int = 0) -> datetime:
        """On the clocks of the clinic, so many days after that Monday."""
        return moment(MONDAY + timedelta(days=days), time(hour, minute), self.clinic.zone)

    def wanted(self, person: Person, starts_at: datetime, **more: Any) -> dict[str, Any]:
        said: dict[str, Any] = {
            "person": person,
            "clinician": self.physio,
            "room": self.room,
            "starts_at": starts_at,
            "discipline": "physio",
            "minutes": 60,
        }
        return said | more

    def massage(self, person: Person, starts_at: datetime, **more: Any) -> dict[str, Any]:
        said = self.wanted(person, starts_at, clinician=self.rmt, room=self.second, discipline="rmt")
        return said | more

    def book(self, person: Person, starts_at: datetime, **more: Any) -> Appointment:
        said = self.wanted(person, starts_at, kind="treatment", **more)
        return book(self.by, **said)

    def book_massage(self, person: Person, starts_at: datetime, **more: Any) -> Appointment:
        return book(self.by, **self.massage(person, starts_at, kind="treatment", **more))


def a_practice(user: User, discipline: str = "physio", **more: Any) -> Practice:
    more.setdefault("turnover_minutes", 15 if discipline == "rmt" else 0)
    more.setdefault("max_minutes_per_day", 420)
    practice = Practice.objects.create(clinician=user, discipline=discipline, **more)
    for weekday in range(5):
        WeeklyHours.objects.create(
            practice=practice, weekday=weekday, starts=time(9), ends=time(17), valid_from=LONG_AGO
        )
    return practice


def a_desk(clinic: Clinic | None = None) -> Desk:
    clinic = clinic or build.a_clinic()
    physio, rmt = build.a_user(clinic, PHYSIOTHERAPIST), build.a_user(clinic, RMT)
    a_practice(physio)
    a_practice(rmt, "rmt")
    rooms = [Room.objects.create(clinic=clinic, name=name) for name in ("One", "Two")]
    return Desk(clinic, build.an_actor(clinic, FRONT_DESK), physio, rmt, *rooms)


def a_lead(desk: Desk) -> Actor:
    return build.an_actor(desk.clinic, CLINIC_LEAD)


def a_series(desk: Desk, person: Person, *visits: dict[str, Any], starts: date = MONDAY) -> Series:
    """With visits as said; each is physiotherapy of an hour within the first week, unless it says otherwise."""
    assert desk.by.user is not None
    series = Series.objects.create(person=person, starts=starts, requested_at=NOW, requested_by=desk.by.user)
    for rank, said in enumerate(visits):
        row: dict[str, Any] = {
            "discipline": "physio",
            "kind": "treatment",
            "minutes": 60,
            "earliest": starts,
            "latest": starts + timedelta(days=6),
            **said,
        }
        PrescribedVisit.objects.create(series=series, rank=rank, **row)
    return series
