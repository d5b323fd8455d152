"""The people of a problem: when they can come, who pays, and which visits have no hour yet.

Six statements, and those of the charts whose payer is not known yet.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from clinic import clock
from clinic.audit.actor import Actor
from clinic.calendar.clocks import minutes_of
from clinic.calendar.models import ENDED, Appointment, Away, MayCome, PrescribedVisit
from clinic.calendar.payer import Paid, paid_for
from clinic.calendar.problem.clinic import ClinicSide
from clinic.calendar.problem.ids import PERSON, id_of
from clinic.calendar.problem.own_clinician import noted, own_clinicians
from clinic.chart.models import Person
from concordant.booking import problem
from concordant.booking.numbers import DAYS_BETWEEN, GRID_MINUTES, NOTICE_MINUTES
from concordant.booking.problem import Cover, Discipline, Pair, Span, Visit
from concordant.booking.problem.spans import MINUTES_A_DAY, joined

ALL_DAY = (Span(0, MINUTES_A_DAY),)
ALL_WEEK = dict.fromkeys(range(7), ALL_DAY)


@dataclass(frozen=True)
class Wishes:
    """What is to be placed for one person, in the order of the plan."""

    person: Person
    visits: tuple[Visit, ...]
    pairs: tuple[Pair, ...] = ()
    requested: str = ""


class PeopleSide:
    """Everything about the people of a problem that is not their visits."""

    def __init__(self, by: Actor, side: ClinicSide, people: Sequence[Person]) -> None:
        self._side = side
        keys = [one.pk for one in people]
        self._may_come = _by_person(MayCome.objects.filter(person__in=keys))
        self._away = _by_person(Away.objects.filter(person__in=keys))
        self.standing: Mapping[int, list[Appointment]] = _by_person(
            Appointment.objects.filter(person__in=keys)
            .exclude(status__in=ENDED)
            .select_related("prescribed")
            .order_by("starts_at", "id")
        )
        self._noted = noted(keys)
        self._paid = paid_for(by, people)

    def day_of(self, one: Appointment) -> date:
        return one.starts_at.astimezone(self._side.stretch.zone).date()

    def person(self, wishes: Wishes) -> problem.Person:
        key = wishes.person.pk
        rows: list[MayCome] = self._may_come.get(key, [])
        return problem.Person(
            id=id_of(PERSON, key),
            available=_weekly(one for one in rows if not one.is_wish) or ALL_WEEK,
            unavailable=self._unavailable(key),
            prefers=_weekly(one for one in rows if one.is_wish),
            clinicians={},
            usual=own_clinicians(
                self.standing.get(key, []), self._noted.get(key, ()), self._side.practices, self._side.stretch
            ),
            covers=tuple(self._covers(key)),
            min_days={one: int(days) for one, days in DAYS_BETWEEN.items()},
            visits=wishes.visits,
            pairs=wishes.pairs,
            requested=wishes.requested,
        )

    def _unavailable(self, key: int) -> dict[date, tuple[Span, ...]]:
        """Days away; and what is over, or too near to be told in time."""
        stretch = self._side.stretch
        found = dict(not_before(stretch.days, clock.now().astimezone(stretch.zone)))
        away: list[Away] = self._away.get(key, [])
        for one in away:
            found |= {day: ALL_DAY for day in stretch.days if one.first <= day <= one.last}
        return found

    def _covers(self, key: int) -> Iterable[Cover]:
        """What is left for the days from today on, less what a solver does not see."""
        stretch, paid = self._side.stretch, self._paid[key]
        today = clock.now().astimezone(stretch.zone).date()
        for cover in paid.covers:
            first = max(cover.first, today)
            if first > cover.last:
                continue
            unseen = sum(self._unseen(one, cover, first, paid) for one in self.standing.get(key, []))
            yield Cover(discipline=cover.discipline, first=first, last=cover.last, count=max(cover.count - unseen, 0))

    def _unseen(self, one: Appointment, cover: Cover, first: date, paid: Paid) -> int:
        """1 where it uses up a visit of the cover unseen by a solver; -1 where it is seen and uses up none."""
        day = self.day_of(one)
        if one.discipline != cover.discipline or not cover.first <= day <= cover.last:
            return 0
        counts = day not in paid.held(one.discipline)
        is_seen = first <= day <= self._side.stretch.last
        return int(counts) - int(is_seen)


def not_before(days: Iterable[date], now: datetime) -> Iterable[tuple[date, tuple[Span, ...]]]:
    """Hours that are over, and those for which it is too late to tell somebody."""
    soonest = now + timedelta(minutes=int(NOTICE_MINUTES))
    for day in days:
        if day < soonest.date():
            yield day, ALL_DAY
        elif day == soonest.date():
            begins = -(-(minutes_of(soonest.time()) + 1) // GRID_MINUTES) * GRID_MINUTES
            yield day, (Span(0, min(begins, MINUTES_A_DAY)),)


def visit_of(row: PrescribedVisit, id: str) -> Visit:
    return Visit(
        id=id,
        discipline=Discipline(row.discipline),
        kind=problem.VisitKind(row.kind),
        minutes=row.minutes,
        earliest=row.earliest,
        latest=row.latest,
        urgent_by=row.urgent_by,
        needs=frozenset(row.needs),
    )


def _weekly(rows: Iterable[MayCome]) -> dict[int, tuple[Span, ...]]:
    found: dict[int, list[Span]] = defaultdict(list)
    for one in rows:
        found[one.weekday].append(Span(minutes_of(one.starts), minutes_of(one.ends)))
    return {weekday: joined(spans) for weekday, spans in sorted(found.items())}


def _by_person(rows: Iterable[MayCome] | Iterable[Away] | Iterable[Appointment]) -> dict[int, list]:
    found: dict[int, list] = defaultdict(list)
    for one in rows:
        found[one.person_id].append(one)
    return dict(found)
