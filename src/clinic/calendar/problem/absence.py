"""Somebody is away: what stands becomes visits of a problem, as one may have to move so that another can stay."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from clinic import clock
from clinic.audit.actor import Actor
from clinic.calendar.actions.reach import clinic_of
from clinic.calendar.actions.time_off import MOVABLE, touches
from clinic.calendar.clocks import span, span_of
from clinic.calendar.models import Appointment, TimeOff
from clinic.calendar.pairs import pairs_among
from clinic.calendar.problem.clinic import ClinicSide, clinic_side
from clinic.calendar.problem.ids import APPOINTMENT, CLINICIAN, ROOM, id_of
from clinic.calendar.problem.people import PeopleSide, Wishes
from clinic.calendar.problem.series import first_day
from clinic.calendar.problem.stretch import Stretch
from clinic.chart.models import Person
from concordant.booking import problem
from concordant.booking.numbers import GRACE_DAYS, GRID_MINUTES, LOOSE_MINUTES, NOTICE_MINUTES, TIGHT_MINUTES
from concordant.booking.problem import Absence, Discipline, Event, EventKind, Instance, Pair, Visit
from concordant.booking.solution import Placed

_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Broken:
    """The problem, the event, and the appointments behind the ids."""

    instance: Instance
    event: Event
    side: ClinicSide
    movable: dict[str, Appointment]
    stands: dict[str, Placed]
    """Where they stand now."""


def problem_of(by: Actor, off: Sequence[TimeOff], affected: Sequence[Appointment], *, may_move: bool) -> Broken:
    """Days from just before today to so far as an affected visit may go."""
    clinic = clinic_of(by)
    now = clock.now().astimezone(clinic.zone)
    days = [one.on for one in off] + [_window(one, now)[1] for one in affected]
    stretch = Stretch(clinic, first_day(now.date()), max([*days, now.date()]) + int(GRACE_DAYS) * _A_DAY)
    side = clinic_side(stretch)
    keys = {one.pk for one in affected}
    ahead = [one for one in side.standing if one.status in MOVABLE and one.starts_at > now]
    # What stands off the grid, or with somebody who has left, stays where it is unless it has to go.
    movable = [one for one in ahead if one.pk in keys or _may_stay(side, one)]
    by_person: dict[int, list[Appointment]] = defaultdict(list)
    for one in movable:
        by_person[one.person_id].append(one)
    people = Person.objects.filter(pk__in=by_person).select_related("clinic").order_by("pk")
    about = PeopleSide(by, side, list(people))
    instance = Instance(
        name=f"clinic {clinic.slug}",
        first_day=stretch.first,
        last_day=stretch.last,
        grid_minutes=int(GRID_MINUTES),
        rooms=side.rooms,
        clinicians=side.clinicians,
        people=tuple(about.person(_wishes(one, by_person[one.pk], now)) for one in people),
        bookings=side.bookings(but=[one.pk for one in movable]),
    )
    stands = {id_of(APPOINTMENT, one.pk): _placed(stretch, one) for one in movable}
    # Whose room is closed has no place to stay in: it is to be placed as if it had none.
    roomless = {
        id_of(APPOINTMENT, one.pk)
        for one in affected
        if any(each.room_id is not None and touches(stretch, each, one) for each in off)
    }
    event = Event(
        instance=instance.name,
        kind=EventKind.ABSENCE,
        known_at=now.replace(tzinfo=None, second=0, microsecond=0),
        notice_minutes=int(NOTICE_MINUTES),
        off=tuple(_absence(one) for one in off if one.practice_id is not None),
        cancelled=frozenset(),
        may_move=may_move,
        grace_days=int(GRACE_DAYS),
        previous=tuple(one for id, one in stands.items() if id not in roomless),
        pairs_together=True,
    )
    return Broken(instance, event, side, {id_of(APPOINTMENT, one.pk): one for one in movable}, stands)


def _may_stay(side: ClinicSide, one: Appointment) -> bool:
    day_and_visit = span_of(one.starts_at, one.ends_at, side.stretch.zone)
    return day_and_visit[1].start % GRID_MINUTES == 0 and id_of(CLINICIAN, one.clinician_id) in side.practices


def _wishes(person: Person, mine: list[Appointment], now: datetime) -> Wishes:
    visits = tuple(
        Visit(
            id=id_of(APPOINTMENT, one.pk),
            discipline=Discipline(one.discipline),
            kind=problem.VisitKind(one.kind),
            minutes=int((one.ends_at - one.starts_at) / timedelta(minutes=1)),
            earliest=_window(one, now)[0],
            latest=_window(one, now)[1],
            needs=frozenset(one.prescribed.needs if one.prescribed else ()),
        )
        for one in mine
    )
    return Wishes(person, visits, tuple(_pairs(mine)))


def _window(one: Appointment, now: datetime) -> tuple[date, date]:
    """Of a visit of a series its days; of another its own day. What was booked outside its days may stay there."""
    day = one.starts_at.astimezone(now.tzinfo).date()
    if one.prescribed is None:
        return day, day
    return max(min(one.prescribed.earliest, day), now.date()), max(one.prescribed.latest, day)


def _pairs(mine: list[Appointment]) -> Iterable[Pair]:
    """Those that stand as one, prescribed or not, and those that were prescribed and stand apart."""
    by_visit = {one.prescribed_id: one for one in mine if one.prescribed_id is not None}
    together = {one.first.pk: one.then for one in pairs_among(mine).values()}
    taken = {one.pk for one in together.values()}
    for one in mine:
        before = one.prescribed.before_id if one.prescribed is not None else None
        prescribed = by_visit.get(before) if before is not None else None
        physio = together.get(one.pk) or (prescribed if prescribed is None or prescribed.pk not in taken else None)
        if physio is not None:
            yield Pair(
                rmt=id_of(APPOINTMENT, one.pk),
                physio=id_of(APPOINTMENT, physio.pk),
                tight_max=int(TIGHT_MINUTES),
                loose_max=int(LOOSE_MINUTES),
            )


def _absence(off: TimeOff) -> Absence:
    assert off.practice is not None
    away = span(off.starts, off.ends)
    return Absence(id_of(CLINICIAN, off.practice.clinician_id), off.on, away.start, away.end, off.why)


def _placed(stretch: Stretch, one: Appointment) -> Placed:
    day, visit = span_of(one.starts_at, one.ends_at, stretch.zone)
    return Placed(
        id_of(APPOINTMENT, one.pk), id_of(CLINICIAN, one.clinician_id), id_of(ROOM, one.room_id), day, visit.start
    )
