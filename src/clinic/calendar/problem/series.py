"""Series with unbooked visits as a problem: those are placed, and everything that stands is fixed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from clinic import clock
from clinic.audit.actor import Actor
from clinic.calendar.models import ENDED, Appointment, PrescribedVisit, Series
from clinic.calendar.problem.clinic import ClinicSide, clinic_side
from clinic.calendar.problem.ids import VISIT, id_of
from clinic.calendar.problem.people import PeopleSide, Wishes, visit_of
from clinic.calendar.problem.stretch import Stretch
from clinic.chart.models import Person
from concordant.booking.numbers import DAYS_BETWEEN, GRID_MINUTES, LOOSE_MINUTES, TIGHT_MINUTES
from concordant.booking.problem import Instance, Pair, Visit

LONGEST = timedelta(days=26 * 7)
"""No series is looked at further ahead."""
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Problem:
    """An instance, and the rows behind its ids."""

    instance: Instance
    side: ClinicSide
    visits: dict[str, PrescribedVisit]


def problem_of(by: Actor, series: Sequence[Series]) -> Problem:
    """Of open series of this clinic; those that have ended ask for nothing."""
    open_ones = [one for one in series if one.ended_at is None]
    assert by.user is not None
    assert by.user.clinic is not None
    today = clock.now().astimezone(by.user.clinic.zone).date()
    rows = _unbooked(open_ones)
    stretch = Stretch(by.user.clinic, first_day(today), last_day(today, (one.latest for one in rows)))
    side = clinic_side(stretch)
    people = {one.person_id: one.person for one in open_ones}
    about = PeopleSide(by, side, list(people.values()))
    instance = Instance(
        name=f"clinic {stretch.clinic.slug}",
        first_day=stretch.first,
        last_day=stretch.last,
        grid_minutes=int(GRID_MINUTES),
        rooms=side.rooms,
        clinicians=side.clinicians,
        people=tuple(about.person(one) for one in _wishes(open_ones, people, rows, about)),
        bookings=side.bookings(),
    )
    return Problem(instance, side, {id_of(VISIT, one.pk): one for one in rows})


def first_day(today: date) -> date:
    """So early that what stands just before today keeps its distance to what is placed."""
    return today - int(max(DAYS_BETWEEN.values())) * _A_DAY


def last_day(today: date, days: Iterable[date]) -> date:
    """The last day that anything may use."""
    return max(min(max(days, default=today), today + LONGEST), today)


def _unbooked(series: Sequence[Series]) -> list[PrescribedVisit]:
    booked = Appointment.objects.filter(prescribed__series__in=series).exclude(status__in=ENDED)
    rows = PrescribedVisit.objects.filter(series__in=series).exclude(pk__in=booked.values("prescribed"))
    return list(rows.order_by("series__requested_at", "series_id", "rank"))


def _wishes(
    series: Sequence[Series], people: dict[int, Person], rows: list[PrescribedVisit], about: PeopleSide
) -> Iterable[Wishes]:
    person_of = {one.pk: one.person_id for one in series}
    requested = {one.person_id: one.requested_at.isoformat() for one in reversed(series)}
    by_person: dict[int, list[PrescribedVisit]] = defaultdict(list)
    for row in rows:
        by_person[person_of[row.series_id]].append(row)
    for key in sorted(people, key=lambda one: (requested[one], one)):
        mine = by_person[key]
        visits = tuple(_between_booked(row, about.standing.get(key, []), about) for row in mine)
        yield Wishes(people[key], visits, tuple(_pairs(mine)), requested[key])


def _between_booked(row: PrescribedVisit, standing: list[Appointment], about: PeopleSide) -> Visit:
    """The plan has an order: not before what stands earlier in it, nor after what stands later.

    What has no day left keeps its window, so that it comes back with its reason.
    """
    earliest, latest = row.earliest, row.latest
    for one in standing:
        beside = one.prescribed
        if beside is None or beside.series_id != row.series_id or beside.discipline != row.discipline:
            continue
        day = about.day_of(one)
        if beside.rank < row.rank:
            earliest = max(earliest, day + _A_DAY)
        else:
            latest = min(latest, day - _A_DAY)
    visit = visit_of(row, id_of(VISIT, row.pk))
    return replace(visit, earliest=earliest, latest=latest) if earliest <= latest else visit


def _pairs(rows: list[PrescribedVisit]) -> Iterable[Pair]:
    keys = {one.pk for one in rows}
    for one in rows:
        if one.before_id in keys:
            yield Pair(
                rmt=id_of(VISIT, one.pk),
                physio=id_of(VISIT, one.before_id),
                tight_max=int(TIGHT_MINUTES),
                loose_max=int(LOOSE_MINUTES),
            )
