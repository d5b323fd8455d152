"""A person's own course: weeks of the diary about the day on which treatment began, and what happened on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from concordant.change.assumptions import WINDOW
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding
from concordant.facts.history.injury import injury_date
from concordant.record.derive.trajectory import LIMITS, Against, against_expected, too_few, unusable
from concordant.record.derive.treatment_start import start_of_treatment
from concordant.record.diary import Count
from concordant.record.record import Record

BASELINE_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Week:
    """Seven diary days. The day on which treatment began is the first day of week 1 (outcomes 1.7)."""

    number: int
    """1 is the first week of care, -1 the last one before it."""
    count: Count


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened on a day."""

    day: date
    kind: str
    """visit, retest or injury."""
    place: float
    """Weeks from the start of treatment."""


@dataclass(frozen=True, slots=True)
class OwnCourse:
    """What one person's diary says of any headache, about the start of treatment, up to a day."""

    start: date
    as_of: date
    baseline: Count
    """The 28 days before treatment."""
    weeks: tuple[Week, ...]
    """Oldest first; only weeks that are over."""
    points: tuple[Against, ...]
    """Each published week that is over, against its limits: the 28 days that end then."""
    marks: tuple[Mark, ...]

    @property
    def problem(self) -> str:
        """Why no limits can be put beside the days; empty where they can."""
        return unusable("baseline", self.baseline) or too_few(self.baseline)

    @property
    def baseline_per_week(self) -> float | None:
        """Headache days per 7 answered days of the baseline, of which the limits are shares; None where it has none."""
        return None if self.problem else 7 * self.baseline.positive / self.baseline.observed


def own_course(record: Record) -> OwnCourse | None:
    """The course as of the record's day; None without a diary or a day on which treatment began."""
    start = start_of_treatment(record)
    if start is None or not record.diary:
        return None
    last = record.diary.last_counted_day()
    return OwnCourse(
        start,
        record.as_of,
        record.diary.count(start - timedelta(days=1), WINDOW, None),
        _weeks(record, start, last),
        _points(record, start, last),
        _marks(record, start),
    )


def _weeks(record: Record, start: date, last: date) -> tuple[Week, ...]:
    ends = [(number, start + timedelta(days=7 * number + 6)) for number in range(-BASELINE_WEEKS, 0)]
    ends += [(number, _end_of_week(start, number)) for number in range(1, ((last - start).days + 1) // 7 + 1)]
    return tuple(Week(number, record.diary.count(end, 7, None)) for number, end in ends if end <= last)


def _end_of_week(start: date, number: int) -> date:
    """Of week 4 the 28th day of care, the first treatment being day 1: a retest 28 days after it judges that window."""
    return start + timedelta(days=7 * number - 1)


def _points(record: Record, start: date, last: date) -> tuple[Against, ...]:
    ends = (_end_of_week(start, limits.week) for limits in LIMITS)
    return tuple(against_expected(record.diary, start, end) for end in ends if end <= last)


def _marks(record: Record, start: date) -> tuple[Mark, ...]:
    found = [(visit.date, _kind(visit.date, start, bool(visit.findings))) for visit in record.visits.values()]
    injured = (record.read(Term(injury_date), Binding(injury=one)).value for one in record.injuries)
    found += [(day, "injury") for day in injured if isinstance(day, date)]
    return tuple(Mark(day, kind, (day - start).days / 7) for day, kind in sorted(set(found)))


def _kind(day: date, start: date, something_found: bool) -> str:
    """A retest is a visit after treatment began at which something was found or rated again."""
    return "retest" if day > start and something_found else "visit"
