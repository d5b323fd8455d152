"""A feed as text. Others see a phone's calendar: a patient's says "Visit" and nothing of health, a clinician's says
initials and chart number and no name."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from clinic import clock
from clinic.accounts.models import Clinic, User
from clinic.calendar.models import ENDED, Appointment, Status
from clinic.chart.models import Person
from clinic.reminders.zone import vtimezone

BACK = timedelta(days=30)
AHEAD = timedelta(days=400)
REFRESH = timedelta(hours=1)


def feed_of_person(person: Person) -> bytes:
    """Their visits, those that were cancelled too: a calendar takes them out again."""
    rows = _rows(Appointment.objects.filter(person=person))
    return _text(person.clinic, _("Visits"), ((one, _("Visit"), "") for one in rows))


def feed_of_clinician(user: User) -> bytes:
    assert user.clinic is not None
    rows = _rows(Appointment.objects.filter(clinic=user.clinic, clinician=user)).select_related("person", "room")
    return _text(user.clinic, _("Visits"), ((one, _initials(one), one.room.name) for one in rows))


def _rows(rows: QuerySet[Appointment]) -> QuerySet[Appointment]:
    now = clock.now()
    near = rows.filter(starts_at__range=(now - BACK, now + AHEAD))
    return near.annotate(changed_at=Max("changes__at")).order_by("starts_at", "id")


def _initials(one: Appointment) -> str:
    person = one.person
    letters = "".join(
        name[0].upper() for name in (person.preferred_name or person.given_name, person.family_name) if name
    )
    return f"{letters} {person.chart_number}"


def _text(clinic: Clinic, name: str, rows: Iterable[tuple[Appointment, str, str]]) -> bytes:
    found = list(rows)
    zone = clinic.zone
    calendar = Calendar()
    calendar.add("PRODID", "-//Concordant//Visits//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", name)
    calendar.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    first = min((one.starts_at for one, _summary, _room in found), default=clock.now())
    calendar.add_component(vtimezone(zone, first.astimezone(zone).date()))
    for one, summary, room in found:
        calendar.add_component(_event(one, summary, room, zone))
    return bytes(calendar.to_ical())


def _event(one: Appointment, summary: str, room: str, zone: ZoneInfo) -> Event:
    event = Event()
    event.add("UID", f"visit-{one.pk}@concordant")
    # A version begins at 1, a sequence at 0 (RFC 5545, 3.8.7.4).
    event.add("SEQUENCE", one.version - 1)
    changed = getattr(one, "changed_at", None) or one.starts_at
    event.add("DTSTAMP", changed)
    event.add("LAST-MODIFIED", changed)
    event.add("DTSTART", _local(one.starts_at, zone))
    event.add("DTEND", _local(one.ends_at, zone))
    event.add("SUMMARY", summary)
    if room:
        event.add("LOCATION", room)
    event.add("STATUS", _status(one))
    event.add("CLASS", "PRIVATE")
    if one.status in ENDED:
        event.add("TRANSP", "TRANSPARENT")
    return event


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    """On the clocks of the clinic; of an hour that comes twice the second can only be said in UTC."""
    local = moment.astimezone(zone)
    return moment.astimezone(UTC) if local.fold else local


def _status(one: Appointment) -> str:
    """Whoever did not come held no hour: in a calendar it is as free as one that was cancelled."""
    if one.status in ENDED:
        return "CANCELLED"
    return "TENTATIVE" if one.status == Status.REQUESTED else "CONFIRMED"
