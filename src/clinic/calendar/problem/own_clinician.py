"""Whose person somebody is, in each discipline."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from clinic.calendar.models import THERE, Appointment, Practice
from clinic.calendar.problem.ids import CLINICIAN, id_of
from clinic.calendar.problem.stretch import Stretch
from clinic.chart.models import Entry
from clinic.notes.lateness import KIND
from concordant.booking.leads import usual_of
from concordant.booking.problem import Discipline

Seen = Mapping[int, frozenset[tuple[date, int]]]
"""By person: days, and who signed a note of them."""


def noted(people: Sequence[int]) -> Seen:
    """Visits that took place and stand in the chart alone: who came and when, and nothing else of it. One statement."""
    found: dict[int, set[tuple[date, int]]] = defaultdict(set)
    rows = Entry.objects.filter(person__in=people, kind=KIND).order_by().values_list("person", "on", "author")
    for person, day, author in rows.distinct():
        found[person].add((day, author))
    return {person: frozenset(seen) for person, seen in found.items()}


def own_clinicians(
    standing: Iterable[Appointment],
    seen: Iterable[tuple[date, int]],
    practices: Mapping[str, Practice],
    stretch: Stretch,
) -> dict[Discipline, str]:
    """Of those who work here. ``standing``: all visits of one person that were not called off."""
    took_place: dict[str, set[tuple[date, str]]] = defaultdict(set)
    booked: dict[str, set[tuple[date, str]]] = defaultdict(set)
    for visit in standing:
        day = visit.starts_at.astimezone(stretch.zone).date()
        into = took_place if visit.status in THERE else booked
        into[visit.discipline].add((day, id_of(CLINICIAN, visit.clinician_id)))
    for day, author in seen:
        practice = practices.get(id_of(CLINICIAN, author))
        if practice is not None:
            took_place[practice.discipline].add((day, id_of(CLINICIAN, author)))
    found: dict[Discipline, str] = {}
    for one in Discipline:
        here = {id for id, practice in practices.items() if practice.discipline == one.value}
        usual = usual_of(
            [each for each in took_place[one.value] if each[1] in here],
            [each for each in booked[one.value] if each[1] in here],
        )
        if usual is not None:
            found[one] = usual
    return found
