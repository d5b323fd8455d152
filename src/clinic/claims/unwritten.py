"""Visits of the calendar that took place, and of which no note is signed: no bill can ask for them yet."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time

from clinic import clock
from clinic.accounts.models import User
from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.chart.models import Entry, Person
from clinic.claims.actions.propose import Month
from clinic.claims.appointments import appointments_of
from clinic.claims.disciplines import BOOKED, Discipline
from clinic.claims.visits import signed_visits
from clinic.notes.lateness import KIND

TOOK_PLACE = ("arrived", "in_room", "done")
"""Words of the calendar: somebody came."""


@dataclass(frozen=True)
class Unwritten:
    """A visit of the calendar."""

    person: Person
    clinician: User
    on: date
    discipline: Discipline


def unwritten(by: Actor, month: Month) -> list[Unwritten]:
    """Of a month, the oldest first; who comes today has until tomorrow. Empty where the clinic keeps no calendar. Two
    statements."""
    appointments = appointments_of(by.clinic_id)
    assert by.user is not None
    assert by.user.clinic is not None
    zone = by.user.clinic.zone
    today = clock.now().astimezone(zone).date()
    first, after = (datetime.combine(one, time.min, zone) for one in (month.first, min(month.after, today)))
    if appointments is None or after <= first:
        return []
    found = list(
        appointments.filter(status__in=TOOK_PLACE, starts_at__gte=first, starts_at__lt=after)
        .select_related("person", "clinician")
        .order_by("starts_at", "pk")
    )
    signed = _signed({one.person for one in found})
    rows = (
        Unwritten(one.person, one.clinician, one.starts_at.astimezone(zone).date(), Discipline(BOOKED[one.discipline]))
        for one in found
    )
    return [one for one in rows if (one.person.pk, one.on, one.discipline) not in signed]


def _signed(people: set[Person]) -> set[tuple[int, date, str]]:
    notes: dict[int, list[Entry]] = defaultdict(list)
    for note in Entry.objects.filter(person__in=people, kind=KIND).select_related("author").order_by("id"):
        notes[note.person_id].append(note)
    return {
        (person.pk, visit.on, visit.discipline)
        for person in people
        for visit in signed_visits(Chart(person, tuple(notes[person.pk])))
    }
