"""The one place where the clinic asks the booking library to work something out.

The solver is loaded when somebody asks: it takes a while, and most pages need none of it.
"""

from collections.abc import Callable
from dataclasses import replace

from concordant.booking.problem import Event, Instance
from concordant.booking.progress import Listener
from concordant.booking.solution import Placed, Solution

SEED = 0
"""The same question gets the same answer."""
MOST_HELPED = 3
"""Visits of the first way for which ways out are looked for: each takes up to a fifth of a second."""
AT_ONCE_SECONDS = 1.5
"""Somebody stands at the desk: with reading and writing it stays under two."""
ABSENCE_SECONDS = 8.0
"""In a process of its own: with its beginning, the list of calls is there well within twenty."""
WHOLE_SECONDS = 60.0
"""For each way; a short list is done much sooner, and nobody waits at the desk: the page shows how far it is."""


def propose_one(instance: Instance, person_id: str, *, alternatives: int) -> tuple[Solution, ...]:
    """One person's series, everything else fixed. The first way says of some visits that wait what would help."""
    from concordant.booking import series

    found = series.propose(
        instance, person_id, calendar=(), seconds=AT_ONCE_SECONDS, seed=SEED, alternatives=alternatives
    )
    return (*(_with_ways_out(instance, one) for one in found[:1]), *found[1:])


def _with_ways_out(instance: Instance, solution: Solution) -> Solution:
    from concordant.booking.reasons import helps_of

    helped = (
        replace(one, helps=helps_of(instance, solution.placed, instance.visits[one.visit]))
        for one in solution.unplaced[:MOST_HELPED]
    )
    return replace(solution, unplaced=(*helped, *solution.unplaced[MOST_HELPED:]))


def book_all(
    instance: Instance,
    *,
    continuity: float | None,
    seconds: float,
    progress: Listener,
    stop: Callable[[], bool],
    processes: bool,
) -> Solution:
    """A whole list at once, for a process of its own."""
    from concordant.booking import whole

    return whole.book(
        instance,
        seconds=seconds,
        seed=SEED,
        continuity=continuity,
        progress=progress,
        stop=stop,
        processes=processes,
    )


def repair(instance: Instance, event: Event, *, seconds: float) -> Solution:
    """Somebody is away."""
    from concordant.booking import absence

    return absence.repair(instance, event, seconds=seconds, seed=SEED)


def rank(instance: Instance, hour: Placed) -> tuple[str, ...]:
    """Waiting visits for a free hour, the best first."""
    from concordant.booking import waiting

    return waiting.rank(instance, (), hour)
