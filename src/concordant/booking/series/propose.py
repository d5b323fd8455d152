"""A series for one person while they wait: a few answers to choose from, the best first."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic

from concordant.booking.desk import filled
from concordant.booking.places import Board
from concordant.booking.problem import Instance
from concordant.booking.reasons import explained
from concordant.booking.series.alone import alone, owner_of
from concordant.booking.series.kinds import is_another_choice, other_clinician, other_half_of_day, other_weekdays
from concordant.booking.series.leads import leads_in
from concordant.booking.series.search import Found, LeadSearch
from concordant.booking.solution import SOLVER, Placed, Solution
from concordant.booking.whole.answer import calendar_of, placed_in

FOR_ANSWERS = 0.85
"""Share of the time in which is searched; the rest is for rooms and reasons."""


def propose(
    instance: Instance,
    person_id: str,
    *,
    calendar: Iterable[Placed],
    seconds: float = 2.0,
    seed: int = 0,
    alternatives: int = 3,
) -> tuple[Solution, ...]:
    """Up to so many ways to place all visits of one person; bookings and what others have in the calendar stand.

    A solution holds the visits of this person only. Visits of theirs that stand in ``calendar`` are placed anew. The
    first is the best in the order of the tiers, the others are with somebody else, on other weekdays or in another half
    of the day, and leave no more visits unplaced or late. ``seconds`` are for all together; below them the answer
    depends on the seed alone. KeyError for a person who is not of the instance.
    """
    started = monotonic()
    problem = alone(instance, owner_of(instance, person_id), calendar)
    board = Board(problem)
    search = LeadSearch(board, seed, started + seconds * FOR_ANSWERS)
    first = search.best(calendar_of(board, filled(problem, ())))
    chosen = [first]
    for other in _others(search, first) if alternatives > 1 else ():
        if len(chosen) < alternatives and all(is_another_choice(board, one.calendar, other.calendar) for one in chosen):
            chosen.append(other)
    found: dict[tuple[Placed, ...], Solution] = {}
    for one in sorted(chosen, key=lambda one: one.rank):
        placed = filled(problem, placed_in(board, one.calendar))
        found.setdefault(
            placed,
            Solution(
                instance=instance.name,
                placed=placed,
                unplaced=explained(problem, placed),
                solver=SOLVER,
                seconds=monotonic() - started,
            ),
        )
    return tuple(found.values())


def _others(search: LeadSearch, first: Found) -> list[Found]:
    """One answer of each kind, the best first."""
    board, calendar = search.board, first.calendar
    if all(slot is None for slot in calendar.at):
        return []
    with_another, leads = other_clinician(board, leads_in(board, calendar))
    found = [
        search.other(first, other_half_of_day(board, calendar)),
        search.other(first, other_weekdays(board, calendar)),
        search.other(first, with_another, leads),
    ]
    return sorted((one for one in found if one is not None), key=lambda one: one.rank)
