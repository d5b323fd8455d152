"""What may be tested today (examination 1): what locks a test, what defers it, and what makes it say nothing.

On plain values; None is not known, and what is not known leaves a test neither open nor closed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from concordant.measures.procedure import Lock, Procedure
from concordant.settings import whole

MASKED_HOURS = whole(
    "c3_masked_hours",
    24,
    unit="h",
    high=168,
    says="Provocation within so many hours after an acute medicine is masked (C3).",
    source="diagnosis 3.5",
)
STOP_RISE_NRS = whole(
    "provocation_stop_rise_nrs",
    3,
    unit="NRS points",
    low=1,
    high=10,
    says="Testing that provokes stops where the headache has risen by so many points of 10.",
    source="examination 1, step 8",
)


@dataclass(frozen=True, slots=True)
class Today:
    """The person before testing."""

    alarm: bool | None = None
    """Anything of the vascular and neurological screen; None: not screened, and then nothing from step 3 on is open."""
    unstable: bool | None = None
    """The ligament screen was positive or doubtful, or may not be done (diagnosis 4.5)."""
    held: bool = False
    """An open flag holds manual work on the neck. Who was not screened is told by the alarm."""
    loaded: bool = False
    """An open flag holds loading of the neck."""
    headache_phase: str | None = None
    """A word of the fact ``headache_phase``."""
    irritable: bool | None = None
    risen: bool = False
    """Today's testing has raised the headache too far (`must_stop`)."""
    hours_since_medicine: float | None = None
    """Since the last acute medicine."""


@dataclass(frozen=True, slots=True)
class Access:
    """May it be done, and would it say anything; each with its reasons."""

    open: bool | None
    masked: bool | None
    reasons: tuple[str, ...] = ()


def access(procedure: Procedure, today: Today) -> Access:
    """Whether this procedure is open to this person today."""
    locks = {lock: _applies(lock, today) for lock in Lock if lock in procedure.locked_by}
    closed = [lock.value for lock, applies in locks.items() if applies]
    asked = [f"not known whether {lock.value.partition(':')[0]}" for lock, applies in locks.items() if applies is None]
    masked = _masked(today) if procedure.masked_by_medicine else False
    note = {True: ("what it provokes is masked, and says nothing",), None: ("whether it is masked is not known",)}
    reasons = (*(closed or asked), *note.get(masked, ()))
    return Access(False if closed else None if asked else True, masked, reasons)


def must_stop(start_nrs: float, now_nrs: float) -> bool:
    """Whether provocation has raised the headache (0 to 10) too far to go on."""
    for nrs in (start_nrs, now_nrs):
        if not 0 <= nrs <= 10:
            raise ValueError(f"pain is 0 to 10, not {nrs}")
    return now_nrs - start_nrs >= STOP_RISE_NRS


def _applies(lock: Lock, today: Today) -> bool | None:
    if lock is Lock.ALARM:
        return today.alarm
    if lock is Lock.INSTABILITY:
        return today.unstable
    if lock is Lock.HELD:
        return today.held
    if lock is Lock.LOADED:
        return today.loaded
    if lock is Lock.RISEN:
        return today.risen
    if lock is Lock.IRRITABLE:
        return today.irritable
    return None if today.headache_phase is None else today.headache_phase == "attack"


def _masked(today: Today) -> bool | None:
    answers = tuple(_maskings(today))
    return True if True in answers else None if None in answers else False


def _maskings(today: Today) -> Iterator[bool | None]:
    yield _applies(Lock.ATTACK, today)
    hours = today.hours_since_medicine
    if hours is not None and not hours >= 0:
        raise ValueError(f"hours since a medicine are 0 or more, not {hours}")
    yield None if hours is None else hours < MASKED_HOURS
