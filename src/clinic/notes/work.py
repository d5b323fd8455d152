"""Today's work of a massage therapist: everybody whose signed plan holds soft-tissue work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.core.cache import caches
from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery

from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action, Subject
from clinic.calendar.disciplines import Discipline
from clinic.calendar.pages.own_day import Booked, own_day
from clinic.chart.actions import Chart
from clinic.chart.actions.reach import people_in_reach
from clinic.chart.models import Entry, Person
from clinic.notes.muscles import Massage, massage_of
from clinic.person.look import look_at
from clinic.person.moment import Moment
from concordant import __version__
from concordant.record.problems import CaseFileError

RMT = Discipline.RMT
MOST = 60
"""People whose plan was signed last: more than a clinic treats at a time."""


@dataclass(frozen=True)
class Glance:
    """What one chart says. Plain values: it outlives the assessment in a cache."""

    massage: Massage | None = None
    """None for whom no massage is planned."""
    unreadable: bool = False
    """The entries do not add up to a chart: nobody can say what may be done."""


@dataclass(frozen=True)
class Row:
    person: Person
    massage: Massage | None
    """None for a chart that cannot be read."""
    booked: Booked | None = None
    """The hour that the person has today."""


@dataclass(frozen=True)
class Work:
    rows: tuple[Row, ...]
    """Who has an hour today in its order, then everybody else."""
    unplanned: tuple[Booked, ...]
    """Booked, and no signed plan holds massage: somebody has to be asked first."""


def work_of(by: Actor, moment: Moment) -> Work:
    """Whose chart was drawn upon stands in the log, though none was opened."""
    assert by.user is not None
    booked = [one for one in own_day(by.user, moment.day) if one.visit.discipline == RMT]
    rows = {row.person.pk: row for row in _rows(by, moment)}
    first = {one.person.pk: replace(rows[one.person.pk], booked=one) for one in booked if one.person.pk in rows}
    others = (row for pk, row in rows.items() if pk not in first)
    return Work((*first.values(), *others), tuple(one for one in booked if one.person.pk not in rows))


def _rows(by: Actor, moment: Moment) -> list[Row]:
    with transaction.atomic():
        people = _with_plans(by)
        charts = ", ".join(person.chart_number for person in people)
        record(by=by, action=Action.LIST, subject=Subject("today’s work"), reason=charts)
        found = _worked_out(people, moment)
    looked = [(one, found[one.pk]) for one in people]
    unreadable = [Row(one, None) for one, glance in looked if glance.unreadable]
    readable = [(one, glance.massage) for one, glance in looked if glance.massage is not None]
    readable.sort(key=lambda one: one[1].urgency)
    return [*unreadable, *(Row(one, massage) for one, massage in readable)]


def _with_plans(by: Actor) -> list[Person]:
    entries = Entry.objects.filter(person=OuterRef("pk"))
    people = people_in_reach(by).filter(Exists(entries.filter(content__has_key="plans")))
    people = people.annotate(newest=Subquery(entries.order_by("-id").values("id")[:1]))
    return list(people.select_related("clinic").order_by("-newest")[:MOST])


def _worked_out(people: Iterable[Person], moment: Moment) -> dict[int, Glance]:
    """Anew only for those of whom something was signed since the last look of this day."""
    cache = caches["verdicts"]
    keys = {person.pk: _key(person, moment) for person in people}
    kept = cache.get_many(keys.values())
    found = {pk: kept[key] for pk, key in keys.items() if key in kept}
    if anew := [person for person in people if person.pk not in found]:
        entries: dict[int, list[Entry]] = defaultdict(list)
        for entry in Entry.objects.filter(person__in=anew).select_related("author").order_by("id"):
            entries[entry.person_id].append(entry)
        fresh = {person.pk: _glance(Chart(person, tuple(entries[person.pk])), moment) for person in anew}
        cache.set_many({keys[pk]: one for pk, one in fresh.items()})
        found |= fresh
    return found


def _glance(chart: Chart, moment: Moment) -> Glance:
    """One chart that cannot be read must not close the page for all others."""
    try:
        return Glance(massage_of(look_at(chart, moment)))
    except CaseFileError:
        return Glance(unreadable=True)


def _key(person: Person, moment: Moment) -> str:
    """Entries are never changed, so the newest of them says whether anything is new."""
    newest = person.newest  # type: ignore[attr-defined]
    return f"massage:{__version__}:{person.clinic_id}:{person.pk}:{newest}:{moment.day.isoformat()}"
