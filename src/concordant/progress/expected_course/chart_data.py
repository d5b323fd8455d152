"""The numbers of the chart of one person, once: the picture and the words are both made from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from concordant.progress.expected_course.own_course import BASELINE_WEEKS, Mark, OwnCourse, Week
from concordant.record.derive.trajectory import LIMITS
from concordant.record.diary import Count


@dataclass(frozen=True, slots=True)
class Point:
    """The headache days of one week, or of a few of them."""

    first: int
    last: int
    """Its weeks; -1 is the last week before treatment, 1 the first one after it began."""
    days: float | None
    """Per 7 answered days; None where no day was answered."""
    low: float
    high: float
    """Bounds per 7 days: days without an answer counted as free, then as headache days."""
    answered: int
    of: int
    """Days that were answered, and all of its days."""

    @property
    def place(self) -> float:
        """Its middle in weeks from the start of treatment."""
        return (self.first - (self.first > 0) + self.last + (self.last < 0)) / 2


@dataclass(frozen=True, slots=True)
class Step:
    """The limits at one published week, in days per week, over the 28 days that they judge."""

    week: int
    on_track: float
    behind: float
    share_on_track: float
    share_behind: float
    """The limits as shares of the baseline."""


@dataclass(frozen=True, slots=True)
class Level:
    """The headache days of 28 days, in days per week."""

    week: int
    """0 for the baseline, else the published week at which they end."""
    days: float
    low: float
    high: float
    band: str
    """on_track, watch or behind; empty where there is no band."""
    robust: bool | None
    """Whether missing days at their worst leave the band as it is."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """Everything that the chart shows."""

    first_week: int
    last_week: int
    """The ends of the axis of time."""
    weeks_each: int
    """So many weeks are one point; the newest point may have fewer."""
    points: tuple[Point, ...]
    levels: tuple[Level, ...]
    steps: tuple[Step, ...]
    marks: tuple[Mark, ...]
    problem: str
    """Why there are no limits; empty where there are."""


LONG_ENOUGH = 12
"""The chart shows at least the weeks up to the third published point."""

LAST_BY_WEEK = 26
"""On a longer axis single weeks lie too close to be told apart."""
WEEKS_TOGETHER = 4
"""So many are one point there, as in every window that is compared."""


def chart_data(course: OwnCourse) -> ChartData:
    """The numbers of one person's chart. Limits are drawn up to the first published week that is still to come."""
    passed = max((one.number for one in course.weeks), default=0)
    wanted = max(passed, LONG_ENOUGH)
    last = next((one.week for one in LIMITS if one.week >= wanted), wanted)
    first, each = -BASELINE_WEEKS, 1 if last <= LAST_BY_WEEK else WEEKS_TOGETHER
    return ChartData(
        first,
        last,
        each,
        tuple(_points(course, each)),
        _levels(course),
        _steps(course, last),
        tuple(one for one in course.marks if first <= one.place <= last),
        course.problem,
    )


def _points(course: OwnCourse, each: int) -> Iterator[Point]:
    """Counted from the start of treatment, backwards and forwards: its day lies between two points."""

    def group(week: Week) -> int:
        return (week.number - 1) // each if week.number > 0 else week.number // each

    for _, found in groupby(course.weeks, group):
        weeks = list(found)
        counts = [one.count for one in weeks]
        positive, negative = sum(one.positive for one in counts), sum(one.negative for one in counts)
        count = Count(counts[0].first, counts[-1].last, positive, negative)
        bounds = count.per(7)
        days = 7 * positive / count.observed if count.observed else None
        yield Point(weeks[0].number, weeks[-1].number, days, bounds.low, bounds.high, count.observed, count.days)


def _steps(course: OwnCourse, last: int) -> tuple[Step, ...]:
    base = course.baseline_per_week
    if base is None:
        return ()
    shown = (one for one in LIMITS if one.week <= last)
    return tuple(Step(one.week, base * one.on_track, base * one.behind, one.on_track, one.behind) for one in shown)


def _levels(course: OwnCourse) -> tuple[Level, ...]:
    found = [_level(0, course.baseline, "", None)]
    found += [_level((one.days + 1) // 7, one.after, one.word or "", one.robust) for one in course.points]
    return tuple(one for one in found if one is not None)


def _level(week: int, count: Count, band: str, robust: bool | None) -> Level | None:
    if not count.observed:
        return None
    bounds = count.per(7)
    return Level(week, 7 * count.positive / count.observed, bounds.low, bounds.high, band, robust)
