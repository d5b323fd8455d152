"""Weeks of a plan, unfolded into visits with their days (booking 1, "Series to visits").

A week is seven days from the first day of the plan. Of two visits in a week the first may use days 1 to 5, the second
days 3 to 7. One visit every second week has both weeks. A retest takes the first place of its week, and massage keeps
away from it: measuring comes before any hands-on work.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from clinic.calendar.disciplines import Discipline
from clinic.calendar.models import PrescribedVisit
from concordant.booking.numbers import MINUTES, RETEST_BY_DAY
from concordant.booking.problem import Discipline as Word
from concordant.plan.visits.pairing import BEFORE_RETEST_HOURS

Kind = PrescribedVisit.Kind
WEEK = 7
MOST_A_WEEK = 4
"""More than every second day would leave no window."""
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class WeekWish:
    """How many visits a week of the plan holds."""

    physio: int
    rmt: int
    retest: bool = False


@dataclass(frozen=True)
class VisitWish:
    """One visit to be, with its days."""

    discipline: str
    kind: str
    minutes: int
    earliest: date
    latest: date
    pair: int | None = None
    """Of a massage: the place in the list of the physiotherapy visit that it belongs before."""


def unfold(weeks: Sequence[WeekWish], starts: date, *, is_first: bool) -> tuple[VisitWish, ...]:
    """In the order of the plan. ``is_first``: the first physiotherapy visit is the person's first of all."""
    found: list[VisitWish] = []
    for number in range(len(weeks)):
        begins = starts + number * WEEK * _A_DAY
        physio = list(_physio(weeks, number, begins, is_initial=is_first and not _has_physio(weeks[:number])))
        places = [len(found) + place for place, one in enumerate(physio) if one.kind == Kind.TREATMENT]
        found += physio
        for place, one in enumerate(_rmt(weeks, number, begins)):
            found.append(replace(one, pair=places[place] if place < len(places) else None))
    return tuple(found)


def _has_physio(weeks: Sequence[WeekWish]) -> bool:
    return any(one.physio or one.retest for one in weeks)


def _physio(weeks: Sequence[WeekWish], number: int, begins: date, *, is_initial: bool) -> Iterator[VisitWish]:
    week = weeks[number]
    count = max(week.physio, int(week.retest))
    is_block = _is_block([max(one.physio, int(one.retest)) for one in weeks], number)
    for place, (first, last) in enumerate(_days(count, begins, is_block=is_block)):
        kind = Kind.TREATMENT
        if place == 0 and is_initial:
            kind = Kind.INITIAL
        elif place == 0 and week.retest:
            kind, last = Kind.RETEST, begins + (RETEST_BY_DAY - 1) * _A_DAY
        yield VisitWish(Discipline.PHYSIO.value, kind.value, int(MINUTES[Word.PHYSIO]), first, last)


def _rmt(weeks: Sequence[WeekWish], number: int, begins: date) -> Iterator[VisitWish]:
    counts = [one.rmt for one in weeks]
    for first, last in _days(counts[number], begins, is_block=_is_block(counts, number)):
        days = _beside_retests(weeks, number, begins, first, last)
        yield VisitWish(Discipline.RMT.value, Kind.TREATMENT.value, int(MINUTES[Word.RMT]), *days)


def _beside_retests(weeks: Sequence[WeekWish], number: int, begins: date, first: date, last: date) -> tuple[date, date]:
    """After the retest of its own week, and well before that of the next."""
    if weeks[number].retest:
        first = max(first, begins + RETEST_BY_DAY * _A_DAY)
    elif number + 1 < len(weeks) and weeks[number + 1].retest:
        away = -(-BEFORE_RETEST_HOURS // 24) + 1
        last = min(last, begins + (WEEK - away) * _A_DAY)
    return min(first, last), max(first, last)


def _is_block(counts: Sequence[int], number: int) -> bool:
    """One visit, and none the week after: it may use both."""
    return counts[number] == 1 and number + 1 < len(counts) and counts[number + 1] == 0


def _days(count: int, begins: date, *, is_block: bool) -> Iterator[tuple[date, date]]:
    count = min(count, MOST_A_WEEK)
    length = WEEK * 2 if is_block else WEEK
    for place in range(count):
        yield begins + 2 * place * _A_DAY, begins + (length - 1 - 2 * (count - 1 - place)) * _A_DAY
