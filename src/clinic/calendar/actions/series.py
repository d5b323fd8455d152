"""A series: asked for from the signed plan, proposed in up to three ways, booked all at once or not at all."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.calendar import optimiser
from clinic.calendar.actions.reach import person_of, series_of
from clinic.calendar.actions.saving import book_all_of, let_wait
from clinic.calendar.clocks import NoSuchHour
from clinic.calendar.errors import SeriesEnded
from clinic.calendar.models import Appointment, PrescribedVisit, Series, Waiting
from clinic.calendar.prescribing.saving import prescribe
from clinic.calendar.prescribing.standing import Counted, counted
from clinic.calendar.prescribing.weeks import Asked, asked_by
from clinic.calendar.problem.back import hour_of
from clinic.calendar.problem.ids import PERSON, id_of
from clinic.calendar.problem.series import Problem, problem_of
from clinic.calendar.proposals import Choice, Proposal, ProposedVisit, UnplacedVisit, said_by
from clinic.chart.actions.reach import subject_of
from clinic.chart.models import Person
from clinic.claims.said import record_of
from clinic.claims.work import work_of
from clinic.person.case import entry_id
from concordant.assessment import assess
from concordant.booking.solution import Solution, Unplaced
from concordant.criteria import RuleConflict
from concordant.record.problems import CaseFileError

ALTERNATIVES = 3
LATEST = timedelta(days=366)


def prescribe_series(by: Actor, person: Person | int, *, starts: date) -> Series:
    """:func:`prescribe_counting` without the count."""
    return prescribe_counting(by, person, starts=starts)[0]


def prescribe_counting(by: Actor, person: Person | int, *, starts: date) -> tuple[Series, Counted]:
    """From the newest signed plans of the chart, less what stands in the calendar already. An older series of the
    person ends: what of it has no hour waits no more, and what is booked stays, and counts. Raises ValidationError
    where no plan asks for visits, or all of them stand."""
    key = person if isinstance(person, int) else person.pk
    with refusals_recorded(by=by, action=Action.PRESCRIBE, subject=Subject("person", str(key))):
        allow(by, Permission.KEEP_CALENDAR)
        found = person_of(by, person)
    today = clock.now().astimezone(found.clinic.zone).date()
    if not today <= starts <= today + LATEST:
        raise ValidationError(_("A series starts today or within a year."))
    # The front desk opens no charts: of this one it learns how often to come, and the log says that it was read.
    record(by=by, action=Action.VIEW, subject=subject_of(found, "plan"), reason="for booking")
    # Worked out before the turn to write is taken: nobody waits for it.
    asked = _asked(found, starts, today)
    assert by.user is not None  # nobody has no permissions, and was refused before
    with transaction.atomic():
        AuditHead.locked(by.clinic_id)
        left = counted(found, asked.weeks)
        if not left.asks:
            raise ValidationError(_("Everything that the plan asks for in this time is booked already."))
        now = clock.now()
        Series.objects.filter(person=found, ended_at__isnull=True).update(ended_at=now)
        Waiting.objects.filter(prescribed__series__person=found, ended_at__isnull=True).update(ended_at=now)
        series = Series.objects.create(
            person=found, plan_id=entry_id(asked.place), starts=starts, requested_at=now, requested_by=by.user
        )
        is_first = asked.is_first and not found.appointments.exists()
        prescribe(series, left.weeks, is_first=is_first)
        record(by=by, action=Action.PRESCRIBE, subject=subject_of(found, "series", series.pk))
        return series, left


def propose_series(by: Actor, series: Series | int, *, alternatives: int = ALTERNATIVES) -> Proposal:
    """Nothing is held meanwhile, and nothing is written but that the payer was looked at."""
    allow(by, Permission.KEEP_CALENDAR)
    found = series_of(by, series)
    problem = problem_of(by, [found])
    if not problem.visits:
        return Proposal(found, ())
    person_id = id_of(PERSON, found.person_id)
    solutions = optimiser.propose_one(problem.instance, person_id, alternatives=alternatives)
    return Proposal(found, tuple(_choice(found, problem, *one) for one in enumerate(solutions, start=1)))


def book_series(by: Actor, choice: Choice | str, *, of: Series | None = None) -> tuple[Appointment, ...]:
    """All of it in one transaction, or nothing: raises Taken, RulesBroken and ValidationError. What has no place waits,
    with its reasons. ``of``: the series that somebody looked at; a choice of another is refused."""
    said = said_by(choice)
    subject = Subject("series", str(said.series))
    with refusals_recorded(by=by, action=Action.BOOK, subject=subject), transaction.atomic():
        allow(by, Permission.KEEP_CALENDAR)
        AuditHead.locked(by.clinic_id)
        series = series_of(by, said.series)
        if of is not None and of.pk != series.pk:
            raise ValidationError(_("This proposal is of another series."))
        if series.ended_at is not None:
            raise SeriesEnded
        visits = {one.pk: one for one in PrescribedVisit.objects.filter(series=series)}
        made = book_all_of(by, series.person, visits, said.placed)
        let_wait((series.person, visits[key], reasons) for key, reasons in said.unplaced if key in visits)
        return made


def _asked(person: Person, starts: date, today: date) -> Asked:
    """What the desk wrote down of the claim counts beside the chart: how many visits were used elsewhere stands there,
    and without it nothing of a claim is laid out."""
    try:
        assessment = assess(record_of(work_of([person])[person.pk], today).case, today)
    except (CaseFileError, RuleConflict):
        raise ValidationError(_("This chart cannot be read. A clinician has to look at it first.")) from None
    return asked_by(assessment, starts)


def _choice(series: Series, problem: Problem, number: int, solution: Solution) -> Choice:
    placed: list[ProposedVisit] = []
    unplaced = [_unplaced(problem, one) for one in solution.unplaced if one.visit in problem.visits]
    for one in solution.placed:
        visit = problem.visits.get(one.visit)
        if visit is None:
            continue
        try:
            hour = hour_of(problem.side, one)
        except NoSuchHour:
            unplaced.append(UnplacedVisit(visit, ()))
            continue
        ends_at = hour.starts_at + timedelta(minutes=visit.minutes)
        placed.append(ProposedVisit(visit, hour.practice.clinician, hour.room, hour.starts_at, ends_at))
    placed.sort(key=lambda one: one.starts_at)
    return Choice(series, number, tuple(placed), tuple(unplaced))


def _unplaced(problem: Problem, one: Unplaced) -> UnplacedVisit:
    return UnplacedVisit(problem.visits[one.visit], one.reasons, one.helps)
