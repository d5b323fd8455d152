"""The front desk as a solver: a whole answer with reasons, in less than a second, within any time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from time import monotonic

from concordant.booking.desk import desk_calendar, repaired
from concordant.booking.problem import Event, Instance
from concordant.booking.progress import Listener, Progress
from concordant.booking.reasons import explained
from concordant.booking.rules import Change
from concordant.booking.solution import Placed, Solution

SOLVER = "front desk"


def book(instance: Instance, *, seconds: float, seed: int, progress: Listener | None = None) -> Solution:
    """A calendar for the whole problem. Neither the budget nor the seed changes it: it is one pass."""
    return _answer(instance, lambda: desk_calendar(instance, urgent_first=True), None, progress)


def repair(
    instance: Instance, event: Event, *, seconds: float, seed: int, progress: Listener | None = None
) -> Solution:
    """The calendar after a change of plan."""
    change = Change(instance, event)
    return _answer(change.instance, lambda: repaired(change), change.floor, progress)


def _answer(
    instance: Instance, make: Callable[[], tuple[Placed, ...]], floor: datetime | None, progress: Listener | None
) -> Solution:
    started = monotonic()
    placed = make()
    unplaced = explained(instance, placed, floor=floor)
    seconds = monotonic() - started
    if progress is not None:
        progress(Progress(seconds, len(unplaced)))
    return Solution(instance=instance.name, placed=placed, unplaced=unplaced, solver=SOLVER, seconds=seconds)
