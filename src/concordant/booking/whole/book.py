"""Booking a whole clinic."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from time import monotonic, sleep

from concordant.booking.desk import desk_calendar, filled
from concordant.booking.model.stopping import never
from concordant.booking.model.weights import in_order
from concordant.booking.places import Board, Calendar
from concordant.booking.problem import Instance
from concordant.booking.progress import Listener, Progress
from concordant.booking.reasons import explained
from concordant.booking.rules import broken_rules
from concordant.booking.solution import SOLVER, Placed, Solution
from concordant.booking.whole.answer import calendar_of, placed_in
from concordant.booking.whole.guidance import Guidance
from concordant.booking.whole.placing import COUNTING, PAIRING, Placing
from concordant.booking.whole.search import Search
from concordant.booking.whole.workers import Processes, Threads, ToCome, Workers

LAST = 0.03
"""Share of the time that is kept for rooms and reasons."""
FOR_BOUND = 0.5
"""Share of the time after which the search for a better bound ends."""
GUIDED_FROM = 500
"""Rounds after which the relaxation says where to look. It is waited for, so that it is the same round everywhere."""
SMALL = 20_000
"""Places of a problem that is also solved in one part: a clinic of three over four weeks has up to 8,000."""
FOR_ALL = 0.25
"""Share of the time for each time that this is done."""
QUIET = 800
"""Rounds in a row without anything better, after which nothing better is looked for."""
QUIET_IF_SMALL = 200
"""The same for what was solved in one part before."""
WORK_A_SECOND = 1.3
"""Work of the solver for each second that was given; two cores that have nothing else to do need a little less time.
The work ends the search, so that a seed has one answer; the clock ends it only on a slower machine."""
WORK_A_SECOND_IF_SMALL = 0.45
"""The same after solving it in one part, which took its share of the time."""
FIRST_PART = 0.5
"""Of the work: placed visits alone."""
FIRST_ENDS = 0.6
"""Share of the time after which that ends on a slower machine."""
LOOKS_EVERY = 0.05
"""Seconds between two looks for the relaxation."""


def book(
    instance: Instance,
    *,
    seconds: float,
    seed: int,
    progress: Listener | None = None,
    continuity: float | None = None,
    known: Sequence[Sequence[Placed]] = (),
    stop: Callable[[], bool] = never,
    processes: bool = False,
) -> Solution:
    """The best calendar of so many seconds, beginning with the front desk's, or with a better one that is known.

    ``continuity``: so many visits away from the person's own clinician, above 0, weigh as much as one visit without a
    place; None keeps the strict order of the tiers. ``known``: calendars that were found before, for another weight of
    continuity, say; ValueError where one breaks a rule. ``stop`` is asked now and then; after its first yes the best
    that was found is the answer. ``processes``: two processes and one for the bound work on it, instead of threads:
    nearly twice as fast, where the main module may be imported once more. The same seed and seconds give the same
    answer on every machine that is fast enough, in processes as in threads.
    """
    if continuity is not None and continuity <= 0:
        raise ValueError(f"continuity {continuity} is not allowed: a number above 0, or None")
    for one in known:
        if broken := broken_rules(instance, one):
            raise ValueError(f"a calendar that is known breaks {broken[0].rule}: {broken[0].visit} {broken[0].says}")
    started = monotonic()
    board = Board(instance)
    workers: Workers = Processes(instance) if processes else Threads(board)
    with closing(workers):
        guidance = workers.guidance(seconds * FOR_BOUND)
        goal = Placing(board, continuity)
        calendar = _best(board, goal, (desk_calendar(instance, urgent_first=True), *known))
        search = Search(board, calendar, goal, random.Random(seed))  # noqa: S311 - not for secrets
        work = _Work(board, goal, search, workers, guidance, _Telling(progress, started, search), stop)
        proven = work.done(seed, started, seconds)
    placed = filled(instance, placed_in(board, search.calendar))
    return Solution(
        instance=instance.name,
        placed=placed,
        unplaced=explained(instance, placed),
        solver=SOLVER,
        seconds=monotonic() - started,
        bound_unplaced=sum(not places for places in board.places) if proven is None else proven.unplaced,
    )


def _best(board: Board, goal: Placing, known: Sequence[Sequence[Placed]]) -> Calendar:
    """By what the search is after at first: it goes on from there, and what it keeps is never worse."""
    return min((calendar_of(board, one) for one in known), key=goal.rank_of)


@dataclass(frozen=True)
class _Work:
    board: Board
    goal: Placing
    search: Search
    workers: Workers
    guidance: ToCome
    telling: _Telling
    stop: Callable[[], bool]

    def done(self, seed: int, started: float, seconds: float) -> Guidance | None:
        """Until the work is done, the time is over, or somebody says stop."""
        self.telling.tell(self.guidance)
        is_small = sum(place.starts.bit_count() for places in self.board.places for place in places) <= SMALL
        if is_small:
            self._in_one_part(seed, seconds * FOR_ALL)
        work = seconds * (WORK_A_SECOND_IF_SMALL if is_small else WORK_A_SECOND)
        first_ends, ends = started + seconds * FIRST_ENDS, started + seconds * (1 - LAST)
        # A worker that is lost, for want of memory as a rule, ends the search: what was found before stands.
        with suppress(BrokenExecutor):
            self._in_parts(work, first_ends, ends, QUIET_IF_SMALL if is_small else QUIET)
        proven = self._awaited()
        self.telling.tell(self.guidance)
        return proven

    def _in_one_part(self, seed: int, seconds: float) -> None:
        board, goal, search = self.board, self.goal, self.search
        urgent = sum(one.urgent_by is not None for one in board.asked)
        every = in_order(len(board.asked), len(board.pairs), urgent=urgent, latest=board.days, nudge=0)
        for weights in (COUNTING, PAIRING, every):
            if not self.stop():
                goal.is_first = weights is COUNTING
                search.aim_anew()
                costs = goal.weighed(search.calendar, weights)
                search.everything(costs, seed=seed, seconds=seconds, stop=self.stop)
                self.telling.tell(self.guidance)

    def _in_parts(self, work: float, first_ends: float, ends: float, most_quiet: int) -> None:
        goal, search, quiet = self.goal, self.search, 0
        while search.work < work and monotonic() < ends and (goal.is_first or quiet < most_quiet) and not self.stop():
            if search.rounds == GUIDED_FROM and (said := self._awaited()) is not None:
                goal.hope = said.hope
            if goal.is_first and (search.work > work * FIRST_PART or quiet >= most_quiet or monotonic() > first_ends):
                goal.is_first, quiet = False, 0
                search.aim_anew()
            quiet = 0 if search.round(self.workers) else quiet + 1
            self.telling.tell(self.guidance)

    def _awaited(self) -> Guidance | None:
        while not self.guidance.done():
            if self.stop():
                return None
            sleep(LOOKS_EVERY)
        return self.guidance.result()


class _Telling:
    """Says what is new, once."""

    def __init__(self, progress: Listener | None, started: float, search: Search) -> None:
        self._progress = progress
        self._started = started
        self._search = search
        self._told: tuple[int, int | None] | None = None

    def tell(self, guidance: ToCome) -> None:
        """If there is anybody to listen."""
        proven = guidance.result() if guidance.done() else None
        now = self._search.worth.unplaced, None if proven is None else proven.unplaced
        if self._progress is not None and now != self._told:
            self._told = now
            self._progress(Progress(monotonic() - self._started, *now))
