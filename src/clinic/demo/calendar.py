"""The demo clinic has a working day: three who treat, three rooms, two weeks of visits, and some who wait.

All is made up. What stands is written in one go, as it would have been by the front desk; the series of the demo
patient is asked for as any other, and left to be booked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from clinic import clock
from clinic.accounts.models import Clinic, User
from clinic.audit.actor import Actor
from clinic.calendar.actions import prescribe_series
from clinic.calendar.clocks import moment
from clinic.calendar.disciplines import Discipline
from clinic.calendar.holidays.kept import Kept
from clinic.calendar.models import (
    Appointment,
    MayCome,
    PrescribedVisit,
    Room,
    Series,
    Status,
    Waiting,
)
from clinic.calendar.prescribing.saving import prescribe
from clinic.chart.models import Person
from clinic.demo.hours import SHIFTS, TURNOVER, let_practise, open_rooms
from clinic.demo.visit_notes import write_notes
from clinic.demo.visits import keep_visits
from concordant.plan.interventions import Discipline as Given
from concordant.plan.visits import Week

WEEK = timedelta(days=7)
TOMORROW = timedelta(days=1)
LEAST_APART = timedelta(days=3)
IN_THE_LIST = 3
_TREATMENT = PrescribedVisit.Kind.TREATMENT
_PHYSIO, _RMT = Discipline.PHYSIO, Discipline.RMT


@dataclass(frozen=True)
class _Slot:
    """An hour of every day, whom it is with and where; a pair has two."""

    who: str
    room: str
    at: time
    massage_at: time | None = None


_SLOTS = (
    _Slot("physio", "Room 1", time(9)),
    _Slot("physio", "Room 1", time(10)),
    _Slot("physio", "Room 1", time(11), massage_at=time(9, 45)),
    _Slot("physio", "Room 1", time(13)),
    _Slot("physio", "Room 1", time(15), massage_at=time(13, 45)),
    _Slot("lead", "Shared room", time(9)),
    _Slot("lead", "Shared room", time(10, 30)),
)


def keep_calendar(
    clinic: Clinic,
    staff: Mapping[str, User],
    people: Sequence[Person],
    own: Person,
    today: date,
    first_days: Sequence[Person] = (),
) -> None:
    """``people``: those in care, in a fixed order; ``own``: the person of the demo patient; ``first_days``: whose plan
    of twelve weeks has no visit yet."""
    with transaction.atomic():
        rooms = open_rooms(clinic)
        let_practise(staff, today)
        visits = list(_visits(clinic, staff, rooms, [one for one in people if one != own], today))
        visits += _next_of(own, clinic, staff, rooms, today)
        keep_visits(Actor(staff["desk"]), _with_ways_out(visits, today, clinic))
        _let_wait(people, today, clinic)
    write_notes(visits)
    _ask_for_series(Actor(staff["desk"]), people, own, today + WEEK)
    for one in first_days:
        prescribe_series(Actor(staff["desk"]), one, starts=today + TOMORROW)


def _ask_for_series(by: Actor, people: Sequence[Person], own: Person, starts: date) -> None:
    """Of a few whose plan asks for more visits, so that a whole list can be booked; and of the demo patient."""
    made = 0
    for one in people:
        if one == own or made == IN_THE_LIST:
            continue
        made += int(_series(by, one, starts) is not None)
    if _series(by, own, starts) is None:
        assert by.user is not None
        # Care is over for the person of this chart; a booster at three weeks' distance shows what booking is like.
        series = Series.objects.create(person=own, starts=starts, requested_at=clock.now(), requested_by=by.user)
        prescribe(series, _booster(starts), is_first=False)


def _booster(starts: date) -> tuple[Week, ...]:
    """Three weeks, of which the last has a retest."""
    massages = (1, 0, 0)
    return tuple(
        Week(starts + number * WEEK, {Given.PHYSIOTHERAPIST: 1, Given.RMT: rmt}, retest=number == len(massages) - 1)
        for number, rmt in enumerate(massages)
    )


def _series(by: Actor, person: Person, starts: date) -> Series | None:
    """None where the plan asks for no more visits."""
    try:
        return prescribe_series(by, person, starts=starts)
    except ValidationError:
        return None


def _visits(
    clinic: Clinic, staff: Mapping[str, User], rooms: Mapping[str, Room], people: Sequence[Person], today: date
) -> Iterator[Appointment]:
    """Everybody in turn, never twice within three days; now and then an hour stays free."""
    last: dict[int, date] = {}
    turn = 0
    for day in (today + timedelta(days=number) for number in range(-7, 8)):
        for slot in _SLOTS:
            is_free = (day.toordinal() + slot.at.hour) % 5 == 0
            if not people or is_free or not _works(slot.who, day):
                continue
            person = people[turn % len(people)]
            if day - last.get(person.pk, date.min) < LEAST_APART:
                continue
            turn += 1
            last[person.pk] = day
            if slot.massage_at is not None:
                yield _visit(clinic, person, staff["rmt"], rooms["Room 2"], day, slot.massage_at, _RMT)
            yield _visit(clinic, person, staff[slot.who], rooms[slot.room], day, slot.at, _PHYSIO)


def _works(who: str, day: date) -> bool:
    return day.weekday() in SHIFTS[who][0] and not Kept().is_closed(day)


def _next_of(
    own: Person, clinic: Clinic, staff: Mapping[str, User], rooms: Mapping[str, Room], today: date
) -> list[Appointment]:
    """The demo patient comes on the next working day but one."""
    days = (today + timedelta(days=number) for number in range(2, 9))
    day = next(one for one in days if _works("physio", one))
    return [_visit(clinic, own, staff["physio"], rooms["Room 1"], day, time(14), _PHYSIO)]


def _visit(
    clinic: Clinic, person: Person, clinician: User, room: Room, day: date, at: time, discipline: str
) -> Appointment:
    starts_at = moment(day, at, clinic.zone)
    ends_at = starts_at + timedelta(minutes=60)
    made = Appointment(
        clinic=clinic,
        person=person,
        clinician=clinician,
        room=room,
        discipline=discipline,
        kind=_TREATMENT,
        starts_at=starts_at,
        ends_at=ends_at,
        free_at=ends_at + timedelta(minutes=TURNOVER[discipline]),
    )
    made.tell(clinic.zone)
    return made


def _with_ways_out(visits: list[Appointment], today: date, clinic: Clinic) -> list[Appointment]:
    """What is over is done, what is near is confirmed; one did not come, and one cancelled."""
    start, now = moment(today, time(12), clinic.zone), clock.now()
    for one in visits:
        if one.ends_at <= now:
            one.status = Status.DONE
        elif one.starts_at < start + timedelta(days=2):
            one.status = Status.CONFIRMED
    alone = [one for one in visits if one.discipline == _PHYSIO]
    past = [one for one in alone if one.status == Status.DONE]
    ahead = [one for one in alone if one.starts_at > start + timedelta(days=1)]
    for rows, status in ((past, Status.NO_SHOW), (ahead, Status.CANCELLED)):
        if rows:
            rows[len(rows) // 2].status = status
    return visits


def _let_wait(people: Sequence[Person], today: date, clinic: Clinic) -> None:
    """Three who would come earlier, each with the hours that they have."""
    waits = ((_PHYSIO, 0, time(9), time(12)), (_RMT, 2, time(13), time(17)), (_PHYSIO, 4, time(9), time(17)))
    for number, (person, (discipline, weekday, starts, ends)) in enumerate(zip(people[-3:], waits, strict=False)):
        since = moment(today - timedelta(days=9 - 2 * number), time(11), clinic.zone)
        Waiting.objects.create(person=person, discipline=discipline, minutes=60, since=since)
        MayCome.objects.create(person=person, weekday=weekday, starts=starts, ends=ends)
        MayCome.objects.create(person=person, weekday=(weekday + 1) % 5, starts=starts, ends=ends, is_wish=number == 1)
