"""Somebody is ill, or a room is closed: what would move where, as a list of calls to make; and doing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import signing
from django.db import transaction

from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.audit.record import record, refusals_recorded
from clinic.audit.words import Action, Subject
from clinic.calendar import optimiser
from clinic.calendar.actions.booking import move_here, require_place, require_version
from clinic.calendar.actions.changes import subject_of_visit
from clinic.calendar.actions.checking import wanted_of
from clinic.calendar.actions.reach import appointment_of
from clinic.calendar.actions.saving import let_wait
from clinic.calendar.actions.status import set_status
from clinic.calendar.actions.time_off import affected_by, times_off
from clinic.calendar.clocks import NoSuchHour
from clinic.calendar.errors import FreePlace, RulesBroken
from clinic.calendar.models import Appointment, Status
from clinic.calendar.problem.absence import problem_of
from clinic.calendar.problem.back import hour_of
from clinic.calendar.proposals import reasons_as_data, unsigned
from concordant.booking.rules import Change
from concordant.booking.solution import Placed, Reason, Unplaced

_SALT = "clinic.calendar.repairs"


@dataclass(frozen=True)
class Call:
    """One person to call."""

    appointment: Appointment
    """As it stands: who, and the old hour."""
    new: FreePlace | None
    """None where nothing was found: it would be cancelled by the clinic, and what was prescribed waits."""
    reasons: tuple[Reason, ...] = ()
    is_affected: bool = True
    """Or moved with the other half of its pair. False: moved so that another can stay."""


@dataclass(frozen=True)
class RepairProposal:
    """Everything that would change; the rest of the calendar stays as it is."""

    calls: tuple[Call, ...]

    @property
    def token(self) -> str:
        """For a form."""
        return signing.dumps([_plain(one) for one in self.calls], salt=_SALT, compress=True)


def propose_absence(
    by: Actor, time_off_ids: Sequence[int], *, may_move: bool = True, seconds: float = optimiser.ABSENCE_SECONDS
) -> RepairProposal:
    """For the visits that stand in these times. ``may_move``: others may move where that saves one. A new room alone is
    no reason to call, but it is listed, so that accepting it changes all that has to change."""
    allow(by, Permission.KEEP_CALENDAR)
    off = times_off(by, list(time_off_ids))
    affected = affected_by(by, off)
    if not affected:
        return RepairProposal(())
    broken = problem_of(by, off, affected, may_move=may_move)
    solution = optimiser.repair(broken.instance, broken.event, seconds=seconds)
    along = Change(broken.instance, broken.event).companions
    keys = {one.pk for one in affected} | {broken.movable[one].pk for one in along}
    calls = [
        Call(broken.movable[one.visit], _place(broken.side, one), is_affected=broken.movable[one.visit].pk in keys)
        for one in solution.placed
        if one != broken.stands.get(one.visit)
    ]
    calls += [_lost(broken.movable[one.visit], one, keys) for one in solution.unplaced if one.visit in broken.movable]
    return RepairProposal(tuple(sorted(calls, key=lambda one: (one.appointment.starts_at, one.appointment.pk))))


def accept_repair(by: Actor, proposal: RepairProposal | str) -> tuple[Appointment, ...]:
    """All of it in one transaction, or nothing. Raises Changed, Taken and RulesBroken."""
    token = proposal.token if isinstance(proposal, RepairProposal) else proposal
    said = unsigned(token, _SALT)
    with (
        refusals_recorded(by=by, action=Action.MOVE, subject=Subject("calendar")),
        transaction.atomic(),
    ):
        allow(by, Permission.KEEP_CALENDAR)
        AuditHead.locked(by.clinic_id)
        rows = [(appointment_of(by, one["id"]), one) for one in said]
        for one, wanted in rows:
            require_version(one, wanted["version"])
        # Two may change places: nobody holds an hour while all of them are on the way.
        statuses = {one.pk: one.status for one, _wanted in rows}
        Appointment.objects.filter(pk__in=statuses).update(status=Status.CANCELLED)
        for one, wanted in rows:
            if wanted["new"] is None:
                _cancel(by, one, wanted["reasons"])
            else:
                _move(by, one, wanted["new"], wanted["is_affected"])
        return tuple(one for one, _wanted in rows)


def _move(by: Actor, one: Appointment, new: list, is_affected: bool) -> None:
    clinician, room, at = new
    wanted = wanted_of(
        by,
        person=one.person,
        clinician=clinician,
        room=room,
        starts_at=datetime.fromisoformat(at),
        discipline=one.discipline,
        minutes=int((one.ends_at - one.starts_at) / timedelta(minutes=1)),
        moving=one,
    )
    try:
        reason = require_place(by, wanted)
    except RulesBroken as refused:
        # An affected visit may go past its window (booking 4, M3): that was said when it was proposed.
        if not is_affected or any(each.rule != "window" for each in refused.broken):
            raise
        reason = "; ".join(each.says for each in refused.broken)[:200]
    move_here(by, one, wanted, reason)


def _cancel(by: Actor, one: Appointment, reasons: list) -> None:
    set_status(by, one, Status.CANCELLED, "cancelled by the clinic")
    record(by=by, action=Action.CHANGE, subject=subject_of_visit(one), reason="cancelled by the clinic")
    if one.prescribed is not None and one.prescribed.series.ended_at is None:
        let_wait([(one.person, one.prescribed, reasons)])


def _plain(call: Call) -> dict[str, object]:
    new = call.new
    return {
        "id": call.appointment.pk,
        "version": call.appointment.version,
        "new": None if new is None else [new.clinician.pk, new.room.pk, new.starts_at.isoformat()],
        "reasons": reasons_as_data(call.reasons),
        "is_affected": call.is_affected,
    }


def _place(side, placed: Placed) -> FreePlace | None:
    try:
        hour = hour_of(side, placed)
    except NoSuchHour:
        return None
    return FreePlace(hour.practice.clinician, hour.room, hour.starts_at)


def _lost(one: Appointment, unplaced: Unplaced, affected: set[int]) -> Call:
    return Call(one, None, unplaced.reasons, is_affected=one.pk in affected)
