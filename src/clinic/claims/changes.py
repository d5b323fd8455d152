"""What has become otherwise since a line was billed: worked out whenever somebody looks, and written down by nobody.

It follows from the chart, the claims and the terms, so an amended note is seen at once and not only when its month is
proposed anew. What was found of a person is kept as long as nothing of it is newer.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.core.cache import caches
from django.db.models import Exists, Max, OuterRef, Q
from django.utils import timezone

from clinic import clock
from clinic.chart.models import Entry, Person
from clinic.claims.models import InvoiceLine, LineEvent, State
from clinic.claims.models.line import OPEN, OVER
from clinic.claims.owed import open_of_clinic
from clinic.claims.problems import AFTER, Problem
from clinic.claims.terms import newest_terms, terms_of
from clinic.claims.wants import wants_of
from clinic.claims.work import seals_of
from concordant import __version__

Found = dict[int, list[Problem]]
"""Line -> what has become otherwise."""


def changes(lines: Iterable[Any]) -> Found:
    """Of lines with their state, of one clinic: nothing for those that wait to be sent, or were withdrawn."""
    lines = list(lines)
    billed = {one.person_id for one in lines if one.visit is not None and one.state not in (*OPEN, State.WITHDRAWN)}
    found = _of_people(billed, lines[0].clinic_id) if billed else {}
    return {one.pk: found.get(one.pk, []) for one in lines}


def with_changes(lines: Iterable[Any]) -> list[Any]:
    """The lines, and with them as their ``problems`` what stands against them now."""
    lines = list(lines)
    found = changes(lines)
    for one in lines:
        if one.state not in OPEN:
            one.problems = found[one.pk]
    return lines


def no_longer_right(clinic_id: int) -> list[Any]:
    """The lines that are out and have to be corrected: of those on which something is owed or to be given back, and of
    those whose note was amended since. The oldest first."""
    amended = Exists(Entry.objects.filter(corrects=OuterRef("entry")))
    lines = (
        InvoiceLine.objects.of_clinic(clinic_id)
        .filter(Q(pk__in=open_of_clinic(clinic_id)) | Q(amended, invoiced__isnull=False))
        .with_state()
        .exclude(state__in=(*OPEN, *OVER))
        .select_related("person")
        .order_by("service_date", "id")
    )
    return [one for one in with_changes(lines) if any(each["code"] in AFTER for each in one.problems)]


def _of_people(people: set[int], clinic_id: int) -> Found:
    cache, keys = caches["verdicts"], _keys(people, clinic_id)
    kept = cache.get_many(keys.values())
    found = {pk: kept[key] for pk, key in keys.items() if key in kept}
    if missing := [pk for pk in people if pk not in found]:
        fresh = _worked_out(missing, clinic_id)
        cache.set_many({keys[pk]: fresh[pk] for pk in missing})
        found |= fresh
    return {line: problems for each in found.values() for line, problems in each.items()}


def _keys(people: set[int], clinic_id: int) -> dict[int, str]:
    """By all that it follows from."""
    terms, day = newest_terms(clinic_id), timezone.localdate(clock.now())
    newest = LineEvent.objects.filter(line__person__in=people).order_by().values_list("line__person")
    events = dict(newest.annotate(last=Max("pk")))
    seals = seals_of(Person.objects.filter(pk__in=people))
    return {
        pk: ":".join(map(str, ("bills", __version__, pk, *seals[pk], events.get(pk, 0), *terms, day))) for pk in people
    }


def _worked_out(people: Iterable[int], clinic_id: int) -> dict[int, Found]:
    persons = list(Person.objects.filter(pk__in=people).select_related("clinic"))
    wants = wants_of(persons, terms_of(clinic_id))
    found: dict[int, Found] = defaultdict(dict)
    for head in wants.heads.values():
        found[head.person_id][head.pk] = wants.since(head)
    return {one.pk: dict(found[one.pk]) for one in persons}
