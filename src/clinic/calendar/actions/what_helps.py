"""Why a prescribed visit has no hour, what would give it one, and what other hours of the person would bring.

Somebody is on the phone meanwhile: nothing is written, and nothing is held.
"""

from dataclasses import dataclass
from datetime import date, time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.calendar import optimiser
from clinic.calendar.actions.reach import waiting_visit_of
from clinic.calendar.clocks import NoSuchHour, minutes_of
from clinic.calendar.models import PrescribedVisit
from clinic.calendar.problem.back import Hour, hour_of
from clinic.calendar.problem.ids import PERSON, VISIT, id_of
from clinic.calendar.problem.series import Problem, problem_of
from concordant.booking.easings import Easing, MoreTime, NotAway
from concordant.booking.problem.spans import MINUTES_A_DAY
from concordant.booking.solution import Placed, Unplaced


@dataclass(frozen=True)
class Waits:
    """A visit that waits, in the problem of its series."""

    visit: PrescribedVisit
    problem: Problem
    unplaced: Unplaced | None
    """Why, and what would help; None where it has an hour after all."""
    hour: Hour | None
    """That hour; None, too, where the clocks skip it."""


@dataclass(frozen=True)
class Brings:
    """What a change would bring: nothing of it is booked."""

    more: int
    """Visits of the series that would have an hour, and have none without the change."""
    hours: tuple[tuple[PrescribedVisit, Hour], ...]
    """Of all visits that have none now, by day."""


def why_it_waits(by: Actor, prescribed_id: int) -> Waits:
    """Http404 for a visit that is not this clinic's; ValidationError for one that is booked, or of an old plan."""
    allow(by, Permission.KEEP_CALENDAR)
    visit = waiting_visit_of(by, prescribed_id)
    problem = problem_of(by, [visit.series])
    found = optimiser.why(problem.instance, id_of(VISIT, visit.pk))
    if isinstance(found, Unplaced):
        return Waits(visit, problem, found, None)
    return Waits(visit, problem, None, _hour(problem, found))


def other_hours(waits: Waits, weekday: int, starts: time, ends: time) -> Brings:
    """If they could come then, too, every week. ValidationError for hours that end before they begin."""
    if starts >= ends:
        raise ValidationError(_("The hours end before they begin."))
    person = id_of(PERSON, waits.visit.series.person_id)
    # A day ends at 23:59 on a form.
    end = MINUTES_A_DAY if ends >= time(23, 59) else minutes_of(ends)
    return _brings(waits.problem, MoreTime(person, weekday, minutes_of(starts), end))


def here_after_all(waits: Waits, day: date) -> Brings:
    """If they were here on a day on which they said they are away."""
    return _brings(waits.problem, NotAway(id_of(PERSON, waits.visit.series.person_id), day))


def _brings(problem: Problem, change: Easing) -> Brings:
    gain = optimiser.what_if(problem.instance, change)
    placed = sorted(gain.places, key=lambda one: (one.day, one.start))
    hours = ((problem.visits[one.visit], _hour(problem, one)) for one in placed)
    return Brings(gain.visits, tuple((visit, hour) for visit, hour in hours if hour is not None))


def _hour(problem: Problem, placed: Placed) -> Hour | None:
    try:
        return hour_of(problem.side, placed)
    except NoSuchHour:
        return None
