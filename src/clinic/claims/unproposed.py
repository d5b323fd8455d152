"""Signed visits for which no line was ever proposed: no other page of the bills can know of them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, Min, OuterRef

from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.chart.actions.reach import people_in_reach
from clinic.chart.models import Entry, Person
from clinic.claims.actions.propose import Month
from clinic.claims.late import deadline_of
from clinic.claims.models import InvoiceLine
from clinic.claims.visits import signed_visits
from clinic.notes.lateness import KIND


@dataclass(frozen=True)
class Unproposed:
    """Of one month."""

    month: Month
    number: int
    """Visits."""
    first: date
    """The oldest of them."""
    last: date
    """Its last day, if an insurer pays for it or pays it back."""
    left: int
    """Days until then; less than nothing where it has passed."""
    is_before: bool
    """Before the first month that was billed here: somebody else billed it, or nobody."""


def unproposed(by: Actor, today: date) -> tuple[list[Unproposed], list[Person]]:
    """By month, the oldest first; and whose notes were drawn upon. Four statements."""
    people = list(_with_a_note_without_a_line(by))
    notes: dict[int, list[Entry]] = defaultdict(list)
    for note in Entry.objects.filter(person__in=people, kind=KIND).select_related("author").order_by("id"):
        notes[note.person_id].append(note)
    billed = set(InvoiceLine.objects.filter(person__in=people).order_by().values_list("visit", "row"))
    days: dict[tuple[int, int], list[date]] = defaultdict(list)
    for person in people:
        for visit in signed_visits(Chart(person, tuple(notes[person.pk]))):
            if visit.key not in billed:
                days[visit.on.year, visit.on.month].append(visit.on)
    begun = InvoiceLine.objects.of_clinic(by.clinic_id).aggregate(first=Min("service_date"))["first"]
    return [_of_month(Month(*month), days[month], today, begun) for month in sorted(days)], people


def _with_a_note_without_a_line(by: Actor) -> list[Person]:
    """In the version that stands. A note that was amended after it was billed is one of them, until it is looked at."""
    line = InvoiceLine.objects.filter(entry=OuterRef("pk"))
    notes = Entry.objects.filter(person=OuterRef("pk"), kind=KIND, corrections=None).exclude(content={})
    return list(people_in_reach(by).filter(Exists(notes.filter(~Exists(line)))).order_by("id"))


def _of_month(month: Month, days: list[date], today: date, begun: date | None) -> Unproposed:
    last = deadline_of(min(days)).last
    is_before = begun is not None and month.after <= begun
    return Unproposed(month, len(days), min(days), last, (last - today).days, is_before)
