"""The diary as a calendar: weeks from Monday to Sunday, each day with what was said of it, and in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from concordant.progress.expected_course.own_course import Mark
from concordant.progress.expected_course.text import KINDS
from concordant.record.case import DiaryRow
from concordant.record.diary import Diary

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class DayState(Enum):
    """What is known of a day."""

    HEADACHE = "headache"
    FREE = "no headache"
    OPEN = "written down, but not whether there was a headache"
    MISSING = "no answer"
    OUTSIDE = "outside the period"
    """Before its first day or after its last; nothing is said of it."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day."""

    day: date
    state: DayState
    intensity: int | None
    """The worst of a headache day, 1 to 10; None where it was not said."""
    marks: tuple[str, ...]
    """visit, retest, injury."""

    @property
    def words(self) -> str:
        """The day in words."""
        said = self.state.value
        if self.state is DayState.HEADACHE:
            said += ", strength not said" if self.intensity is None else f", worst {self.intensity} of 10"
        return f"{WEEKDAYS[self.day.weekday()]} {self.day}: " + "; ".join(
            [said, *(KINDS[one].lower() for one in self.marks)]
        )


@dataclass(frozen=True, slots=True)
class CalendarWeek:
    """Monday to Sunday."""

    days: tuple[Day, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """A line for the week and one for each of its days within the period."""
        inside = [one for one in self.days if one.state is not DayState.OUTSIDE]
        count = {state: sum(one.state is state for one in inside) for state in DayState}
        answered = count[DayState.HEADACHE] + count[DayState.FREE]
        line = f"Week of {self.days[0].day}: headache on {count[DayState.HEADACHE]} of {answered} answered days"
        silent = count[DayState.MISSING] + count[DayState.OPEN]
        return (f"{line}, {silent} not known.", *(f"{one.words}." for one in inside))


@dataclass(frozen=True, slots=True)
class Calendar:
    """Weeks in order; the period may begin and end within a week."""

    first: date
    last: date
    weeks: tuple[CalendarWeek, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The calendar in words."""
        return tuple(line for week in self.weeks for line in week.words)


def calendar(diary: Diary, first: date, last: date, marks: Iterable[Mark] = ()) -> Calendar:
    """The days from ``first`` to ``last``, any headache. Raises ValueError where the last is before the first."""
    if last < first:
        raise ValueError(f"a calendar from {first} cannot end on {last}")
    on: dict[date, tuple[str, ...]] = {}
    for mark in marks:
        on[mark.day] = (*on.get(mark.day, ()), mark.kind)
    answers = diary.answers(None)

    def day(one: date) -> Day:
        if not first <= one <= last:
            return Day(one, DayState.OUTSIDE, None, ())
        rows = diary.by_day.get(one, [])
        state = _state(answers.get(one), bool(rows))
        return Day(one, state, _worst(rows) if state is DayState.HEADACHE else None, on.get(one, ()))

    monday = first - timedelta(days=first.weekday())
    weeks = ((last - monday).days // 7) + 1
    return Calendar(
        first,
        last,
        tuple(
            CalendarWeek(tuple(day(monday + timedelta(days=7 * week + number)) for number in range(7)))
            for week in range(weeks)
        ),
    )


def _state(answer: bool | None, written: bool) -> DayState:
    if answer is None:
        return DayState.OPEN if written else DayState.MISSING
    return DayState.HEADACHE if answer else DayState.FREE


def _worst(rows: Iterable[DiaryRow]) -> int | None:
    said = (row.facts.get("intensity_nrs") for row in rows)
    return max((one for one in said if isinstance(one, int) and not isinstance(one, bool) and one > 0), default=None)
