"""A whole list of series, booked at once: who waits longest does not have to wait for each of the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import Http404

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.calendar import optimiser
from clinic.calendar.actions.saving import book_all_of, book_unlooked, let_wait
from clinic.calendar.clocks import NoSuchHour
from clinic.calendar.errors import RulesBroken, Taken
from clinic.calendar.models import Appointment, PrescribedVisit, Series
from clinic.calendar.places.wanted import Wanted
from clinic.calendar.problem.back import Hour, hour_of
from clinic.calendar.problem.series import Problem, problem_of
from clinic.calendar.proposals import reasons_as_data
from clinic.chart.actions.reach import people_in_reach
from concordant.booking.solution import Solution


@dataclass(frozen=True)
class Booked:
    """What came of a list."""

    appointments: tuple[Appointment, ...]
    waiting: tuple[PrescribedVisit, ...]
    """Visits without an hour; each has its reasons on the waiting list."""
    overtaken: tuple[Series, ...]
    """Series whose hours somebody took while the list was worked out: nothing of them was booked; ask again."""


def book_intake_list(by: Actor, series_ids: Sequence[int], *, seconds: float = optimiser.WHOLE_SECONDS) -> Booked:
    """All in one transaction. Nothing is locked while it is worked out: where the calendar is still the same then, it
    is written as it is; else each series is looked at again, and booked whole or not at all."""
    allow(by, Permission.KEEP_CALENDAR)
    series = list(
        Series.objects.filter(pk__in=list(series_ids), person__in=people_in_reach(by), ended_at__isnull=True)
        .select_related("person__clinic")
        .order_by("requested_at", "id")
    )
    if len(series) != len(set(series_ids)):
        raise Http404("no such series here")
    began = clock.now()
    problem = problem_of(by, series)
    if not problem.visits:
        return Booked((), (), ())
    solution = optimiser.book_all(problem.instance, seconds=seconds)
    with refusals_recorded(by=by, action=Action.BOOK, subject=Subject("series")), transaction.atomic():
        AuditHead.locked(by.clinic_id)
        with clock.set_to(began):
            is_same = problem_of(by, series).instance == problem.instance
        save = _save_as_it_is if is_same else _save_each
        return save(by, series, problem, solution)


def _save_as_it_is(by: Actor, series: list[Series], problem: Problem, solution: Solution) -> Booked:
    people = {one.pk: one.person for one in series}
    placings, waiting = _answer(problem, solution)
    made = book_unlooked(
        by,
        [
            Wanted(
                clinic=problem.side.stretch.clinic,
                person=people[visit.series_id],
                practice=hour.practice,
                room=hour.room,
                starts_at=hour.starts_at,
                discipline=visit.discipline,
                kind=visit.kind,
                minutes=visit.minutes,
                prescribed=visit,
            )
            for visit, hour in placings
        ],
    )
    let_wait((people[visit.series_id], visit, reasons) for visit, reasons in waiting)
    return Booked(made, tuple(visit for visit, _reasons in waiting), ())


def _save_each(by: Actor, series: list[Series], problem: Problem, solution: Solution) -> Booked:
    placings, waiting = _answer(problem, solution)
    made: list[Appointment] = []
    left: list[PrescribedVisit] = []
    overtaken: list[Series] = []
    for one in series:
        rows = {row.pk: row for row in problem.visits.values() if row.series_id == one.pk}
        mine = [
            (visit.pk, hour.practice.clinician_id, hour.room.pk, hour.starts_at)
            for visit, hour in placings
            if visit.pk in rows
        ]
        try:
            with transaction.atomic():
                made += book_all_of(by, one.person, rows, mine)
                let_wait((one.person, visit, reasons) for visit, reasons in waiting if visit.pk in rows)
        except (Taken, RulesBroken):
            overtaken.append(one)
        else:
            left += [visit for visit, _reasons in waiting if visit.pk in rows]
    return Booked(tuple(made), tuple(left), tuple(overtaken))


def _answer(
    problem: Problem, solution: Solution
) -> tuple[list[tuple[PrescribedVisit, Hour]], list[tuple[PrescribedVisit, list[dict[str, Any]]]]]:
    """What has an hour, and what waits; an hour that the clocks skip is none."""
    placed: list[tuple[PrescribedVisit, Hour]] = []
    waiting = [(problem.visits[one.visit], reasons_as_data(one.reasons)) for one in solution.unplaced]
    for one in solution.placed:
        visit = problem.visits[one.visit]
        try:
            placed.append((visit, hour_of(problem.side, one)))
        except NoSuchHour:
            waiting.append((visit, []))
    return placed, waiting
