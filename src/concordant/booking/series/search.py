"""The best series of one person: for each clinician who could lead, the best calendar with that lead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from time import monotonic

from concordant.booking.model import solve
from concordant.booking.places import Board, Calendar
from concordant.booking.places.worth import Worth, worth_of_person
from concordant.booking.series.costs import Differs, Leads, SeriesCosts
from concordant.booking.series.idle import idle_steps
from concordant.booking.series.leads import leads_in, possible_leads
from concordant.booking.series.narrower import count_of, cut_where_no_room_is, with_leads_only

WORK = 1.0
"""Of one model, in the solver's own count, of which a second of a slow core makes about one."""
MOST_CUTS = 8
"""Places without a room that are taken out before a lead is given up."""
MOST_PLACES = 5_000
"""In the models of one question together, after which no further lead is tried. It is no clock, so that a question
always has the same answer. For a series of twelve weeks a crowded clinic of nine has up to 300 places, an empty one
5,000."""


@dataclass(frozen=True)
class Found:
    """A calendar of the person, and what it is worth; lower is better."""

    calendar: Calendar
    worth: Worth
    idle: int

    @property
    def rank(self) -> tuple[Worth, int]:
        """The tiers, and idle time where these are equal."""
        return self.worth, self.idle


@dataclass
class LeadSearch:
    """``ends``: of the monotonic clock; what was found by then is the answer."""

    board: Board
    seed: int
    ends: float
    _spent: int = field(default=0, init=False)
    _longest: float = field(default=0.0, init=False)
    """Seconds that one model took: making it cannot be stopped, so none is begun that would end too late."""

    def best(self, start: Calendar) -> Found:
        """The best in tier order, never worse than the start.

        What can be had without any lead is the bound. Then leads are tried with whom nobody else is seen: these models
        are small, and who reaches the bound there needs no more. What is left is tried with everybody.
        """
        best = self.found(start)
        every = possible_leads(self.board)
        if len(every) == 1:
            return min(best, self.solved(start, every[0][1]) or best, key=_rank)
        bound = self.solved(start, Leads(None, None))
        if bound is None:
            return best
        best = min(best, bound, key=_rank)
        for strangers, leads in every:
            if strangers <= bound.worth.unplaced and self._may_go_on() and best.worth[4:] != (0, 0):
                found = self.solved(best.calendar, leads, only=True)
                best = best if found is None else min(best, found, key=_rank)
        for strangers, leads in every:
            if _is_enough(best.worth, bound.worth, strangers) or not self._may_go_on():
                break
            found = self.solved(best.calendar, leads)
            best = best if found is None else min(best, found, key=_rank)
        return best

    def other(self, first: Found, differs: Differs, leads: Iterable[Leads] | None = None) -> Found | None:
        """As many places of another kind as can be had without more visits unplaced or late."""
        tried = list(leads) if leads is not None else [leads_in(self.board, first.calendar)]
        self._spent = 0
        found = [self.solved(first.calendar, one, differs) for one in tried if self._may_go_on()]
        fitting = [one for one in found if one is not None and one.worth[:3] <= first.worth[:3]]
        return min(fitting, key=lambda one: (self._alike(one, differs), one.rank), default=None)

    def solved(
        self, start: Calendar, leads: Leads, differs: Differs | None = None, *, only: bool = False
    ) -> Found | None:
        """The best with these leads; None where the time is over or rooms are lacking. ``only``: with nobody else."""
        costs = SeriesCosts(self.board, leads, differs)
        free = range(len(self.board.asked))
        for _ in range(MOST_CUTS):
            board = with_leads_only(self.board, leads) if only else self.board
            self._spent += count_of(board)
            began = monotonic()
            left = self.ends - began
            if left <= self._longest:
                return None
            better = solve(board, start, free, costs, seed=self.seed, work=WORK, seconds=left, nudge=costs.nudge)
            self._longest = max(self._longest, monotonic() - began)
            if better is None:
                return None
            calendar = start.copy()
            calendar.change(better.slots)
            if not cut_where_no_room_is(self.board, calendar):
                return self.found(calendar)
        return None

    def found(self, calendar: Calendar) -> Found:
        """A calendar with its worth."""
        idle = sum(
            idle_steps(self.board, self.board.booked.taken[slot.clinician][slot.day], visit, slot)
            for visit, slot in enumerate(calendar.at)
            if slot is not None
        )
        return Found(calendar, worth_of_person(self.board, calendar.at.__getitem__, 0), idle)

    def _alike(self, found: Found, differs: Differs) -> int:
        return sum(slot is not None and not differs(visit, slot) for visit, slot in enumerate(found.calendar.at))

    def _may_go_on(self) -> bool:
        return self._spent < MOST_PLACES


def _rank(found: Found) -> tuple[Worth, int]:
    return found.rank


def _is_enough(best: Worth, bound: Worth, strangers: int) -> bool:
    """Nothing with these leads or any after them is better. ``strangers``: so many visits lie with others in any case,
    if all that could be placed are."""
    if best[:4] != bound[:4]:
        return False
    least = max(strangers - bound.unplaced, 0)
    return (best.not_with_lead, best.not_preferred) <= (least, bound.not_preferred)
