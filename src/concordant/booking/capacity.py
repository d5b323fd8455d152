"""Before anything is placed: minutes asked against minutes that staff can work, by discipline, week and skill.

A shortage is proven: the visits counted have no other days and nobody else, so some of them cannot be placed. A week
that is over is an estimate: its visits may have other days, which are as full more often than not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from concordant.booking.bits import of_spans
from concordant.booking.openings import Hours
from concordant.booking.problem import Booking, Clinician, Discipline, Instance, Visit

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Group:
    """Clinicians whom some visits need: a whole discipline, those with a skill, or those whom people see."""

    discipline: Discipline
    skill: str | None
    clinicians: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """A week of a group. Hands-on minutes, without turn-over; a week is seven days from the first day on."""

    group: Group
    first: date
    last: date
    asked: int
    """Of visits that only this group can give, spread evenly over their days."""
    works: int
    """That the group can still work beside bookings, at most."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """Weeks in which a group cannot give what has to be in them."""

    group: Group
    first: date
    last: date
    asked: int
    """Of visits that must lie in these weeks."""
    works: int


@dataclass(frozen=True, slots=True)
class Capacity:
    """What was found."""

    loads: tuple[Load, ...]
    shortages: tuple[Shortage, ...]
    """The shortest runs of weeks, and the smallest groups first."""

    @property
    def over(self) -> tuple[Load, ...]:
        """Weeks in which more is asked than can be worked, by an even spread: not proven, but hardly to be avoided."""
        return tuple(load for load in self.loads if load.asked > load.works)


def capacity_of(instance: Instance) -> Capacity:
    """Compare what is asked with what can be worked. Visits that nobody pays for on any of their days ask nothing."""
    hours = Hours(instance)
    asked = [(visit, days) for visit in instance.visits.values() if (days := _paid_days(hours, visit))]
    weeks = _weeks(instance)
    works = _works(instance, weeks)
    loads: list[Load] = []
    shortages: list[Shortage] = []
    for group in _groups(hours, [visit for visit, _ in asked]):
        members = set(group.clinicians)
        mine = [
            (visit, days)
            for visit, days in asked
            if visit.discipline is group.discipline and {one.id for one in hours.able(visit)} <= members
        ]
        by_week = [sum(works[id, week] for id in group.clinicians) for week in range(len(weeks))]
        for week, (first, last) in enumerate(weeks):
            share = sum(visit.minutes * _share(days, first, last) for visit, days in mine)
            loads.append(Load(group, first, last, round(share), by_week[week]))
        shortages.extend(_short(group, mine, weeks, by_week))
    return Capacity(tuple(loads), tuple(shortages))


def _paid_days(hours: Hours, visit: Visit) -> list[date]:
    covers = [one for one in hours.instance.owner[visit.id].covers if one.discipline is visit.discipline]
    days = hours.days(visit)
    return [day for day in days if any(one.first <= day <= one.last for one in covers)] if covers else days


def _weeks(instance: Instance) -> list[tuple[date, date]]:
    number = (instance.last_day - instance.first_day).days // 7 + 1
    starts = [instance.first_day + week * _WEEK for week in range(number)]
    return [(start, min(start + timedelta(days=6), instance.last_day)) for start in starts]


def _groups(hours: Hours, visits: Iterable[Visit]) -> list[Group]:
    """Each set of clinicians whom some visit needs, the smallest first, and each whole discipline."""
    found: dict[tuple[Discipline, tuple[str, ...]], str | None] = {}
    for visit in visits:
        able = tuple(sorted(one.id for one in hours.able(visit)))
        skill = ", ".join(sorted(visit.needs)) or None
        key = visit.discipline, able
        # The same people for several wishes: named by the skill only where every visit asks for it.
        found[key] = skill if found.get(key, skill) == skill else None
    for discipline in {visit.discipline for visit in visits}:
        everybody = sorted(one.id for one in hours.instance.clinicians if one.discipline is discipline)
        found[discipline, tuple(everybody)] = None
    groups = [Group(discipline, skill, able) for (discipline, able), skill in found.items()]
    return sorted(groups, key=lambda group: (group.discipline, len(group.clinicians), group.clinicians))


def _works(instance: Instance, weeks: list[tuple[date, date]]) -> dict[tuple[str, int], int]:
    """Hands-on minutes that each clinician can still give in each week: never too few, perhaps a few too many."""
    booked: dict[tuple[str, date], list[Booking]] = defaultdict(list)
    for one in instance.bookings:
        booked[one.clinician, one.day].append(one)
    longest: dict[Discipline, int] = defaultdict(int)
    for visit in instance.visits.values():
        longest[visit.discipline] = max(longest[visit.discipline], visit.minutes)
    found: dict[tuple[str, int], int] = {}
    for clinician in instance.clinicians:
        for week, (first, last) in enumerate(weeks):
            found[clinician.id, week] = sum(
                _left(clinician, day, booked[clinician.id, day], longest[clinician.discipline])
                for day in clinician.shifts
                if first <= day <= last
            )
    return found


def _left(clinician: Clinician, day: date, booked: list[Booking], longest: int) -> int:
    """Of a day. After every visit comes the turn-over, so of free time only a share is hands-on."""
    turnover = clinician.turnover_minutes
    taken = of_spans((one.start, one.start + one.minutes + turnover) for one in booked)
    free = of_spans(clinician.shifts[day]) & ~of_spans(clinician.off.get(day, ())) & ~taken
    most = clinician.max_minutes_per_day - sum(one.minutes for one in booked)
    return max(0, min(most, free.bit_count() * longest // max(1, longest + turnover)))


def _share(days: list[date], first: date, last: date) -> float:
    return sum(first <= day <= last for day in days) / len(days)


def _short(
    group: Group, visits: list[tuple[Visit, list[date]]], weeks: list[tuple[date, date]], works: list[int]
) -> Iterator[Shortage]:
    """Runs of weeks with more to be placed inside them than can be worked; none that holds a shorter one."""
    inside = _inside(visits, weeks)
    found: list[tuple[int, int]] = []
    for length in range(1, len(weeks) + 1):
        for start in range(len(weeks) - length + 1):
            end = start + length - 1
            asked, can = inside[start][end], sum(works[start : end + 1])
            if asked > can and not any(start <= one and other <= end for one, other in found):
                found.append((start, end))
                yield Shortage(group, weeks[start][0], weeks[end][1], asked, can)


def _inside(visits: list[tuple[Visit, list[date]]], weeks: list[tuple[date, date]]) -> list[list[int]]:
    """Minutes of the visits whose days all lie from one week to another, by both weeks."""
    number, first = len(weeks), weeks[0][0]
    exactly = [[0] * number for _ in weeks]
    for visit, days in visits:
        exactly[(days[0] - first).days // 7][(days[-1] - first).days // 7] += visit.minutes
    inside = [[0] * number for _ in range(number + 1)]
    for start in reversed(range(number)):
        begun = 0
        for end in range(start, number):
            begun += exactly[start][end]
            inside[start][end] = inside[start + 1][end] + begun
    return inside
