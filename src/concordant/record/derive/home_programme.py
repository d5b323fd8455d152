"""How much of the home programme is done, and whether it is tolerated (treatment 5.3).

A day without an answer is unknown, not "not done".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from concordant.change.assumptions import WINDOW
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.diary.day import exercises_done
from concordant.facts.plan.episode import adherence_percent_28d, flare_24h, home_tolerated
from concordant.facts.values import Span
from concordant.record.care import Prescribed
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.diary import days_of
from concordant.record.interventions import HOME
from concordant.settings import whole

FEWEST_DAYS = whole(
    "adherence_fewest_days",
    14,
    unit="d",
    low=1,
    high=28,
    says="With fewer answered days in 28 the share of the home programme that is done is not known.",
    source="treatment 5.3",
)
WHOLE = ""
"""The programme as one, where no plan says what it holds."""
WEEK = 7
TOLERATED_DAYS = 5
"""Of the last 7 (dictionary, ``home_tolerated``)."""


@dataclass(frozen=True, slots=True)
class HomeShare:
    """How much of the programme was done in a stretch of days, of the days that are answered."""

    first: date
    last: date
    answered: int
    percent: Span | None
    """Surely done, perhaps done; None where no day is answered, or nothing was due."""

    @property
    def days(self) -> int:
        """Of the stretch."""
        return (self.last - self.first).days + 1


def home_share(reader: Reader, first: date, last: date) -> HomeShare:
    """Done, in percent of what was prescribed for the answered days.

    Of a day that is ticked item by item, an item without a tick may have been done. A day of which only the diary
    speaks was done whole or not at all. An item of three days a week is due on three sevenths of the answered days.
    """
    ticks = _ticks(reader)
    items: dict[str, _Done] = defaultdict(_Done)
    answered = 0
    for day in days_of(first, last):
        of_diary = _of_diary(reader, day)
        if day not in ticks and of_diary is None:
            continue
        answered += 1
        for item, due in _due_on(reader, day).items():
            if day in ticks:
                items[item].ticked(due, ticks[day].get(item))
            else:
                items[item].told(due, done=bool(of_diary))
    due = sum(one.due for one in items.values())
    if not due:  # nothing is answered, or what was signed is due on no day
        return HomeShare(first, last, answered, None)
    done, perhaps = (sum(ends) for ends in zip(*(one.ends for one in items.values()), strict=True))
    return HomeShare(first, last, answered, Span(100 * done / due, 100 * perhaps / due))


def last_home_day(reader: Reader) -> date:
    """The last day that is over, or written down in the diary."""
    return reader.diary.last_counted_day() if reader.diary else reader.as_of - timedelta(days=1)


@computes(adherence_percent_28d)
def adherence(reader: Reader, where: Binding, term: Term) -> Reading:
    """Of the last 28 days; unknown while too few of them are answered."""
    inputs = Inputs(reader, where)
    last = last_home_day(reader)
    found = home_share(reader, last - timedelta(days=WINDOW - 1), last)
    if found.percent is None or found.answered < FEWEST_DAYS:
        return inputs.unknown(f"only {found.answered} of {WINDOW} days say so", adherence_percent_28d)
    note = f"{found.answered} of {WINDOW} days are answered"
    return inputs.result(found.percent, note, Origin.COUNTED, partial=not found.percent.exact)


@computes(home_tolerated)
def tolerated(reader: Reader, where: Binding, term: Term) -> Reading:
    """Something of it done on most of the last 7 days, and no flare."""
    inputs = Inputs(reader, where)
    last = last_home_day(reader)
    ticks = _ticks(reader)
    said = [
        any(ticks[day].values()) if day in ticks else _of_diary(reader, day)
        for day in days_of(last - timedelta(days=WEEK - 1), last)
    ]
    note = f"done on {said.count(True)} of {WEEK} days, {said.count(None)} without an answer"
    if said.count(True) + said.count(None) < TOLERATED_DAYS:
        return inputs.result(False, note, Origin.COUNTED)
    if said.count(True) < TOLERATED_DAYS:
        return inputs.unknown(note, exercises_done)
    flared = inputs.get(flare_24h)
    return inputs.result(not flared, note, Origin.COUNTED) if isinstance(flared, bool) else inputs.unknown(note)


@dataclass
class _Done:
    """One item over the answered days."""

    due: float = 0
    done: float = 0
    open: float = 0

    def ticked(self, due: float, answer: bool | None) -> None:
        """A day that is answered item by item. None: this item is not."""
        self.due += due
        self.done += bool(answer)
        self.open += answer is None

    def told(self, due: float, *, done: bool) -> None:
        """A day of which only the diary speaks: all that was due, or nothing."""
        self.due += due
        self.done += due if done else 0

    @property
    def ends(self) -> tuple[float, float]:
        """Surely done, perhaps done; more often than prescribed counts as done."""
        return min(self.done, self.due), min(self.done + self.open, self.due)


def _due_on(reader: Reader, day: date) -> Mapping[str, float]:
    """What the plans that stood on a day prescribed for home, and on what share of the days."""
    standing = {plan.headache: plan for plan in reader.plans if plan.date <= day}
    found: dict[str, float] = {}
    for plan in standing.values():
        for item in plan.items:
            if item.intervention in HOME:
                found[item.intervention] = max(found.get(item.intervention, 0), _share_of_days(item))
    return found or {WHOLE: 1}


def _share_of_days(item: Prescribed) -> float:
    weekly = item.dose.get("per_week")
    return min(1, float(weekly[0]) / WEEK) if isinstance(weekly, tuple) else 1


def _ticks(reader: Reader) -> Mapping[date, Mapping[str, bool]]:
    found: dict[date, dict[str, bool]] = defaultdict(dict)
    for row in reader.home:
        found[row.date][row.intervention] = row.done
    for of_day in found.values():
        of_day[WHOLE] = any(of_day.values())
    return found


def _of_diary(reader: Reader, day: date) -> bool | None:
    """The rows of one day are of one programme: done is done, whichever row says so."""
    answers = [row.facts.get(exercises_done.name) for row in reader.diary.by_day.get(day, [])]
    told = [one for one in answers if isinstance(one, bool)]
    return any(told) if told else None
