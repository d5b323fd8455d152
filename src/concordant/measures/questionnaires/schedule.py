"""When what is asked: the core set, and the extensions of which the clinic holds the form (outcomes 2.4)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from concordant.facts import Fact, Kind
from concordant.facts.outcomes.ratings import acceptable_state
from concordant.measures.questionnaires.activities import PSFS
from concordant.measures.questionnaires.body_symptoms import CSI
from concordant.measures.questionnaires.catastrophising import PCS
from concordant.measures.questionnaires.fear_of_movement import TSK_11
from concordant.measures.questionnaires.global_change import GROC
from concordant.measures.questionnaires.headache_impact import HIT_6
from concordant.measures.questionnaires.health_today import EQ_5D_5L
from concordant.measures.questionnaires.midas import MIDAS
from concordant.measures.questionnaires.mood import PHQ_4
from concordant.measures.questionnaires.neck_disability import NDI
from concordant.measures.questionnaires.own_words import (
    ACTIVITY_CONFIDENCE,
    RECOVERY_EXPECTATION,
    SLEEP_QUALITY,
    STRESS,
)
from concordant.measures.questionnaires.pain_ratings import HEADACHE_AVERAGE, HEADACHE_WORST, NECK_AVERAGE
from concordant.measures.questionnaires.questionnaire import Questionnaire
from concordant.measures.questionnaires.self_efficacy import PSEQ_2
from concordant.measures.questionnaires.sleep import ISI


@dataclass(frozen=True, slots=True)
class Point:
    """A time at which measures are due."""

    key: str
    label: str
    weeks: int | None = None
    """After the baseline."""
    months: int | None = None
    """After discharge."""

    def day(self, baseline: date, discharge: date | None) -> date | None:
        """The day on which it comes; None where it does not, or not yet, have one."""
        if self.weeks is not None:
            return baseline + timedelta(weeks=self.weeks)
        return None if discharge is None else months_later(discharge, self.months or 0)


BASELINE = Point("baseline", "Baseline", weeks=0)
WEEK_4 = Point("week_4", "Week 4", weeks=4)
WEEK_8 = Point("week_8", "Week 8", weeks=8)
WEEK_12 = Point("week_12", "Week 12", weeks=12)
DISCHARGE = Point("discharge", "Discharge", months=0)
MONTH_3 = Point("month_3", "3 months after discharge", months=3)
MONTH_6 = Point("month_6", "6 months after discharge", months=6)
MONTH_12 = Point("month_12", "12 months after discharge", months=12)
POINTS = (BASELINE, WEEK_4, WEEK_8, WEEK_12, DISCHARGE, MONTH_3, MONTH_6, MONTH_12)

_RETESTS = (WEEK_4, WEEK_8, WEEK_12, DISCHARGE)


@dataclass(frozen=True, slots=True)
class Asked:
    """One fact of the core set, and when it is asked."""

    fact: Fact[Kind]
    at: tuple[Point, ...]


def _asked(one: Questionnaire, *at: Point) -> Asked:
    return Asked(one.fact, at)


CORE_SET = (
    *(_asked(one, *POINTS) for one in (HEADACHE_AVERAGE, HEADACHE_WORST, NECK_AVERAGE, PSFS)),
    _asked(GROC, *_RETESTS),
    Asked(acceptable_state, _RETESTS),
    _asked(PHQ_4, BASELINE, WEEK_12),
    *(_asked(one, BASELINE) for one in (RECOVERY_EXPECTATION, SLEEP_QUALITY, STRESS, ACTIVITY_CONFIDENCE)),
)
"""All of it may be shown as text. The numbers of the diary come by themselves."""

EXTENSIONS = (NDI, HIT_6, PSEQ_2, PCS, TSK_11, ISI, MIDAS, EQ_5D_5L, CSI)
"""For which the clinic holds the form; each says itself when it is used."""


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be asked now."""

    point: Point
    since: date
    facts: tuple[Fact[Kind], ...]


def due(on: date, *, baseline: date, discharge: date | None = None) -> Due | None:
    """The point that has come last by this day, with what is asked at it; None before the baseline.

    A point stays due until the next one comes. One of the weeks that would come on the day of discharge or later is
    left out; its place is taken by discharge. What was answered since ``since`` is for the caller to take off.
    """
    come = [(day, point) for day, point in _days(baseline, discharge) if day <= on]
    if not come:
        return None
    # Of two points of one day the later in the list stands: discharge on the day of the baseline.
    since, point = max(enumerate(come), key=lambda each: (each[1][0], each[0]))[1]
    return Due(point, since, tuple(one.fact for one in CORE_SET if point in one.at))


def upcoming(on: date, *, baseline: date, discharge: date | None = None) -> tuple[date, Point] | None:
    """The next point after this day; None where none is left, or where it waits for the day of discharge."""
    return min(
        ((day, point) for day, point in _days(baseline, discharge) if day > on), key=lambda each: each[0], default=None
    )


def _days(baseline: date, discharge: date | None) -> Iterator[tuple[date, Point]]:
    for point in POINTS:
        day = point.day(baseline, discharge)
        if day is not None and not _after_care(point, day, discharge):
            yield day, point


def _after_care(point: Point, day: date, discharge: date | None) -> bool:
    return bool(point.weeks) and discharge is not None and day >= discharge


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last one that month has."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
