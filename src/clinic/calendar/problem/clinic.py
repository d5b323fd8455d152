"""The clinic's side of a problem: who works when, which rooms there are, and what stands. Six statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from clinic.calendar.clocks import span, span_of
from clinic.calendar.holidays.kept import kept_by
from clinic.calendar.models import ENDED, Appointment, Practice, Room, TimeOff, WeeklyHours
from clinic.calendar.problem.ids import APPOINTMENT, CLINICIAN, PERSON, ROOM, id_of
from clinic.calendar.problem.stretch import Stretch
from concordant.booking import problem
from concordant.booking.numbers import GRID_MINUTES
from concordant.booking.problem import Booking, Clinician, Discipline, Span
from concordant.booking.problem.spans import MINUTES_A_DAY, joined

CLOSED = "closed"
"""Stands for the clinician of hours in which a room is closed: the room is taken, and nobody's time."""
Spans = Mapping[date, tuple[Span, ...]]


@dataclass(frozen=True)
class ClinicSide:
    stretch: Stretch
    practices: Mapping[str, Practice]
    rooms_by_id: Mapping[str, Room]
    clinicians: tuple[Clinician, ...]
    rooms: tuple[problem.Room, ...]
    closed: tuple[Booking, ...]
    """Rooms, as bookings of nobody."""
    standing: tuple[Appointment, ...]

    def bookings(self, but: Iterable[int] = ()) -> tuple[Booking, ...]:
        """What is fixed; ``but``: appointments that are not."""
        left_out = frozenset(but)
        made = tuple(self.booking(one) for one in self.standing if one.pk not in left_out)
        return (*made, *self.closed)

    def booking(self, one: Appointment) -> Booking:
        """Off the grid it is rounded outwards: a visit that begins at ten past keeps the whole quarter."""
        day, visit = span_of(one.starts_at, one.ends_at, self.stretch.zone)
        start = visit.start - visit.start % GRID_MINUTES
        end = -(-visit.end // GRID_MINUTES) * GRID_MINUTES
        return Booking(
            id=id_of(APPOINTMENT, one.pk),
            person=id_of(PERSON, one.person_id),
            clinician=id_of(CLINICIAN, one.clinician_id),
            room=id_of(ROOM, one.room_id),
            day=day,
            start=start,
            minutes=end - start,
        )


def clinic_side(stretch: Stretch) -> ClinicSide:
    practices = {
        id_of(CLINICIAN, one.clinician_id): one
        for one in Practice.objects.filter(clinician__clinic=stretch.clinic, clinician__is_active=True)
        .select_related("clinician")
        .order_by("clinician_id")
    }
    rooms = {id_of(ROOM, one.pk): one for one in Room.objects.filter(clinic=stretch.clinic).order_by("id")}
    off_of_practice, off_of_room = _off(stretch)
    holidays = dict.fromkeys(kept_by(stretch.clinic).closed(stretch.days), (Span(0, MINUTES_A_DAY),))
    shifts = _shifts(stretch)
    standing = tuple(
        Appointment.objects.filter(clinic=stretch.clinic, starts_at__lt=stretch.ends_at, free_at__gt=stretch.starts_at)
        .exclude(status__in=ENDED)
        .select_related("prescribed")
    )
    closed = tuple(_closed(stretch, rooms, off_of_room))
    working = tuple(
        Clinician(
            id=id,
            discipline=Discipline(one.discipline),
            skills=frozenset(one.skills),
            turnover_minutes=one.turnover_minutes,
            max_minutes_per_day=one.max_minutes_per_day,
            shifts=shifts.get(one.pk, {}),
            off={**off_of_practice.get(one.pk, {}), **holidays},
        )
        for id, one in practices.items()
    )
    return ClinicSide(
        stretch=stretch,
        practices=practices,
        rooms_by_id=rooms,
        clinicians=(*working, *_without_hours(standing, closed, practices)),
        rooms=tuple(problem.Room(id, _serves(one)) for id, one in rooms.items()),
        closed=closed,
        standing=standing,
    )


def _without_hours(
    standing: tuple[Appointment, ...], closed: tuple[Booking, ...], practices: Mapping[str, Practice]
) -> Iterable[Clinician]:
    """Whoever a booking names has to be there: also who has left, and who stands for a closed room. They take no
    visits."""
    disciplines = {one.clinician: Discipline.PHYSIO for one in closed}
    disciplines |= {id_of(CLINICIAN, one.clinician_id): Discipline(one.discipline) for one in standing}
    for id, discipline in sorted(disciplines.items()):
        if id not in practices:
            yield Clinician(id=id, discipline=discipline, max_minutes_per_day=MINUTES_A_DAY, shifts={}, off={})


def _serves(room: Room) -> frozenset[Discipline]:
    each = ((Discipline.PHYSIO, room.for_physio), (Discipline.RMT, room.for_rmt))
    return frozenset(one for one, does in each if does)


def _shifts(stretch: Stretch) -> dict[int, Spans]:
    rows = WeeklyHours.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=stretch.first),
        practice__clinician__clinic=stretch.clinic,
        valid_from__lte=stretch.last,
    )
    found: dict[int, dict[date, list[Span]]] = defaultdict(lambda: defaultdict(list))
    by_weekday: dict[int, list[WeeklyHours]] = defaultdict(list)
    for row in rows:
        by_weekday[row.weekday].append(row)
    for day in stretch.days:
        for row in by_weekday[day.weekday()]:
            if row.valid_from <= day and (row.valid_to is None or day <= row.valid_to):
                found[row.practice_id][day].append(span(row.starts, row.ends))
    return {practice: _joined(days) for practice, days in found.items()}


def _off(stretch: Stretch) -> tuple[dict[int, Spans], dict[int, Spans]]:
    rows = TimeOff.objects.filter(
        Q(practice__clinician__clinic=stretch.clinic) | Q(room__clinic=stretch.clinic),
        on__range=(stretch.first, stretch.last),
    )
    practices: dict[int, dict[date, list[Span]]] = defaultdict(lambda: defaultdict(list))
    rooms: dict[int, dict[date, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.practice_id is not None:
            practices[row.practice_id][row.on].append(span(row.starts, row.ends))
        elif row.room_id is not None:
            rooms[row.room_id][row.on].append(span(row.starts, row.ends))
    return (
        {one: _joined(days) for one, days in practices.items()},
        {one: _joined(days) for one, days in rooms.items()},
    )


def _closed(stretch: Stretch, rooms: Mapping[str, Room], off: Mapping[int, Spans]) -> Iterable[Booking]:
    for id, room in rooms.items():
        days: dict[date, tuple[Span, ...]] = dict(off.get(room.pk, {}))
        if room.closed_on is not None:
            days |= {day: (Span(0, MINUTES_A_DAY),) for day in stretch.days if day >= room.closed_on}
        for day, spans in sorted(days.items()):
            for one in spans:
                yield Booking(
                    id=f"{CLOSED}-{id}-{day.isoformat()}-{one.start}",
                    person=None,
                    clinician=f"{CLOSED}-{id}",
                    room=id,
                    day=day,
                    start=one.start,
                    minutes=one.end - one.start,
                )


def _joined(days: Mapping[date, list[Span]]) -> Spans:
    return {day: joined(spans) for day, spans in days.items()}
