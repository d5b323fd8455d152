"""Booking a whole clinic."""

from __future__ import annotations

import random
from collections import defaultdict
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic

from concordant.booking.bound import Bound, bound_of
from concordant.booking.desk import desk_calendar, filled
from concordant.booking.model.weights import in_order
from concordant.booking.places import Board
from concordant.booking.problem import Instance
from concordant.booking.progress import Listener, Progress
from concordant.booking.reasons import explained
from concordant.booking.solution import Solution
from concordant.booking.whole.answer import calendar_of, placed_in
from concordant.booking.whole.placing import COUNTING, PAIRING, Placing
from concordant.booking.whole.search import AT_ONCE, Search

SOLVER = "concordant"
LAST = 0.04
"""Share of the time that is kept for rooms and reasons."""
FOR_BOUND = 0.5
"""Share of the time after which the search for a better bound ends."""
GUIDED_FROM = 250
"""Rounds after which the relaxation says where to look. It is waited for, so that it is the same round everywhere."""
SMALL = 20_000
"""Places of a problem that is also solved in one part: a clinic of three over four weeks has up to 8,000."""
FOR_ALL = 0.25
"""Share of the time for each time that this is done."""
QUIET = 400
"""Rounds in a row without anything better, after which nothing better is looked for."""
QUIET_IF_SMALL = 100
"""The same for what was solved in one part before."""
WORK_A_SECOND = 1.4
"""Work of the solver for each second that was given; two cores that have nothing else to do need a little less time.
The work ends the search, so that a seed has one answer; the clock ends it only on a slower machine."""
WORK_A_SECOND_IF_SMALL = 0.45
"""The same after solving it in one part, which took its share of the time."""
FIRST_PART = 0.55
"""Of the work, or of the time where that is over sooner: placed visits alone."""


def book(
    instance: Instance,
    *,
    seconds: float,
    seed: int,
    progress: Listener | None = None,
    continuity: float | None = None,
) -> Solution:
    """The best calendar of so many seconds, beginning with the front desk's.

    ``continuity``: so many visits away from the person's own clinician, above 0, weigh as much as one visit without a
    place; None keeps the strict order of the tiers. The same seed and seconds give the same answer on every machine
    that is fast enough.
    """
    if continuity is not None and continuity <= 0:
        raise ValueError(f"continuity {continuity} is not allowed: a number above 0, or None")
    started = monotonic()
    ends = started + seconds * (1 - LAST)
    board = Board(instance)
    goal = Placing(board, continuity)
    calendar = calendar_of(board, desk_calendar(instance, urgent_first=True))
    search = Search(board, calendar, goal, random.Random(seed))  # noqa: S311 - not for secrets
    telling = _Telling(progress, started, search)
    with ThreadPoolExecutor(AT_ONCE + 1) as executor:
        bound = executor.submit(bound_of, board, seconds=seconds * FOR_BOUND)
        telling.tell(bound)
        is_small = sum(place.starts.bit_count() for places in board.places for place in places) <= SMALL
        if is_small:
            urgent = sum(one.urgent_by is not None for one in board.asked)
            every = in_order(len(board.asked), len(board.pairs), urgent=urgent, latest=board.days, nudge=0)
            for weights in (COUNTING, PAIRING, every):
                goal.is_first = weights is COUNTING
                search.aim_anew()
                search.everything(goal.weighed(search.calendar, weights), seed=seed, seconds=seconds * FOR_ALL)
                telling.tell(bound)
        quiet, most_quiet = 0, QUIET_IF_SMALL if is_small else QUIET
        work = seconds * (WORK_A_SECOND_IF_SMALL if is_small else WORK_A_SECOND)
        while monotonic() < ends and search.work < work and (goal.is_first or quiet < most_quiet):
            if search.rounds == GUIDED_FROM:
                goal.hope = _hope(bound.result())
            is_late = monotonic() > started + seconds * FIRST_PART
            if goal.is_first and (is_late or search.work > work * FIRST_PART or quiet >= most_quiet):
                goal.is_first, quiet = False, 0
                search.aim_anew()
            quiet = 0 if search.round(executor) else quiet + 1
            telling.tell(bound)
        proven = bound.result()
    telling.tell(bound)
    placed = filled(instance, placed_in(board, search.calendar))
    return Solution(
        instance=instance.name,
        placed=placed,
        unplaced=explained(instance, placed),
        solver=SOLVER,
        seconds=monotonic() - started,
        bound_unplaced=proven.unplaced,
    )


def _hope(bound: Bound) -> dict[int, float]:
    parts: dict[int, float] = defaultdict(float)
    for visit, part in zip(bound.columns.visit.tolist(), bound.used.tolist(), strict=True):
        parts[visit] += part
    return dict(parts)


class _Telling:
    """Says what is new, once."""

    def __init__(self, progress: Listener | None, started: float, search: Search) -> None:
        self._progress = progress
        self._started = started
        self._search = search
        self._told: tuple[int, int | None] | None = None

    def tell(self, bound: Future[Bound]) -> None:
        """If there is anybody to listen."""
        now = self._search.worth.unplaced, bound.result().unplaced if bound.done() else None
        if self._progress is not None and now != self._told:
            self._told = now
            self._progress(Progress(monotonic() - self._started, *now))
