"""The free hours nearest to a wanted one: for who came second, and for a form that moves a visit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from clinic import clock
from clinic.audit.actor import Actor
from clinic.calendar.clocks import NoSuchHour, moment
from clinic.calendar.errors import FreePlace
from clinic.calendar.models import Appointment, Away, MayCome
from clinic.calendar.payer import paid_for
from clinic.calendar.places.around import Around, standing_of
from clinic.calendar.places.check import broken_for_person
from clinic.calendar.places.wanted import Wanted
from clinic.calendar.problem.clinic import ClinicSide, clinic_side
from clinic.calendar.problem.ids import CLINICIAN, id_of
from clinic.calendar.problem.stretch import Stretch
from concordant.booking.numbers import GRID_MINUTES
from concordant.booking.problem import Clinician, Discipline, Room, Span

DAYS = 7
"""So many days before and after are looked at."""
SHOWN = 3
_Day = tuple[str, date]
_Taken = Mapping[_Day, list[Span]]


def free_places(by: Actor, wanted: Wanted, *, shown: int = SHOWN) -> tuple[FreePlace, ...]:
    """In order of nearness, the wanted clinician first; nothing before this moment. As many statements for a full week
    as for an empty one."""
    stretch = Stretch(wanted.clinic, wanted.day - timedelta(days=DAYS), wanted.day + timedelta(days=DAYS))
    side = clinic_side(stretch)
    person = _Person(by, wanted)
    found: list[FreePlace] = []
    for place in sorted(_open(wanted, side), key=lambda one: _nearness(wanted, one)):
        if person.can_have(place, side):
            found.append(place)
            if len(found) == shown:
                break
    return tuple(found)


def _nearness(wanted: Wanted, place: FreePlace) -> tuple[float, int, int, int]:
    apart = abs((place.starts_at - wanted.starts_at).total_seconds())
    is_other = place.clinician.pk != wanted.practice.clinician_id
    return apart, int(is_other), place.clinician.pk, place.room.pk


class _Person:
    """The rules of one person, with everything that they read at hand."""

    def __init__(self, by: Actor, wanted: Wanted) -> None:
        self._wanted = wanted
        self._may_come = tuple(MayCome.objects.filter(person=wanted.person, is_wish=False))
        self._away = tuple(Away.objects.filter(person=wanted.person))
        self._standing: tuple[Appointment, ...] = standing_of(wanted)
        self._paid = paid_for(by, [wanted.person])[wanted.person.pk]

    def can_have(self, place: FreePlace, side: ClinicSide) -> bool:
        practice = side.practices[id_of(CLINICIAN, place.clinician.pk)]
        wanted = replace(self._wanted, practice=practice, room=place.room, starts_at=place.starts_at)
        if wanted.starts_at == self._wanted.starts_at and practice.pk == self._wanted.practice.pk:
            return False  # the very hour that was refused
        around = Around(
            hours=(),
            off=(),
            standing=self._standing,
            may_come=self._may_come,
            away=tuple(one for one in self._away if one.first <= wanted.day <= one.last),
            paid=self._paid,
            wanted=wanted,
        )
        return not broken_for_person(around)


def _open(wanted: Wanted, side: ClinicSide) -> Iterator[FreePlace]:
    """Hours in which a clinician of the discipline and a room are free."""
    now = clock.now()
    discipline = Discipline(wanted.discipline)
    of_clinician, of_room, minutes = _taken(wanted, side)
    rooms = [one for one in side.rooms if discipline in one.serves]
    for clinician in side.clinicians:
        if clinician.discipline is not discipline:
            continue
        for day, shifts in clinician.shifts.items():
            if minutes.get((clinician.id, day), 0) + wanted.minutes > clinician.max_minutes_per_day:
                continue
            for start in _starts(wanted, clinician, day, shifts, of_clinician):
                held = Span(start, start + wanted.minutes + clinician.turnover_minutes)
                room = next((one for one in rooms if _is_free(of_room, (one.id, day), held)), None)
                place = room and _place(side, clinician, room, day, start)
                if place and place.starts_at > now:
                    yield place


def _starts(wanted: Wanted, clinician: Clinician, day: date, shifts: tuple[Span, ...], taken: _Taken) -> Iterator[int]:
    length = wanted.minutes + clinician.turnover_minutes
    for shift in shifts:
        first = -(-shift.start // GRID_MINUTES) * GRID_MINUTES
        for start in range(first, shift.end - length + 1, GRID_MINUTES):
            held = Span(start, start + length)
            is_off = any(one.meets(*held) for one in clinician.off.get(day, ()))
            if not is_off and _is_free(taken, (clinician.id, day), held):
                yield start


def _taken(wanted: Wanted, side: ClinicSide) -> tuple[_Taken, _Taken, Mapping[_Day, int]]:
    """By clinician and by room, with turn-over; and the hands-on minutes of each clinician."""
    of_clinician: dict[_Day, list[Span]] = defaultdict(list)
    of_room: dict[_Day, list[Span]] = defaultdict(list)
    minutes: dict[_Day, int] = defaultdict(int)
    turnover = {one.id: one.turnover_minutes for one in side.clinicians}
    for one in side.bookings(() if wanted.moving is None else [wanted.moving.pk]):
        held = Span(one.start, one.start + one.minutes + turnover.get(one.clinician, 0))
        of_clinician[one.clinician, one.day].append(held)
        of_room[one.room, one.day].append(held)
        minutes[one.clinician, one.day] += one.minutes
    return of_clinician, of_room, minutes


def _is_free(taken: _Taken, where: _Day, held: Span) -> bool:
    return not any(one.meets(*held) for one in taken.get(where, ()))


def _place(side: ClinicSide, clinician: Clinician, room: Room, day: date, start: int) -> FreePlace | None:
    """None for an hour that the clocks skip."""
    try:
        starts_at = moment(day, start, side.stretch.zone)
    except NoSuchHour:
        return None
    return FreePlace(side.practices[clinician.id].clinician, side.rooms_by_id[room.id], starts_at)
