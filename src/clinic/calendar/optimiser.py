"""The one place where the clinic asks the booking library to work something out.

The solver is loaded when somebody asks: it takes a while, and most pages need none of it.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from concordant.booking.easings import Easing
from concordant.booking.problem import Event, Instance
from concordant.booking.progress import Listener
from concordant.booking.solution import Placed, Solution, Unplaced

if TYPE_CHECKING:
    from concordant.booking.asking import Gain

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
    from concordant.booking.reasons import with_helps

    found = series.propose(
        instance, person_id, calendar=(), seconds=AT_ONCE_SECONDS, seed=SEED, alternatives=alternatives
    )
    return (*(with_helps(instance, one, MOST_HELPED) for one in found[:1]), *found[1:])


def book_all(
    instance: Instance,
    *,
    continuity: float | None,
    known: Sequence[Sequence[Placed]],
    seconds: float,
    progress: Listener,
    stop: Callable[[], bool],
    processes: bool,
) -> Solution:
    """A whole list at once, for a process of its own; ``known``: calendars of it that were found before."""
    from concordant.booking import whole

    return whole.book(
        instance,
        seconds=seconds,
        seed=SEED,
        continuity=continuity,
        known=known,
        progress=progress,
        stop=stop,
        processes=processes,
    )


def why(instance: Instance, visit: str) -> Unplaced | Placed:
    """Why a visit has no place, with what would help; or its place, where it has one."""
    from concordant.booking import asking
    from concordant.booking.reasons import FreePlaceError

    try:
        return asking.why(instance, (), visit)
    except FreePlaceError as error:
        return error.place


def what_if(instance: Instance, change: Easing) -> "Gain":
    """What other hours of a person would bring."""
    from concordant.booking import asking

    return asking.what_if(instance, (), change, seed=SEED)


def repair(instance: Instance, event: Event, *, seconds: float) -> Solution:
    """Somebody is away."""
    from concordant.booking import absence

    return absence.repair(instance, event, seconds=seconds, seed=SEED)


def rank(instance: Instance, hour: Placed) -> tuple[str, ...]:
    """Waiting visits for a free hour, the best first."""
    from concordant.booking import waiting

    return waiting.rank(instance, (), hour)
