"""One answer in a process of its own, so that its time and its memory are nobody else's."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from booking.naive import PEERS

from concordant.booking import (
    Change,
    Desk,
    Placed,
    Solution,
    desk_calendar,
    explained,
    read_event,
    read_instance,
    repaired,
)
from concordant.booking.problem import Event, EventKind, Instance

CONTINUITY = 3.0
"""So many visits away from the own clinician weigh as much as one without a place, where continuity is protected."""
MIB = 1024
OF = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
"""A method and the processes that it began; of the memory of those, the largest counts."""


@dataclass(frozen=True)
class Asked:
    """What a method is to answer. Without a name of a method: ours."""

    instance: Path
    seconds: float
    seed: int
    event: Path | None = None


@dataclass(frozen=True)
class Made:
    """What it answered, and what that took; reading the files and the reasons of a peer are not counted."""

    solution: Solution
    seconds: float
    processor_seconds: float
    peak_mb: int


def made(method: str, asked: Asked) -> Made:
    """The answer of a method, from a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_made, method, asked).result()


def read(asked: Asked) -> tuple[Instance, Event | None]:
    """The problem, and what happened."""
    instance = read_instance(asked.instance.read_bytes())
    return instance, None if asked.event is None else read_event(asked.event.read_bytes(), instance)


def _made(method: str, asked: Asked) -> Made:
    instance, event = read(asked)
    start, used = time.perf_counter(), _processor_seconds()
    answer = METHODS[method](instance, event, asked)
    seconds, processor = time.perf_counter() - start, _processor_seconds() - used
    peak = sum(resource.getrusage(of).ru_maxrss for of in OF) // MIB
    if not isinstance(answer, Solution):
        change = None if event is None else Change(instance, event)
        unplaced = (
            explained(instance, answer) if change is None else explained(change.instance, answer, floor=change.floor)
        )
        answer = Solution(instance=instance.name, placed=answer, unplaced=unplaced, solver=method, seconds=seconds)
    return Made(answer, seconds, processor, peak)


def _processor_seconds() -> float:
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, OF))


Method = Callable[[Instance, Event | None, Asked], Solution | tuple[Placed, ...]]


def _desk(style: Desk) -> Method:
    return lambda instance, event, asked: desk_calendar(instance, style, urgent_first=True)


def _peer(name: str) -> Method:
    return lambda instance, event, asked: PEERS[name](instance, seconds=asked.seconds, seed=asked.seed)


def _ours(continuity: float | None) -> Method:
    def answer(instance: Instance, event: Event | None, asked: Asked) -> Solution:
        from concordant.booking.whole import book

        return book(instance, seconds=asked.seconds, seed=asked.seed, continuity=continuity, processes=True)

    return answer


def _desk_after(instance: Instance, event: Event | None, asked: Asked) -> tuple[Placed, ...]:
    assert event is not None
    return repaired(Change(instance, event))


def _ours_after(instance: Instance, event: Event | None, asked: Asked) -> Solution:
    assert event is not None
    if event.kind is EventKind.CANCELLATIONS:
        from concordant.booking.waiting import refill

        return refill(instance, event, seconds=asked.seconds, seed=asked.seed)
    from concordant.booking.absence import repair

    return repair(instance, event, seconds=asked.seconds, seed=asked.seed)


METHODS: dict[str, Method] = {
    "front desk, earliest": _desk(Desk.EARLIEST),
    "front desk, careful": _desk(Desk.CAREFUL),
    **{name: _peer(name) for name in PEERS},
    "ours": _ours(None),
    "ours, continuity protected": _ours(CONTINUITY),
    "front desk after it": _desk_after,
    "ours after it": _ours_after,
}
