"""The one place where the clinic asks the booking library to work something out.

The solver is loaded when somebody asks: it takes a while, and most pages need none of it.
"""

from concordant.booking.problem import Event, Instance
from concordant.booking.solution import Placed, Solution

SEED = 0
"""The same question gets the same answer."""
AT_ONCE_SECONDS = 1.5
"""Somebody stands at the desk: with reading and writing it stays under two."""
ABSENCE_SECONDS = 8.0
WHOLE_SECONDS = 20.0


def propose_one(instance: Instance, person_id: str, *, alternatives: int) -> tuple[Solution, ...]:
    """One person's series, everything else fixed."""
    from concordant.booking import series

    return series.propose(
        instance, person_id, calendar=(), seconds=AT_ONCE_SECONDS, seed=SEED, alternatives=alternatives
    )


def book_all(instance: Instance, *, seconds: float = WHOLE_SECONDS) -> Solution:
    """A whole list at once."""
    from concordant.booking import whole

    return whole.book(instance, seconds=seconds, seed=SEED)


def repair(instance: Instance, event: Event, *, seconds: float = ABSENCE_SECONDS) -> Solution:
    """Somebody is away."""
    from concordant.booking import absence

    return absence.repair(instance, event, seconds=seconds, seed=SEED)


def rank(instance: Instance, hour: Placed) -> tuple[str, ...]:
    """Waiting visits for a free hour, the best first."""
    from concordant.booking import waiting

    return waiting.rank(instance, (), hour)
