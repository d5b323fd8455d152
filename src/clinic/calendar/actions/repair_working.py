"""The calls to make, worked out by a process of its own: :mod:`clinic.calendar.management.commands.work_out_repair`.

Once for a calendar that stays as it is, whoever looks at the page and how often. What it found is kept for a short
while and stands for nothing: what is accepted is looked at again, rule by rule.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.db import transaction

from clinic import clock
from clinic.accounts.models import User
from clinic.accounts.roles import Permission
from clinic.audit.access import allow
from clinic.audit.actor import Actor
from clinic.audit.models import AuditHead
from clinic.calendar import beside, optimiser
from clinic.calendar.actions.absence import Call, RepairProposal, propose_absence
from clinic.calendar.actions.time_off import affected_by, times_off
from clinic.calendar.errors import FreePlace
from clinic.calendar.models import Appointment, Room
from clinic.calendar.problem.absence import problem_of
from clinic.calendar.problem.fingerprint import fingerprint
from clinic.calendar.proposals import reasons_as_data, reasons_of

HOLDS_FOR = timedelta(minutes=15)
"""After that it is worked out anew: meanwhile hours have come too near to be told to anybody in time."""
CUT_OFF_AFTER = timedelta(seconds=30)
"""Its process begins in a few seconds and looks for eight."""


@dataclass(frozen=True)
class _Task:
    asked_at: datetime
    fingerprint: str
    """Of what is worked out."""
    calls: list[list[Any]] | None = None
    """Appointment, place or nothing, reasons, whether it is affected; None while they are looked for."""


def repair_of(by: Actor, time_off_ids: Sequence[int]) -> RepairProposal | None:
    """None while it is worked out: whoever asks first begins that. Without calls where no proposal was found, or its
    process ended before it was done."""
    allow(by, Permission.KEEP_CALENDAR)
    key, now = _key(by, time_off_ids), clock.now()
    task: _Task | None = cache.get(key)
    if task is None or not _holds(by, time_off_ids, task, now):
        _begin(by, time_off_ids, task, now)
        return None
    if task.calls is not None:
        return _read(by, task.calls)
    return RepairProposal(()) if task.asked_at < now - CUT_OFF_AFTER else None


def is_worked_out(by: Actor, time_off_ids: Sequence[int]) -> bool:
    """There is something to be looked at: asked each second, and a look at the calendar itself would be too dear."""
    allow(by, Permission.KEEP_CALENDAR)
    task: _Task | None = cache.get(_key(by, time_off_ids))
    return task is None or task.calls is not None or task.asked_at < clock.now() - CUT_OFF_AFTER


def work_out_repair(
    by: Actor, time_off_ids: Sequence[int], asked_at: datetime, *, seconds: float = optimiser.ABSENCE_SECONDS
) -> None:
    """Nothing is locked, and nothing of it is done."""
    with clock.set_to(asked_at):
        found = propose_absence(by, time_off_ids, seconds=seconds)
    key = _key(by, time_off_ids)
    task: _Task | None = cache.get(key)
    if task is not None and task.asked_at == asked_at:
        _keep(key, replace(task, calls=[_plain(one) for one in found.calls]))


def _holds(by: Actor, time_off_ids: Sequence[int], task: _Task, now: datetime) -> bool:
    return task.asked_at >= now - HOLDS_FOR and task.fingerprint == _fingerprint(by, time_off_ids, task.asked_at)


def _begin(by: Actor, time_off_ids: Sequence[int], seen: _Task | None, now: datetime) -> None:
    key = _key(by, time_off_ids)
    task = _Task(now, _fingerprint(by, time_off_ids, now))
    with transaction.atomic():
        AuditHead.locked(by.clinic_id)
        if cache.get(key) != seen:
            return  # somebody began at the same moment
        _keep(key, task)
    beside.begin_repair(by, time_off_ids, now)


def _keep(key: str, task: _Task) -> None:
    cache.set(key, task, HOLDS_FOR.total_seconds())


def _key(by: Actor, time_off_ids: Sequence[int]) -> str:
    keys = ",".join(str(one) for one in sorted(set(time_off_ids)))
    return f"repair:{by.clinic_id}:{hashlib.sha256(keys.encode()).hexdigest()}"


def _fingerprint(by: Actor, time_off_ids: Sequence[int], asked_at: datetime) -> str:
    off = times_off(by, list(time_off_ids))
    with clock.set_to(asked_at):
        broken = problem_of(by, off, affected_by(by, off), may_move=True)
    return fingerprint(broken.instance) + fingerprint(broken.event)


def _plain(call: Call) -> list[Any]:
    new = call.new
    place = None if new is None else [new.clinician.pk, new.room.pk, new.starts_at]
    return [call.appointment.pk, place, reasons_as_data(call.reasons), call.is_affected]


def _read(by: Actor, calls: list[list[Any]]) -> RepairProposal:
    """With the visits as they are now."""
    mine = Appointment.objects.filter(clinic_id=by.clinic_id, pk__in=[one[0] for one in calls])
    visits = mine.select_related("person", "clinician", "room").in_bulk()
    places = [place for _key, place, *_more in calls if place is not None]
    clinicians = User.objects.in_bulk([one[0] for one in places])
    rooms = Room.objects.in_bulk([one[1] for one in places])
    return RepairProposal(
        tuple(
            Call(
                visits[key],
                None if place is None else FreePlace(clinicians[place[0]], rooms[place[1]], place[2]),
                reasons_of(reasons),
                is_affected=is_affected,
            )
            for key, place, reasons, is_affected in calls
        )
    )
