"""After cancellations: everything that stands stays, and as many of those who wait as possible come in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import monotonic

from concordant.booking.desk import filled
from concordant.booking.model import solve
from concordant.booking.model.allowed import allowed_places
from concordant.booking.model.costs import TierCosts
from concordant.booking.model.stopping import never
from concordant.booking.model.weights import in_order
from concordant.booking.openings import Hours
from concordant.booking.places import Board, Calendar, Slot
from concordant.booking.places.worth import worth_of
from concordant.booking.problem import Event, Instance
from concordant.booking.progress import Listener, Progress
from concordant.booking.reasons import explained
from concordant.booking.rules import Change
from concordant.booking.series.idle import idle_steps
from concordant.booking.solution import SOLVER, Solution
from concordant.booking.waiting.floor import board_from
from concordant.booking.waiting.rooms import with_rooms
from concordant.booking.whole.answer import calendar_of

WORK = 2.0
"""Of one part, in the solver's own count, of which a second of a slow core makes about one."""
AT_ONCE = 120
"""Visits of one part: for so many the tiers can be kept apart in whole numbers. Some hours that fall free are of use to
fewer; a calendar that is nearly empty has more than one part."""
FOR_PARTS = 0.8
"""Share of the time in which is searched; the rest is for rooms and reasons."""


def refill(
    instance: Instance,
    event: Event,
    *,
    seconds: float,
    seed: int,
    progress: Listener | None = None,
    stop: Callable[[], bool] = never,
) -> Solution:
    """The calendar after the event. What stood before and was neither cancelled nor lost its clinician stays where it
    is (rooms may change), and visits without a place come in as the tiers say best, none before the notice. ``stop`` is
    asked now and then; after its first yes the best that was found is the answer."""
    started = monotonic()
    change = Change(instance, event)
    hours = Hours(change.instance, change.floor)
    board = board_from(change.instance, change.floor)
    standing = calendar_of(board, change.standing)
    desk = filled(change.instance, change.standing, hours)
    calendar = calendar_of(board, desk)
    placed = desk
    if progress is not None:
        progress(Progress(monotonic() - started, calendar.at.count(None)))
    for part in _parts(board, standing):
        left = started + seconds * FOR_PARTS - monotonic()
        better = None if left <= 0 or stop() else _better(board, calendar, part, seed=seed, seconds=left, stop=stop)
        roomy = None if better is None else with_rooms(board, better, placed)
        if better is not None and roomy is not None:
            calendar, placed = better, roomy
            if progress is not None:
                progress(Progress(monotonic() - started, calendar.at.count(None)))
    placed = filled(change.instance, placed, hours)
    return Solution(
        instance=instance.name,
        placed=placed,
        unplaced=explained(change.instance, placed, floor=change.floor),
        solver=SOLVER,
        seconds=monotonic() - started,
    )


def _parts(board: Board, standing: Calendar) -> Iterator[list[int]]:
    """Visits that wait and have a place beside what stands; people are not divided, and who asked first comes first."""
    part: list[int] = []
    for person in sorted(range(len(board.people)), key=lambda one: (board.people[one].requested, board.people[one].id)):
        waiting = {visit for visit in board.of_person[person] if standing.at[visit] is None}
        fitting = {visit for visit in waiting if allowed_places(board, standing, visit, waiting)}
        # Both halves of a pair that must stand together are asked together.
        for pair in board.pairs_of[person]:
            if pair.must and {pair.rmt, pair.physio} <= waiting and fitting & {pair.rmt, pair.physio}:
                fitting |= {pair.rmt, pair.physio}
        if part and len(part) + len(fitting) > AT_ONCE:
            yield part
            part = []
        part += sorted(fitting)
    if part:
        yield part


def _better(
    board: Board, calendar: Calendar, part: Sequence[int], *, seed: int, seconds: float, stop: Callable[[], bool]
) -> Calendar | None:
    """The calendar with these visits placed as well as can be; None where that is not better than it is."""
    due = [urgent for visit in part if (urgent := board.asked[visit].urgent_by) is not None]
    pairs = {board.pair_of[visit].rmt for visit in part if visit in board.pair_of}
    latest = max((board.days - day for day in due), default=0)
    costs = TierCosts(board, calendar, in_order(len(part), len(pairs), urgent=len(due), latest=latest))
    without = calendar.copy()
    for visit in part:
        without.take(visit)

    def idle(visit: int, slot: Slot) -> int:
        return idle_steps(board, without.taken[slot.clinician][slot.day], visit, slot)

    found = solve(board, calendar, part, costs, seed=seed, work=WORK, seconds=seconds, nudge=idle, stop=stop)
    if found is None:
        return None
    better = calendar.copy()
    better.change(found.slots)

    def rank(one: Calendar) -> tuple[object, int]:
        people = {board.asked[visit].person for visit in part}
        slots = [(visit, slot) for visit in part if (slot := one.at[visit]) is not None]
        return worth_of(board, one.at.__getitem__, people), sum(idle(*each) for each in slots)

    return better if rank(better) < rank(calendar) else None
