"""What a change on the person's side would bring: how many more of their visits would have a place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from concordant.booking.desk import filled
from concordant.booking.easings import Easing
from concordant.booking.model import solve
from concordant.booking.places import Board
from concordant.booking.problem import Instance, Person
from concordant.booking.series.alone import alone, owner_of
from concordant.booking.series.costs import SeriesCosts
from concordant.booking.series.leads import leads_in
from concordant.booking.solution import Placed
from concordant.booking.waiting.rooms import with_rooms
from concordant.booking.whole.answer import calendar_of

WORK = 0.4
"""Of each of two models, in the solver's own count, of which a second of a slow core makes about one."""
SECONDS = 0.4
"""Of each by the clock."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What a change would bring to the person who could change."""

    visits: int
    """More of their visits than could be placed as it is. Never below 0."""
    places: tuple[Placed, ...]
    """Where all visits of theirs that have no place now would stand with the change."""


def what_if(instance: Instance, calendar: Iterable[Placed], change: Easing, *, seed: int = 0) -> Gain:
    """Nothing that stands moves, neither the person's own visits nor those of others, and nothing is booked.

    KeyError for a person who is not of the instance.
    """
    calendar = tuple(calendar)
    person = owner_of(instance, change.person)
    now = _placed(instance, person, calendar, seed)
    then = _placed(instance, change.eased(person), calendar, seed)
    more = len(then) - len(now)
    if more < 0:  # The solver was stopped; what can be had without the change can be had with it.
        return Gain(0, now)
    return Gain(more, then)


def _placed(instance: Instance, person: Person, calendar: tuple[Placed, ...], seed: int) -> tuple[Placed, ...]:
    """Where the person's waiting visits would stand, as many of them as can be."""
    problem = alone(instance, person, calendar)
    own = [one for one in calendar if one.visit in problem.visits]
    board = Board(problem)
    best = filled(problem, own)
    start = calendar_of(board, best)
    standing = {one.visit for one in own}
    waiting = [number for number, one in enumerate(board.asked) if one.visit.id not in standing]
    costs = SeriesCosts(board, leads_in(board, start))
    found = solve(board, start, waiting, costs, seed=seed, work=WORK, seconds=SECONDS, nudge=costs.nudge)
    if found is not None:
        calendar_then = start.copy()
        calendar_then.change(found.slots)
        placed = with_rooms(board, calendar_then, own, may_change=False)
        if placed is not None:
            best = max(best, filled(problem, placed), key=len)
    return tuple(one for one in best if one.visit not in standing)
