"""Booking a whole clinic."""

from __future__ import annotations

import random
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic

from concordant.booking.bound import Bound, bound_of
from concordant.booking.desk import desk_calendar, filled
from concordant.booking.places import Board
from concordant.booking.places.worth import Worth
from concordant.booking.problem import Instance
from concordant.booking.progress import Listener, Progress
from concordant.booking.reasons import explained
from concordant.booking.solution import Solution
from concordant.booking.whole.answer import calendar_of, placed_in
from concordant.booking.whole.search import AT_ONCE, COUNTING, PLACING, Search

SOLVER = "concordant"
LAST = 0.04
"""Share of the time that is kept for rooms and reasons."""
FOR_BOUND = 0.4
"""Share of the time after which the search for a better bound ends."""
SMALL = 20_000
"""Places of a problem that is also solved in one part: a clinic of three over four weeks has up to 8,000."""
FOR_ALL = 0.25
"""Share of the time for each of the two times that is done."""
QUIET = 400
"""Rounds in a row without anything better, after which nothing better is looked for."""


def book(
    instance: Instance,
    *,
    seconds: float,
    seed: int,
    progress: Listener | None = None,
    continuity: float | None = None,
    rounds: int | None = None,
) -> Solution:
    """The best calendar of so many seconds, beginning with the front desk's.

    ``continuity``: so many visits away from the person's own clinician weigh as much as one visit without a place; None
    keeps the strict order of the tiers. ``rounds`` ends the search after so many, which makes it the same everywhere.
    """
    started = monotonic()
    ends = started + seconds * (1 - LAST)
    board = Board(instance)
    calendar = calendar_of(board, desk_calendar(instance, urgent_first=True))
    search = Search(board, calendar, random.Random(seed), *_ranked(continuity))  # noqa: S311 - not for secrets
    with ThreadPoolExecutor(AT_ONCE + 1) as executor:
        bound = executor.submit(bound_of, board, seconds=seconds * FOR_BOUND)
        told = _tell(progress, started, search, bound, None)
        if sum(place.starts.bit_count() for places in board.places for place in places) <= SMALL:
            for weights in (COUNTING, PLACING):
                search.everything(weights, seed=seed, seconds=seconds * FOR_ALL)
                told = _tell(progress, started, search, bound, told)
        quiet = 0
        while monotonic() < ends and quiet < QUIET and (rounds is None or search.rounds < rounds):
            quiet = 0 if search.round(executor) else quiet + 1
            told = _tell(progress, started, search, bound, told)
        proven = bound.result()
    placed = filled(instance, placed_in(board, search.calendar))
    return Solution(
        instance=instance.name,
        placed=placed,
        unplaced=explained(instance, placed),
        solver=SOLVER,
        seconds=monotonic() - started,
        bound_unplaced=proven.unplaced,
    )


def _ranked(continuity: float | None) -> tuple:
    if continuity is None:
        return ()
    worth_one = max(continuity, 0.1)

    def rank(worth: Worth) -> tuple[int, ...]:
        together = worth.unplaced * worth_one + worth.not_with_lead
        return worth.urgent_unplaced, worth.urgent_late_days, together, worth.pair_points_lost, worth.not_preferred

    return rank, round(PLACING.unplaced / worth_one)


def _tell(
    progress: Listener | None, started: float, search: Search, bound: Future[Bound], told: tuple[int, int | None] | None
) -> tuple[int, int | None]:
    now = search.worth.unplaced, bound.result().unplaced if bound.done() else None
    if progress is not None and now != told:
        progress(Progress(monotonic() - started, *now))
    return now
