"""Headache days a week, at the start of care and at the last check, and how sure a change of them is."""

from dataclasses import dataclass
from enum import StrEnum

from clinic.person.look import Look
from concordant.change.assumptions import WINDOW
from concordant.change.category import Category
from concordant.criteria import Binding
from concordant.progress.headache_days import HeadacheDays
from concordant.record.derive.any_headache import streams_of
from concordant.record.derive.change import PROVISIONAL_DAYS
from concordant.record.diary import Count

WEEK = 7


class Said(StrEnum):
    """What can be said of the change; the template holds the words."""

    FEWER = "fewer"
    PERHAPS_FEWER = "perhaps fewer"
    NO_CLEAR_CHANGE = "no clear change"
    MORE = "more"
    FEW_AT_START = "few at start"
    """So few headache days at the start that no change could be told from chance."""
    START_TOO_THIN = "start too thin"
    CHECK_TOO_THIN = "check too thin"
    NOT_YET = "not yet"
    """There was no check yet at which four weeks of care could be compared with the start."""


_OF_CATEGORY = {
    Category.IMPROVED_IMPORTANT: Said.FEWER,
    Category.IMPROVED_BEYOND_ERROR: Said.FEWER,
    Category.IMPORTANT_BUT_UNCERTAIN: Said.PERHAPS_FEWER,
    Category.WITHIN_ERROR: Said.NO_CLEAR_CHANGE,
    Category.WORSE_BEYOND_ERROR: Said.MORE,
    Category.WORSE_BEYOND_ERROR_IMPORTANT: Said.MORE,
    Category.NOT_ASSESSABLE: Said.FEW_AT_START,
}


@dataclass(frozen=True)
class DaysAWeek:
    """Both windows, where there are two to compare; else the last four weeks and why they are not compared."""

    said: Said
    latest: Count
    """The window of the last check; where nothing is compared, the window that is spoken of."""
    start: Count | None = None
    firm: bool = True
    """The answer stands whatever the days were that are not written down."""

    @property
    def compared(self) -> bool:
        return self.start is not None

    @property
    def at_start(self) -> float | None:
        return _a_week(self.start) if self.start else None

    @property
    def now(self) -> float | None:
        """None where too few days are written down for a number."""
        return _a_week(self.latest) if self.latest.observed * WINDOW >= PROVISIONAL_DAYS * self.latest.days else None


def days_a_week(look: Look) -> DaysAWeek | None:
    """None where no day of the diary is answered."""
    if not look.record.diary.answers(None):
        return None
    compared = next((row.days for row in look.assessment.changes if row.days is not None), None)
    return _compared(compared) if compared is not None else _not_compared(look)


def _compared(found: HeadacheDays) -> DaysAWeek:
    return DaysAWeek(_OF_CATEGORY[found.category], found.latest.count, found.baseline.count, found.robust is True)


def _not_compared(look: Look) -> DaysAWeek:
    diary = look.record.diary
    streams = streams_of(look.record, Binding(visit=look.assessment.progress.visit))
    if not streams.never:
        return DaysAWeek(Said.NOT_YET, diary.count(diary.last_counted_day(), WINDOW, None))
    if streams.words[streams.before] == "insufficient":
        return DaysAWeek(Said.START_TOO_THIN, streams.before)
    if streams.words[streams.after] == "insufficient":
        return DaysAWeek(Said.CHECK_TOO_THIN, streams.after)
    return DaysAWeek(Said.FEW_AT_START, streams.after, streams.before)


def _a_week(count: Count) -> float:
    return WEEK * count.positive / count.observed
