"""The diary as of a day: for each day and headache yes, no or not answered; and counts over windows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from concordant.facts.values import UNKNOWN, Span, Value
from concordant.record.case import DiaryRow
from concordant.record.contradictions.contradiction import Contradiction
from concordant.record.contradictions.of_a_day import may_contradict_itself, settled_day, settled_row
from concordant.record.moments import local_day
from concordant.settings import number, whole

PER_MONTH = 30
"""The days that the facts ending in ``_per_30d`` are given per, whatever the length of the window."""

MONTH = whole(
    "month_days",
    30,
    unit="d",
    low=28,
    high=31,
    says="A month of the diary has so many days in a row; three months are three times as many.",
    source="diagnosis 0.5",
)

LATEST_DAYS = whole(
    "diary_latest_days",
    2,
    unit="d",
    high=28,
    says="A diary row typed in more days than this after its day is recalled: shown, not counted.",
    source="outcomes 1.4",
)

ON_TIME_DAYS = whole(
    "diary_on_time_days",
    1,
    unit="d",
    high=28,
    says="A diary row typed in within so many days after its day is on time; later, but not recalled, it is late.",
    source="outcomes 1.4",
)

COMPLETE = number(
    "diary_complete_share",
    0.8,
    low=0,
    high=1,
    says="With a smaller share of days answered, a count carries a warning and a recalled answer stands over it.",
    source="diagnosis 0.5",
)

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Count:
    """Days of a window: with, without, answered but not enough to tell, not answered."""

    first: date
    last: date
    positive: int
    negative: int
    open: int = 0

    @property
    def days(self) -> int:
        """Length of the window."""
        return (self.last - self.first).days + 1

    @property
    def observed(self) -> int:
        """Days that were answered so that they can be told."""
        return self.positive + self.negative

    @property
    def missing(self) -> int:
        """Days without an answer."""
        return self.days - self.observed - self.open

    @property
    def completeness(self) -> float:
        """Days that can be told / all days."""
        return self.observed / self.days

    def per(self, days: int) -> Span:
        """Bounds of the number of days per so many: open and missing days counted as without, then as with."""
        return Span(days * self.positive / self.days, days * (self.days - self.negative) / self.days)

    def __str__(self) -> str:
        undecided = f" and {self.open} that leave it open" if self.open else ""
        return (
            f"{self.positive} of {self.observed} answered days{undecided}, {self.missing} not answered, "
            f"{self.first} to {self.last}"
        )


def is_recalled(row: DiaryRow) -> bool:
    """Whether the row was written too late to count."""
    return row.recorded is not None and (local_day(row.recorded) - row.date).days > LATEST_DAYS


def timeliness(written: date, day: date) -> str:
    """A word of the fact ``diary_entry_timeliness``."""
    back = (written - day).days
    return "on_time" if back <= ON_TIME_DAYS else "late" if back <= LATEST_DAYS else "recalled"


class Diary:
    """Rows up to a day, by day. Reads nothing that was written after that day."""

    def __init__(
        self, rows: Sequence[DiaryRow], as_of: date, headaches: tuple[str, ...], *, withholding: bool = True
    ) -> None:
        """``withholding``: a day that contradicts itself is read as not answered."""
        self.as_of = as_of
        self.headaches = headaches
        self.by_day: dict[date, list[DiaryRow]] = {}
        self._rows = rows
        self._withholding = withholding
        self._of_rows: list[tuple[date, Contradiction]] = []
        self._of_days: list[tuple[date, Contradiction]] = []
        self._answers: dict[str | None, dict[date, bool]] = {}
        self._made: dict[Callable[..., Any], Any] = {}
        self._add(date.min)

    def _add(self, first: date) -> None:
        """Take in the rows of this day and later ones."""
        by_day, as_of, withholding = self.by_day, self.as_of, self._withholding
        for row in self._rows:
            day = row.date
            if day > as_of or day < first:
                continue
            if row.recorded is not None:
                written = local_day(row.recorded)
                if written > as_of or (written - day).days > LATEST_DAYS:
                    continue
            settled = self._settled(row) if withholding and may_contradict_itself(row.facts) else row
            if day in by_day:
                by_day[day].append(settled)
            else:
                by_day[day] = [settled]
        if self._withholding:
            self._settle_days(first)

    def _settle_days(self, first: date) -> None:
        for day, rows in self.by_day.items():
            if len(rows) > 1 and day >= first:
                self.by_day[day], found = settled_day(rows)
                if found is not None:
                    self._of_days.append((day, found))

    def _settled(self, row: DiaryRow) -> DiaryRow:
        settled, found = settled_row(row)
        self._of_rows += [(row.date, one) for one in found]
        return settled

    def until(self, day: date) -> Diary:
        """The diary as of an earlier day. Nothing of a day can have been written later than ``LATEST_DAYS`` after it,
        so only the last days are read again."""
        same = day - timedelta(days=min(LATEST_DAYS, (day - date.min).days))
        earlier = Diary((), day, self.headaches, withholding=self._withholding)
        earlier._rows = self._rows
        earlier.by_day = {one: rows for one, rows in self.by_day.items() if one < same}
        earlier._of_rows = [(one, found) for one, found in self._of_rows if one < same]
        earlier._of_days = [(one, found) for one, found in self._of_days if one < same]
        earlier._add(same)
        return earlier

    @property
    def contradictions(self) -> list[Contradiction]:
        """Of single rows, then of days whose rows disagree."""
        return [found for _, found in (*self._of_rows, *self._of_days)]

    def newest_day_with(self, names: Collection[str]) -> date | None:
        """The newest day whose rows say anything of these facts."""
        newest_first = sorted(self.by_day, reverse=True)
        told = (day for day in newest_first if any(row.facts.get(name) for row in self.by_day[day] for name in names))
        return next(told, None)

    def __bool__(self) -> bool:
        return bool(self.by_day)

    def last_counted_day(self) -> date:
        """The end of a window that ends today: today once it is written down, else yesterday."""
        return self.as_of if self.as_of in self.by_day else self.as_of - timedelta(days=1)

    def answers(self, headache: str | None) -> dict[date, bool]:
        """Day -> was there this headache (None: any). Days without an answer are not in it."""
        if headache not in self._answers and headache is None and self._is_of_one_headache():
            self._answers[None] = self.answers(self.headaches[0])
        if headache not in self._answers:
            found: dict[date, bool] = {}
            only = self.headaches == (headache,)
            for day, rows in self.by_day.items():
                row = rows[0]
                # Most days have one row that speaks of this headache, or of none by name where there is but this one.
                mine = len(rows) == 1 and (headache is None or row.headache == headache or (only and not row.headache))
                said = headache_said(row) if mine else self._answer(rows, headache)
                if said is not None:
                    found[day] = said
            self._answers[headache] = found
        return self._answers[headache]

    def _is_of_one_headache(self) -> bool:
        """Whether whatever is written is written of the only headache there is, once for each day."""
        whose = (None, *self.headaches)
        return len(whose) == 2 and all(len(rows) == 1 and rows[0].headache in whose for rows in self.by_day.values())

    def _answer(self, rows: list[DiaryRow], headache: str | None) -> bool | None:
        said = [(row.headache, headache_said(row)) for row in rows]
        if headache is None:
            answers = [yes for _, yes in said]
            return True if True in answers else False if False in answers else None
        mine = [yes for whose, yes in said if whose == headache]
        if mine:
            return True if True in mine else False if False in mine else None
        others = [yes for whose, yes in said if whose is not None]
        unnamed = [yes for whose, yes in said if whose is None]
        if True in unnamed:
            # A headache whose kind was not asked: it is this one only where there is no other.
            return True if self.headaches == (headache,) else None
        return False if False in unnamed or True in others else None

    def month(self, back: int) -> tuple[date, date]:
        """First and last day of the month so many whole months back; 0 is the last 30 diary days."""
        last = self.last_counted_day() - timedelta(days=back * MONTH)
        return last - timedelta(days=MONTH - 1), last

    def count(self, last: date, days: int, headache: str | None) -> Count:
        """Days with a headache in the window that ends on ``last``."""
        answers = self.answers(headache)
        return _counted(last, days, answers.get)

    def once(self, make: Callable[[Given], Made], given: Given) -> Made:
        """What several facts work out of this diary, made when first asked for."""
        if make not in self._made:
            self._made[make] = make(given)
        found: Made = self._made[make]
        return found


def _counted(last: date, days: int, answer: Callable[[date], bool | None]) -> Count:
    first = last - timedelta(days=days - 1)
    every = [answer(day) for day in days_of(first, last)]
    return Count(first, last, every.count(True), every.count(False))


def days_of(first: date, last: date) -> Iterable[date]:
    """Every day from the first to the last."""
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def headache_said(row: DiaryRow) -> bool | None:
    """A row that names a headache, or a worst pain above 0, says yes; a worst pain of 0 says no."""
    today: Value = row.facts.get("headache_today", UNKNOWN)
    if isinstance(today, bool):
        return today
    worst = row.facts.get("intensity_nrs")
    if isinstance(worst, int):
        return worst > 0
    return True if row.headache is not None else None
