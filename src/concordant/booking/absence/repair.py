"""Mending a calendar after a change of plan."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from time import monotonic

from concordant.booking.absence.keeping import Keeping
from concordant.booking.desk import filled, repaired
from concordant.booking.model.stopping import never
from concordant.booking.openings import Hours
from concordant.booking.places import Board, Calendar, Place, Slot
from concordant.booking.problem import Event, Instance
from concordant.booking.progress import Listener, Progress
from concordant.booking.reasons import explained
from concordant.booking.rules import Change
from concordant.booking.solution import SOLVER, Solution
from concordant.booking.whole.answer import calendar_of, placed_in
from concordant.booking.whole.search import Search
from concordant.booking.whole.workers import Threads

QUIET = 120
"""Rounds in a row without anything better, after which it is good enough: somebody is waiting for the list of calls."""
WORK_A_SECOND = 1.0
"""Work of the solver for each second that was given: it ends the search, so that the same question has the same answer;
the clock ends it only on a slower machine."""
LAST = 0.04
"""Share of the time that is kept for rooms and reasons."""
SMALL = 30_000
"""Places of a problem that is tried in one part before: where that is proven the best, nothing else has to be tried."""
AT_ONCE = 0.4
"""Share of the time for it."""
SIZE = 34
"""Visits in one part: most of them stay where they are, so that parts are easier than when booking anew."""


def repair(
    instance: Instance,
    event: Event,
    *,
    seconds: float,
    seed: int,
    progress: Listener | None = None,
    stop: Callable[[], bool] = never,
) -> Solution:
    """The calendar after the event, beginning with what the front desk would do. ``stop`` is asked now and then; after
    its first yes the best that was found is the answer."""
    started = monotonic()
    ends = started + seconds * (1 - LAST)
    change = Change(instance, event)
    board = Board(change.instance)
    before = {number: slot for number, slot in enumerate(calendar_of(board, event.previous).at) if slot is not None}
    board.places = _from(board, change.floor, before)
    calendar = calendar_of(board, repaired(change))
    affected = frozenset(board.visit_number[one] for one in change.affected if one in board.visit_number)
    companions = frozenset(board.visit_number[one] for one in change.companions if one in board.visit_number)
    goal = Keeping(board, before, affected, companions)
    search = Search(
        board,
        calendar,
        goal,
        random.Random(seed),  # noqa: S311 - not for secrets
        fixed=_fixed(board, change.floor, before, calendar, event) - companions,
        size=SIZE,
    )
    told = None
    with closing(Threads(board)) as workers:
        quiet = 0
        if _is_small(board) and search.everything(
            goal.costs(calendar, seed), seed=seed, seconds=seconds * AT_ONCE, stop=stop
        ):
            quiet = QUIET
        work = seconds * WORK_A_SECOND
        while search.work < work and monotonic() < ends and quiet < QUIET and not stop():
            quiet = 0 if search.round(workers) else quiet + 1
            if progress is not None and search.worth.unplaced != told:
                told = search.worth.unplaced
                progress(Progress(monotonic() - started, told))
    rooms = {
        board.visit_number[one.visit]: board.room_number[one.room]
        for one in event.previous
        if one.visit in board.visit_number
    }
    placed = filled(change.instance, placed_in(board, search.calendar, rooms), Hours(change.instance, change.floor))
    return Solution(
        instance=instance.name,
        placed=placed,
        unplaced=explained(change.instance, placed, floor=change.floor),
        solver=SOLVER,
        seconds=monotonic() - started,
    )


def _is_small(board: Board) -> bool:
    return sum(place.starts.bit_count() for places in board.places for place in places) <= SMALL


def _from(board: Board, floor: datetime, before: dict[int, Slot]) -> tuple[tuple[Place, ...], ...]:
    """Places at or after the first moment at which anything may be put, and where a visit stood."""
    day = board.day_of(floor.date())
    tick = -(-(floor.hour * 60 + floor.minute) // board.tick)
    later = -1 << tick
    found = []
    for visit, places in enumerate(board.places):
        slot = before.get(visit)
        left = []
        for place in places:
            stood = 1 << slot.start if slot is not None and slot[:2] == place[:2] else 0
            starts = place.starts & (0 if place.day < day else stood | later if place.day == day else -1)
            if starts:
                left.append(Place(place.clinician, place.day, starts))
        found.append(tuple(left))
    return tuple(found)


def _fixed(board: Board, floor: datetime, before: dict[int, Slot], calendar: Calendar, event: Event) -> frozenset[int]:
    """Visits that stand before that moment; and all that stand where nothing may be moved."""
    first = board.day_of(floor.date()), -(-(floor.hour * 60 + floor.minute) // board.tick)
    return frozenset(
        visit
        for visit, slot in before.items()
        if calendar.at[visit] == slot and (not event.may_move or (slot.day, slot.start) < first)
    )
