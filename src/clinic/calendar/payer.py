"""Who pays for visits on which days: all that the calendar reads of a chart.

A front desk opens no charts. This reads windows and budgets alone, and each reading of a chart leaves an event. What
was read is kept while the chart and the claim are the same, for the account that read it and for that day.
"""

from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from threading import Lock

from django.db import transaction

from clinic import clock
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.words import Action
from clinic.chart.actions.reach import people_in_reach, subject_of
from clinic.chart.models import Person
from clinic.claims.said import record_of
from clinic.claims.work import Work, seals_of, work_of
from concordant.booking.problem import Cover, Discipline
from concordant.coverage import cover_for_booking
from concordant.record.problems import CaseFileError

MOST = 2_000
"""Readings kept by one worker process; each is a few dates."""
_WORDS = {"physiotherapist": Discipline.PHYSIO, "rmt": Discipline.RMT}


@dataclass(frozen=True)
class Paid:
    covers: tuple[Cover, ...] = ()
    """Visits left from the day of reading on."""
    visits: frozenset[tuple[str, date]] = frozenset()
    """Discipline and day of visits that the chart holds: their payer has counted them."""

    def held(self, discipline: str) -> frozenset[date]:
        return frozenset(day for one, day in self.visits if one == discipline)


NOTHING_KNOWN = Paid()
_Key = tuple[int, int, tuple[str, int], date]
_kept: OrderedDict[_Key, Paid] = OrderedDict()
_turn = Lock()


def paid_for(by: Actor, people: Collection[Person]) -> dict[int, Paid]:
    """For each person, by their id. Three statements and the events, however many they are."""
    newest = seals_of(people_in_reach(by).filter(pk__in=[one.pk for one in people]))
    who = by.user.pk if by.user else 0
    found: dict[int, Paid] = {one.pk: NOTHING_KNOWN for one in people}
    unread: list[Person] = []
    for person in people:
        if not any(newest.get(person.pk, ())):
            continue  # nothing was said yet, or they are nobody's
        kept = _get((who, person.pk, newest[person.pk], _today(person)))
        if kept is None:
            unread.append(person)
        else:
            found[person.pk] = kept
    for person, paid in _read(by, unread).items():
        found[person.pk] = paid
        _put((who, person.pk, newest[person.pk], _today(person)), paid)
    return found


def _read(by: Actor, people: Collection[Person]) -> dict[Person, Paid]:
    if not people:
        return {}
    with transaction.atomic():
        subjects = [subject_of(one, "coverage") for one in people]
        AuditHead.locked(by.clinic_id).append_each(by=by, action=Action.VIEW, subjects=subjects, reason="for booking")
    works = work_of(list(people))
    return {one: _paid(works[one.pk]) for one in people}


def _paid(work: Work) -> Paid:
    today = _today(work.chart.person)
    try:
        record = record_of(work, today)
    except CaseFileError:
        return NOTHING_KNOWN  # a chart that cannot be read is mended by those who may; booking goes on
    covers = tuple(
        Cover(discipline=_WORDS[one.discipline], first=one.first, last=one.last, count=one.visits)
        for one in cover_for_booking(record, today)
        if one.discipline in _WORDS
    )
    visits = frozenset(
        (_WORDS[one.discipline].value, one.date) for one in record.treatments if one.discipline in _WORDS
    )
    return Paid(covers, visits)


def _today(person: Person) -> date:
    return clock.now().astimezone(person.clinic.zone).date()


def _get(key: _Key) -> Paid | None:
    with _turn:
        return _kept.get(key)


def _put(key: _Key, paid: Paid) -> None:
    with _turn:
        _kept[key] = paid
        while len(_kept) > MOST:
            _kept.popitem(last=False)
