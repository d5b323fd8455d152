"""The diary as a calendar: a row for each week, a cell for each day, with what else happened."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.person.look import Look
from concordant.facts.values import Value
from concordant.progress.examined import was_examined
from concordant.record.case import DiaryRow
from concordant.record.diary import is_recalled, timeliness

WEEKS = 12
MOST_WEEKS_BACK = 5_200
"""A hundred years; dates have an end."""

EVENTS: Mapping[str, tuple[str | Promise, str | Promise]] = MappingProxyType(
    {
        "injury": (_("I"), _("injury")),
        "start": (_("S"), _("start of care")),
        "visit": (_("V"), _("visit")),
        "retest": (_("R"), _("retest")),
        "treatment": (_("T"), _("treatment")),
    }
)
"""A letter for the cell, a word for everybody else."""


@dataclass(frozen=True)
class Event:
    kind: str
    letter: str | Promise
    name: str | Promise


@dataclass(frozen=True)
class Day:
    """One day: what the diary says of it, and what happened."""

    date: date
    state: str
    """headache, free, unanswered, or ahead of the day of the view."""
    intensity: int | None
    recalled: bool
    """Written down too late to count; shown all the same."""
    events: tuple[Event, ...]
    late: bool = False
    """Written down late, and it counts (outcomes 1.4)."""

    @property
    def shade(self) -> int:
        """1 to 5, two steps of pain each; 0 where it was not said how strong."""
        return 0 if self.intensity is None else (self.intensity + 1) // 2


@dataclass(frozen=True)
class Week:
    first: date
    days: tuple[Day, ...]


@dataclass(frozen=True)
class Calendar:
    weeks: tuple[Week, ...]
    first: date
    last: date
    weeks_before: int
    earlier: int | None
    """Weeks to go back for the page before; None where nothing lies before."""
    later: int | None
    headache_days: int
    free_days: int
    unanswered_days: int
    notes: tuple[tuple[date, str], ...] = ()
    """What was written about these days in the person's own words, newest first."""

    @property
    def answered_days(self) -> int:
        return self.headache_days + self.free_days


def calendar_of(look: Look, weeks_before: int = 0) -> Calendar:
    """Twelve weeks that end so many weeks before the week of the view."""
    weeks_before = min(weeks_before, MOST_WEEKS_BACK)
    this_week = look.moment.day - timedelta(days=look.moment.day.weekday())
    last_week = this_week - timedelta(weeks=weeks_before)
    rows = _rows(look)
    events = _events(look)
    weeks = [last_week - timedelta(weeks=back) for back in reversed(range(WEEKS))]

    def day(one: date) -> Day:
        return _day(one, rows.get(one, []), tuple(events.get(one, ())), ahead=one > look.moment.day)

    shown = tuple(Week(week, tuple(day(week + timedelta(days=number)) for number in range(7))) for week in weeks)
    states = [each.state for week in shown for each in week.days]
    return Calendar(
        weeks=shown,
        first=weeks[0],
        last=min(last_week + timedelta(days=6), look.moment.day),
        weeks_before=weeks_before,
        earlier=weeks_before + WEEKS if any(one < weeks[0] for one in (*rows, *events)) else None,
        later=max(weeks_before - WEEKS, 0) if weeks_before else None,
        headache_days=states.count("headache"),
        free_days=states.count("free"),
        unanswered_days=states.count("unanswered"),
        notes=tuple(
            (day, row.note)
            for day in sorted(rows, reverse=True)
            for row in rows[day]
            if row.note and weeks[0] <= day < last_week + timedelta(weeks=1)
        ),
    )


def _rows(look: Look) -> dict[date, list[DiaryRow]]:
    rows: dict[date, list[DiaryRow]] = defaultdict(list)
    for row in look.case.diary:
        if row.date <= look.moment.day:
            rows[row.date].append(row)
    return rows


def _day(day: date, rows: list[DiaryRow], events: tuple[Event, ...], *, ahead: bool) -> Day:
    answers = [answer for row in rows if (answer := _answer(row)) is not None]
    worst = max((said for row in rows if (said := _intensity(row)) is not None), default=None)
    state = "ahead" if ahead else "unanswered" if not answers else "headache" if True in answers else "free"
    return Day(
        date=day,
        state=state,
        intensity=worst if state == "headache" and worst else None,
        recalled=bool(answers) and all(is_recalled(row) for row in rows),
        events=events,
        late=bool(answers) and "late" in {timeliness(row.recorded.date(), day) for row in rows if row.recorded},
    )


def _answer(row: DiaryRow) -> bool | None:
    """As the care library reads a row: said outright, or by the worst pain, or by naming a headache."""
    today: Value | None = row.facts.get("headache_today")
    if isinstance(today, bool):
        return today
    worst = _intensity(row)
    if worst is not None:
        return worst > 0
    return True if row.headache is not None else None


def _intensity(row: DiaryRow) -> int | None:
    worst = row.facts.get("intensity_nrs")
    return worst if isinstance(worst, int) and not isinstance(worst, bool) else None


def _events(look: Look) -> dict[date, list[Event]]:
    kinds: dict[date, dict[str, None]] = defaultdict(dict)

    def note(day: date, kind: str) -> None:
        if day <= look.moment.day:
            kinds[day][kind] = None

    for injury in look.record.injuries.values():
        for said in injury.facts.get("injury_date", ())[-1:]:
            if isinstance(said.value, date):
                note(said.value, "injury")
    if look.case.episode.started:
        note(look.case.episode.started, "start")
    examined = [visit for visit in look.record.visits.values() if was_examined(visit)]
    for visit in look.record.seen:
        again = was_examined(visit) and examined[0].date < visit.date
        note(visit.date, "retest" if again else "visit")
    for treatment in look.record.treatments:
        note(treatment.date, "treatment")
    return {day: [Event(kind, *EVENTS[kind]) for kind in EVENTS if kind in found] for day, found in kinds.items()}
