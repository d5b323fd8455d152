"""One day of a clinic: clinicians, or rooms, by hours. Three statements, however full it is."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from clinic import clock
from clinic.accounts.models import Clinic, User
from clinic.calendar.clocks import minutes_of, span, span_of, start_of
from clinic.calendar.disciplines import Discipline
from clinic.calendar.models import Appointment, Practice, Room, TimeOff, WeeklyHours
from clinic.calendar.pages.column import Column, items_of
from clinic.calendar.pages.frame import Frame, frame_around
from clinic.calendar.pairs import Pair, pairs_among
from concordant.booking.problem.spans import MINUTES_A_DAY, Span

LANES = 4


@dataclass(frozen=True)
class Join:
    """The line between the halves of a pair: from the column of the first to that of the second."""

    first: int
    across: int
    row: int
    rows: int
    turns: bool
    """The second stands to the left of the first."""
    lane: int
    """Lines that begin at the same hour lie beside each other."""


@dataclass(frozen=True)
class DayShown:
    day: date
    frame: Frame
    columns: tuple[Column, ...]
    joins: tuple[Join, ...]
    now_row: int | None
    ended: tuple[Appointment, ...]
    """What was cancelled or missed holds no hour any more."""


@dataclass(frozen=True)
class Read:
    """Everything of some days."""

    hours: tuple[WeeklyHours, ...]
    off: tuple[TimeOff, ...]
    visits: tuple[Appointment, ...]

    @property
    def standing(self) -> tuple[Appointment, ...]:
        return tuple(one for one in self.visits if one.stands)

    def shifts(self, practice_id: int, day: date) -> list[Span]:
        return [
            span(one.starts, one.ends)
            for one in self.hours
            if one.practice_id == practice_id
            and one.weekday == day.weekday()
            and one.valid_from <= day
            and (one.valid_to is None or day <= one.valid_to)
        ]


def read(clinic: Clinic, first: date, last: date) -> Read:
    hours = WeeklyHours.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=first),
        practice__clinician__clinic=clinic,
        practice__clinician__is_active=True,  # of who has left only the visits are shown
        valid_from__lte=last,
        weekday__in={(first + timedelta(days=n)).weekday() for n in range(min((last - first).days, 6) + 1)},
    )
    off = TimeOff.objects.filter(
        Q(practice__clinician__clinic=clinic, practice__clinician__is_active=True) | Q(room__clinic=clinic),
        on__range=(first, last),
    )
    visits = Appointment.objects.filter(
        clinic=clinic,
        free_at__gt=start_of(first, clinic.zone),
        starts_at__lt=start_of(last + timedelta(days=1), clinic.zone),
    )
    return Read(
        tuple(hours.select_related("practice__clinician")),
        tuple(off.select_related("practice__clinician", "room")),
        tuple(visits.select_related("person", "clinician", "room")),
    )


def day_shown(clinic: Clinic, day: date, *, by_room: bool = False) -> DayShown:
    found = read(clinic, day, day)
    standing, pairs = found.standing, pairs_among(found.visits)
    frame = frame_of(found, clinic)
    columns = _rooms(clinic, day, found, frame, pairs) if by_room else _clinicians(clinic, day, found, frame, pairs)
    return DayShown(
        day=day,
        frame=frame,
        columns=columns,
        joins=tuple(_joins(columns, frame, clinic, pairs)),
        now_row=_now_row(clinic, day, frame),
        ended=tuple(one for one in found.visits if one not in standing),
    )


def frame_of(found: Read, clinic: Clinic) -> Frame:
    spans = [span(one.starts, one.ends) for one in found.hours]
    held = [span_of(one.starts_at, one.free_at, clinic.zone)[1] for one in found.standing]
    spans += held + [Span(0, one.end - MINUTES_A_DAY) for one in held if one.end > MINUTES_A_DAY]
    spans += [one for off in found.off if not _whole(one := span(off.starts, off.ends))]
    return frame_around(spans)


def _whole(one: Span) -> bool:
    return one.start == 0 or one.end == MINUTES_A_DAY


def _clinicians(clinic: Clinic, day: date, found: Read, frame: Frame, pairs: dict[int, Pair]) -> tuple[Column, ...]:
    practices: dict[int, Practice] = {one.practice.clinician_id: one.practice for one in found.hours}
    practices |= {one.practice.clinician_id: one.practice for one in found.off if one.practice is not None}
    who: dict[int, User] = {key: one.clinician for key, one in practices.items()}
    gives = {key: one.discipline for key, one in practices.items()}
    visits: dict[int, list[Appointment]] = defaultdict(list)
    for one in found.standing:
        visits[one.clinician_id].append(one)
        who.setdefault(one.clinician_id, one.clinician)
        gives.setdefault(one.clinician_id, one.discipline)
    columns = []
    for key in sorted(who, key=lambda key: (gives[key] != Discipline.RMT, who[key].display_name, key)):
        practice = practices.get(key)
        columns.append(column_of(clinic, day, found, frame, pairs, who[key], practice, gives[key], visits[key]))
    return tuple(columns)


def column_of(
    clinic: Clinic,
    day: date,
    found: Read,
    frame: Frame,
    pairs: dict[int, Pair],
    clinician: User,
    practice: Practice | None,
    discipline: str,
    visits: list[Appointment],
) -> Column:
    """A clinician on a day."""
    shifts = found.shifts(practice.pk, day) if practice else []
    off = [one for one in found.off if practice and one.practice_id == practice.pk and one.on == day]
    items = items_of(frame, day, clinic.zone, shifts=shifts, off=off, visits=visits, pairs=pairs)
    key = f"c{clinician.pk}-{day.isoformat()}"
    return Column(key, day, items, practice, clinician, discipline, works=bool(shifts))


def _rooms(clinic: Clinic, day: date, found: Read, frame: Frame, pairs: dict[int, Pair]) -> tuple[Column, ...]:
    rooms = Room.objects.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day), clinic=clinic)
    columns = []
    for room in rooms:
        visits = [one for one in found.standing if one.room_id == room.pk]
        off = [one for one in found.off if one.room_id == room.pk]
        items = items_of(frame, day, clinic.zone, shifts=[], off=off, visits=visits, pairs=pairs)
        columns.append(Column(f"r{room.pk}", day, items, room=room))
    return tuple(columns)


def _joins(columns: Iterable[Column], frame: Frame, clinic: Clinic, pairs: dict[int, Pair]) -> Iterable[Join]:
    lanes: Counter[int] = Counter()
    place = {one.visit.pk: number for number, column in enumerate(columns, 1) for one in column.items if one.visit}
    for pair in {one.number: one for one in pairs.values()}.values():
        here, there = place.get(pair.first.pk), place.get(pair.then.pk)
        if here is None or there is None or here == there:
            continue
        first = span_of(pair.first.starts_at, pair.first.ends_at, clinic.zone)[1]
        then = span_of(pair.then.starts_at, pair.then.ends_at, clinic.zone)[1]
        between = Span(first.end, max(then.start, first.end + 1))
        row = frame.row(between.start)
        yield Join(min(here, there), abs(there - here) + 1, row, frame.rows(between), there < here, lanes[row] % LANES)
        lanes[row] += 1


def _now_row(clinic: Clinic, day: date, frame: Frame) -> int | None:
    now = clock.now().astimezone(clinic.zone)
    minute = minutes_of(now.time())
    return frame.row(minute) if now.date() == day and frame.first <= minute < frame.last else None
