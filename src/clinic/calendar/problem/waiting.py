"""A free hour and those who wait for one like it, as a problem."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from clinic import clock
from clinic.audit.actor import Actor
from clinic.calendar.actions.reach import clinic_of
from clinic.calendar.clocks import span_of
from clinic.calendar.models import Waiting
from clinic.calendar.problem.clinic import clinic_side
from clinic.calendar.problem.ids import CLINICIAN, ROOM, id_of
from clinic.calendar.problem.people import PeopleSide, Wishes, visit_of
from clinic.calendar.problem.stretch import Stretch
from clinic.chart.models import Person
from concordant.booking.numbers import DAYS_BETWEEN, GRID_MINUTES
from concordant.booking.problem import Discipline, Instance, Visit, VisitKind
from concordant.booking.solution import Placed

WAITING = "w"
"""Ids of those who wait."""
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class FreeHour:
    """What fell free: the clinician's and the room's time, without the turn-over."""

    clinician_id: int
    room_id: int
    discipline: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Queue:
    """Those who wait, by the ids of the problem."""

    instance: Instance
    hour: Placed
    waiting: dict[str, Waiting]


def queue_of(by: Actor, hour: FreeHour) -> Queue:
    """Everybody who waits for this discipline and could use that day, with what stands around it."""
    clinic = clinic_of(by)
    day, visit = span_of(hour.starts_at, hour.ends_at, clinic.zone)
    margin = int(max(DAYS_BETWEEN.values())) * _A_DAY
    stretch = Stretch(clinic, day - margin, day + margin)
    side = clinic_side(stretch)
    rows = _rows(clinic.pk, hour.discipline, day, visit.end - visit.start)
    people: dict[int, Person] = {one.person_id: one.person for one in rows}
    by_person: dict[int, list[Waiting]] = defaultdict(list)
    for one in rows:
        by_person[one.person_id].append(one)
    about = PeopleSide(by, side, list(people.values()))
    instance = Instance(
        name=f"clinic {clinic.slug}",
        first_day=stretch.first,
        last_day=stretch.last,
        grid_minutes=int(GRID_MINUTES),
        rooms=side.rooms,
        clinicians=side.clinicians,
        people=tuple(
            about.person(Wishes(people[key], tuple(_visit(one, day) for one in mine), (), mine[0].since.isoformat()))
            for key, mine in by_person.items()
        ),
        bookings=side.bookings(),
    )
    placed = Placed("", id_of(CLINICIAN, hour.clinician_id), id_of(ROOM, hour.room_id), day, visit.start)
    return Queue(instance, placed, {id_of(WAITING, one.pk): one for one in rows})


def _rows(clinic_id: int, discipline: str, day: date, minutes: int) -> Sequence[Waiting]:
    """Whose visit fits into the hour, and whose days it is; the longest waiting first."""
    open_ones = Waiting.objects.filter(
        person__clinic_id=clinic_id, ended_at__isnull=True, discipline=discipline, minutes__lte=minutes
    ).select_related("person__clinic", "prescribed")
    return [one for one in open_ones if _can_use(one, day)]


def _can_use(one: Waiting, day: date) -> bool:
    if one.prescribed is not None:
        return one.prescribed.earliest <= day <= one.prescribed.latest
    return one.until is None or day <= one.until


def _visit(one: Waiting, day: date) -> Visit:
    if one.prescribed is not None:
        return visit_of(one.prescribed, id_of(WAITING, one.pk))
    today = clock.now().astimezone(one.person.clinic.zone).date()
    return Visit(
        id=id_of(WAITING, one.pk),
        discipline=Discipline(one.discipline),
        kind=VisitKind.TREATMENT,
        minutes=one.minutes,
        earliest=min(today, day),
        latest=max(one.until or day, day),
    )
