"""The rooms of the demo clinic, and who works when."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from types import MappingProxyType

from clinic import clock
from clinic.accounts.models import Clinic, User
from clinic.calendar.disciplines import Discipline
from clinic.calendar.models import Practice, Room, TimeOff, WeeklyHours

_LUNCH = time(12, 30), time(13)
_WEEK = timedelta(days=7)
_PHYSIO, _RMT = Discipline.PHYSIO, Discipline.RMT
TURNOVER: Mapping[str, int] = MappingProxyType({_PHYSIO: 0, _RMT: 15})
SHIFTS: Mapping[str, tuple[tuple[int, ...], time, time]] = MappingProxyType(
    {
        "physio": ((0, 1, 2, 3, 4), time(9), time(17)),
        "rmt": ((0, 1, 2, 3, 4), time(9, 30), time(17, 30)),
        "lead": ((1, 3), time(9), time(12)),
    }
)


def open_rooms(clinic: Clinic) -> dict[str, Room]:
    rows = (
        Room(clinic=clinic, name="Room 1", for_rmt=False),
        Room(clinic=clinic, name="Room 2", for_physio=False),
        Room(clinic=clinic, name="Shared room"),
    )
    return {one.name: one for one in Room.objects.bulk_create(rows)}


def let_practise(staff: Mapping[str, User], today: date) -> None:
    for who, (weekdays, starts, ends) in SHIFTS.items():
        is_rmt = who == "rmt"
        practice = Practice.objects.create(
            clinician=staff[who],
            discipline=_RMT if is_rmt else _PHYSIO,
            turnover_minutes=TURNOVER[_RMT if is_rmt else _PHYSIO],
            max_minutes_per_day=300 if is_rmt else 420,
        )
        WeeklyHours.objects.bulk_create(
            WeeklyHours(practice=practice, weekday=day, starts=starts, ends=ends, valid_from=today - 52 * _WEEK)
            for day in weekdays
        )
        days = (today + timedelta(days=number) for number in range(-7, 43))
        TimeOff.objects.bulk_create(
            TimeOff(
                practice=practice,
                on=day,
                starts=_LUNCH[0],
                ends=_LUNCH[1],
                why=TimeOff.Why.BREAK,
                said_by=staff["lead"],
                said_at=clock.now(),
            )
            for day in days
            if day.weekday() in weekdays and ends > _LUNCH[1]
        )
