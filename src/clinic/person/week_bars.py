"""Headache days of each week as a small picture, and the same as rows of a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from concordant.record.diary import Count, Diary

WEEK = 7
MOST_WEEKS = 16
"""The four weeks before care and twelve of it: the longest course for which retests are planned."""

LEFT, TOP, STEP, BAR, DAY = 18, 6, 16, 10, 8
"""Of the drawing: room for the scale, above, from week to week, a bar across, and one day upwards."""

FLOOR = TOP + WEEK * DAY


@dataclass(frozen=True)
class Bar:
    """One week. A day that is not written down is drawn as open, so it never looks like a day without a headache."""

    count: Count
    x: int

    @property
    def first(self) -> date:
        return self.count.first

    @property
    def headache(self) -> int:
        return self.count.positive

    @property
    def not_written(self) -> int:
        return WEEK - self.count.observed

    @property
    def height(self) -> int:
        return DAY * self.headache

    @property
    def y(self) -> int:
        return FLOOR - self.height

    @property
    def open_height(self) -> int:
        return DAY * self.not_written

    @property
    def open_y(self) -> int:
        return self.y - self.open_height


@dataclass(frozen=True)
class WeekBars:
    """The picture, in the units of the drawing."""

    bars: tuple[Bar, ...]
    care_began: date | None
    """Where it lies within the picture."""

    top, floor, left, bar = TOP, FLOOR, LEFT, BAR

    @property
    def first(self) -> date:
        return self.bars[0].count.first

    @property
    def last(self) -> date:
        return self.bars[-1].count.last

    @property
    def width(self) -> int:
        return LEFT + STEP * len(self.bars)

    @property
    def height(self) -> int:
        return FLOOR + TOP

    @property
    def care_began_x(self) -> float | None:
        if self.care_began is None:
            return None
        return round(LEFT + STEP * (self.care_began - self.first).days / WEEK - (STEP - BAR) / 2, 1)


def week_bars(diary: Diary, care_began: date | None) -> WeekBars | None:
    """Whole weeks up to the last day of the diary; the newest if there are many. None where no day is answered."""
    answered = diary.answers(None)
    if not answered:
        return None
    counts = list(_weeks(diary, min(answered)))[:MOST_WEEKS]
    bars = tuple(Bar(count, LEFT + STEP * number) for number, count in enumerate(reversed(counts)))
    shown = care_began if care_began and bars[0].count.first < care_began <= bars[-1].count.last else None
    return WeekBars(bars, shown)


def _weeks(diary: Diary, since: date) -> Iterator[Count]:
    """The newest first."""
    last = diary.last_counted_day()
    while last >= since:
        yield diary.count(last, WEEK, None)
        last -= timedelta(days=WEEK)
