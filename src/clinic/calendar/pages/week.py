"""A week: of one clinician by hours, or of everybody in small."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from clinic.accounts.models import Clinic
from clinic.calendar.clocks import span_of
from clinic.calendar.disciplines import Discipline
from clinic.calendar.models import Appointment, Practice, TimeOff
from clinic.calendar.pages.asked import A_WEEK, monday_of
from clinic.calendar.pages.column import Column
from clinic.calendar.pages.day import Read, column_of, frame_of, read
from clinic.calendar.pages.frame import HOUR, Frame
from clinic.calendar.pairs import Pair, pairs_among

BREAK = TimeOff.Why.BREAK
"""Everybody has one: a week in small does without it."""


@dataclass(frozen=True)
class Cell:
    """A clinician on a day, in small."""

    day: date
    visits: tuple[Appointment, ...]
    free_minutes: int
    off: tuple[str, ...]

    @property
    def free_hours(self) -> int:
        return self.free_minutes // HOUR


@dataclass(frozen=True)
class WeekShown:
    days: tuple[date, ...]
    frame: Frame
    practices: tuple[Practice, ...]
    columns: tuple[Column, ...]
    """Of the one clinician; empty where everybody is shown."""
    rows: tuple[tuple[Practice, tuple[Cell, ...]], ...]
    """Of everybody, in small."""
    left: frozenset[int]
    """Practices of those who no longer work here."""


def week_shown(clinic: Clinic, day: date, practice_id: int | None) -> WeekShown | None:
    """None for a practice that this clinic does not have."""
    first = monday_of(day)
    days = tuple(first + timedelta(days=number) for number in range(A_WEEK))
    found = read(clinic, days[0], days[-1])
    frame = frame_of(found, clinic)
    practices = tuple(_practices(clinic, found, practice_id))
    in_order = tuple(sorted(practices, key=lambda one: (one.discipline != Discipline.RMT, one.clinician.display_name)))
    pairs: dict[int, Pair] = {}
    for each in days:
        pairs |= pairs_among([one for one in found.visits if _day(one, clinic) == each])
    chosen = next((one for one in practices if one.pk == practice_id), None)
    if practice_id is not None and chosen is None:
        return None
    columns = tuple(_column(clinic, each, found, frame, pairs, chosen) for each in days) if chosen else ()
    used = tuple(one for one in columns if one.items or one.day.weekday() < A_WEEK - 2)
    rows = () if chosen else tuple((one, _cells(clinic, days, found, frame, pairs, one)) for one in in_order)
    here = {one.pk for one in practices if one.clinician.is_active and one.clinician.clinic_id == clinic.pk}
    return WeekShown(days, frame, in_order, used, rows, frozenset(one.pk for one in practices if one.pk not in here))


def _practices(clinic: Clinic, found: Read, asked: int | None) -> QuerySet[Practice]:
    """Of those who work here, and of those who have left while visits with them stand or their week is asked for."""
    works = Q(clinician__clinic=clinic, clinician__is_active=True)
    stands = Q(clinician__in={one.clinician_id for one in found.standing})
    is_asked = Q(clinician__clinic=clinic, pk=asked)
    return Practice.objects.filter(works | stands | is_asked).select_related("clinician")


def _day(one: Appointment, clinic: Clinic) -> date:
    return span_of(one.starts_at, one.ends_at, clinic.zone)[0]


def _column(clinic: Clinic, day: date, found: Read, frame: Frame, pairs: dict[int, Pair], practice: Practice) -> Column:
    visits = [one for one in found.standing if one.clinician_id == practice.clinician_id and _day(one, clinic) == day]
    return column_of(clinic, day, found, frame, pairs, practice.clinician, practice, practice.discipline, visits)


def _cells(
    clinic: Clinic, days: tuple[date, ...], found: Read, frame: Frame, pairs: dict[int, Pair], practice: Practice
) -> tuple[Cell, ...]:
    cells = []
    for day in days:
        column = _column(clinic, day, found, frame, pairs, practice)
        free = sum(one.span.end - one.span.start for one in column.items if one.kind == "gap")
        away = [one.off for one in column.items if one.off is not None and one.off.why != BREAK]
        off = tuple(dict.fromkeys(str(one.get_why_display()) for one in away))
        cells.append(Cell(day, tuple(one.visit for one in column.items if one.visit), free, off))
    return tuple(cells)
