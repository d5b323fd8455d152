"""A whole list of series is booked in one of the ways that were worked out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from clinic import clock
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.calendar.actions.list_asking import GONE
from clinic.calendar.actions.reach import clinic_of
from clinic.calendar.actions.saving import Placing, book_all_of, book_unlooked, let_wait
from clinic.calendar.errors import RulesBroken, SeriesEnded, Taken
from clinic.calendar.models import Appointment, ListProposal, ListWay, Practice, PrescribedVisit, Room, Series
from clinic.calendar.places.wanted import Wanted
from clinic.calendar.problem.fingerprint import fingerprint
from clinic.calendar.problem.series import problem_of
from clinic.calendar.proposals import HOLDS_FOR


@dataclass(frozen=True)
class Booked:
    """What came of a list."""

    appointments: tuple[Appointment, ...]
    waiting: tuple[PrescribedVisit, ...]
    """Visits without an hour; each has its reasons on the waiting list."""
    overtaken: tuple[Series, ...]
    """Series of which an hour was taken or has gone by since the list was worked out: nothing of them was booked."""


@dataclass(frozen=True)
class _Answer:
    visits: dict[int, PrescribedVisit]
    placed: tuple[Placing, ...]
    waiting: tuple[tuple[int, list[dict[str, Any]]], ...]


def book_list(by: Actor, proposal_id: int, number: int) -> Booked:
    """All in one transaction. Where the calendar is still as it was, it is written as it was worked out; else each
    series is looked at again, and booked whole or not at all. ``proposal_id``: the one that somebody looked at; another
    is not booked in its place. Raises ValidationError for a way that is not there."""
    allow(by, Permission.KEEP_CALENDAR)
    with refusals_recorded(by=by, action=Action.BOOK, subject=Subject("series")), transaction.atomic():
        AuditHead.locked(by.clinic_id)
        way = (
            ListWay.objects.filter(
                proposal=proposal_id, proposal__clinic=clinic_of(by), number=number, answer__isnull=False
            )
            .select_related("proposal")
            .first()
        )
        if way is None or way.proposal.asked_at < clock.now() - HOLDS_FOR:
            raise ValidationError(GONE)
        series = list(way.proposal.series.select_related("person__clinic").order_by("requested_at", "id"))
        answer = _answer_of(way, series)
        booked = _save_as_it_is(by, series, answer) if _is_still_so(by, way.proposal, series, answer) else None
        booked = booked or _save_each(by, series, answer)
        way.proposal.delete()
        return booked


def _is_still_so(by: Actor, proposal: ListProposal, series: list[Series], answer: _Answer) -> bool:
    """The calendar is as it was, and none of the hours has gone by meanwhile."""
    now = clock.now()
    return all(starts_at > now for *_where, starts_at in answer.placed) and _is_same(by, proposal, series)


def _is_same(by: Actor, proposal: ListProposal, series: list[Series]) -> bool:
    with clock.set_to(proposal.asked_at):
        return fingerprint(problem_of(by, series).instance) == proposal.fingerprint


def _answer_of(way: ListWay, series: list[Series]) -> _Answer:
    assert way.answer is not None
    visits = PrescribedVisit.objects.filter(series__in=series).select_related("series")
    return _Answer(
        visits={one.pk: one for one in visits},
        placed=tuple((visit, who, room, datetime.fromisoformat(at)) for visit, who, room, at in way.answer["placed"]),
        waiting=tuple((visit, reasons) for visit, reasons in way.answer["waiting"]),
    )


def _save_as_it_is(by: Actor, series: list[Series], answer: _Answer) -> Booked | None:
    """None where the database knows of something in the way: nothing was written then."""
    people = {one.pk: one.person for one in series}
    clinic = clinic_of(by)
    practices = {one.clinician_id: one for one in Practice.objects.filter(clinician__clinic=clinic)}
    rooms = {one.pk: one for one in Room.objects.filter(clinic=clinic)}

    def wanted() -> Iterable[Wanted]:
        for key, who, room, starts_at in answer.placed:
            visit = answer.visits[key]
            yield Wanted(
                clinic=clinic,
                person=people[visit.series_id],
                practice=practices[who],
                room=rooms[room],
                starts_at=starts_at,
                discipline=visit.discipline,
                kind=visit.kind,
                minutes=visit.minutes,
                prescribed=visit,
            )

    try:
        with transaction.atomic():
            made = book_unlooked(by, wanted())
    except IntegrityError:
        return None
    waits = ((answer.visits[key], reasons) for key, reasons in answer.waiting)
    return Booked(made, let_wait((people[visit.series_id], visit, reasons) for visit, reasons in waits), ())


def _save_each(by: Actor, series: list[Series], answer: _Answer) -> Booked:
    made: list[Appointment] = []
    left: list[PrescribedVisit] = []
    overtaken: list[Series] = []
    for one in series:
        mine = {key: visit for key, visit in answer.visits.items() if visit.series_id == one.pk}
        try:
            with transaction.atomic():
                _require_open(one)
                made += book_all_of(by, one.person, mine, [each for each in answer.placed if each[0] in mine])
                waits = [(one.person, mine[key], reasons) for key, reasons in answer.waiting if key in mine]
                waiting = let_wait(waits)
        except (Taken, RulesBroken, ValidationError):
            overtaken.append(one)
        else:
            left += waiting
    return Booked(tuple(made), tuple(left), tuple(overtaken))


def _require_open(series: Series) -> None:
    if series.ended_at is not None:
        raise SeriesEnded
