"""My day: who is booked with oneself, in order; then, of the people who were active last, those for whom something is
due."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.cache import caches
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise

from clinic import clock
from clinic.audit.actor import Actor
from clinic.audit.record import record
from clinic.audit.words import Action, Subject
from clinic.calendar.pages.own_day import Booked, own_day
from clinic.chart.actions import Chart
from clinic.chart.actions.reach import people_in_reach
from clinic.chart.models import Entry, Person
from clinic.drafts.keeping import unfinished
from clinic.person.due import Due, due_of
from clinic.person.look import look_at
from clinic.person.moment import Moment, moment_of
from clinic.person.words_of_safety import ACTIONS
from concordant import __version__
from concordant.record.problems import CaseFileError

MOST = 25


@dataclass(frozen=True)
class Row:
    person: Person
    due: Due
    booked: Booked | None = None
    """The appointment of today."""

    @property
    def flags(self) -> list[tuple[str, str | Promise, str]]:
        return [(action.value, ACTIONS[action], name) for action, name in self.due.flags]


def my_day(request: HttpRequest) -> HttpResponse:
    """The home of those who treat."""
    by = Actor.of(request)
    moment = moment_of("", timezone.get_current_timezone())
    assert by.user is not None
    with transaction.atomic():
        booked = own_day(by.user, moment.day)
        latest = _latest(by)
        people = _together(booked, latest)
        # Whose chart was drawn upon stands in the log, though none was opened.
        left = unfinished(by)
        drawn_upon = dict.fromkeys(person.chart_number for person in (*people, *(draft.person for draft in left)))
        charts = ", ".join(drawn_upon)
        record(by=by, action=Action.LIST, subject=Subject("my day"), reason=charts)
        due = _due_of(people, moment)
    comes = {one.person.pk for one in booked}
    rows = [Row(person, due[person.pk]) for person in people if due[person.pk] and person.pk not in comes]
    rows.sort(key=lambda row: row.due.urgency)
    context = {
        "booked": [Row(one.person, due[one.person.pk], one) for one in booked],
        "rows": rows,
        "looked_at": len(latest),
        "day": moment.day,
        "unfinished": left,
        "now": clock.now(),
    }
    return render(request, "person/my_day.html", context)


def _together(booked: Iterable[Booked], latest: Iterable[Person]) -> list[Person]:
    """Each once. Who has no entry yet comes with none."""
    found: dict[int, Person] = {}
    for one in booked:
        one.person.newest = one.newest  # type: ignore[attr-defined]
        found[one.person.pk] = one.person
    for person in latest:
        found.setdefault(person.pk, person)
    return list(found.values())


def _latest(by: Actor) -> list[Person]:
    newest = Entry.objects.filter(person=OuterRef("pk")).order_by("-id").values("id")[:1]
    people = people_in_reach(by).annotate(newest=Subquery(newest)).filter(newest__isnull=False)
    return list(people.select_related("clinic").order_by("-newest")[:MOST])


def _due_of(people: Iterable[Person], moment: Moment) -> dict[int, Due]:
    """Worked out anew only for those of whom something was signed since the last look of this day."""
    cache = caches["verdicts"]
    keys = {person.pk: _key(person, moment) for person in people}
    kept = cache.get_many(keys.values())
    due = {pk: kept[key] for pk, key in keys.items() if key in kept}
    if anew := [person for person in people if person.pk not in due]:
        entries: dict[int, list[Entry]] = defaultdict(list)
        for entry in Entry.objects.filter(person__in=anew).order_by("id"):
            entries[entry.person_id].append(entry)
        found = {person.pk: _due(Chart(person, tuple(entries[person.pk])), moment) for person in anew}
        cache.set_many({keys[pk]: one for pk, one in found.items()})
        due |= found
    return due


def _due(chart: Chart, moment: Moment) -> Due:
    """One chart that cannot be read must not close the page for all others."""
    try:
        return due_of(look_at(chart, moment))
    except CaseFileError:
        return Due(unreadable=True)


def _key(person: Person, moment: Moment) -> str:
    """Entries are never changed, so the newest of them says whether anything is new."""
    newest = person.newest  # type: ignore[attr-defined]
    return f"due:{__version__}:{person.clinic_id}:{person.pk}:{newest}:{moment.day.isoformat()}"
