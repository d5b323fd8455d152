"""What would help: one thing is eased at a time, and only what then really fits is told.

Nothing is changed: a help is something to ask, of the person, of a colleague or of the payer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from concordant.booking.openings import Hours, Openings
from concordant.booking.problem import Instance, Visit
from concordant.booking.reasons import clinic_helps, person_helps
from concordant.booking.reasons.moving import by_moving
from concordant.booking.reasons.trial import Trial
from concordant.booking.solution import Placed

CHEAPEST_FIRST = (
    "pair",
    "move",
    "window",
    "room",
    "clinician",
    "availability",
    "overtime",
    "daily_limit",
    "cover",
)
"""Inside the clinic before outside; the person's habits and the colleagues' hours later; the payer, who takes weeks,
last (our own order)."""


def helps_of(
    instance: Instance, placed: Iterable[Placed], visit: Visit, *, floor: datetime | None = None
) -> tuple[Mapping[str, Any], ...]:
    """The smallest single changes by which the visit gets a place, cheapest first; empty where none is enough.

    Each names what is eased (``relax``), by how much, the ``place`` that it opens and the visits won (``gain``).
    """
    placed = tuple(placed)
    initial = Hours(instance, floor).initial[instance.owner[visit.id].id]
    if initial not in (None, visit.id) and all(one.visit != initial for one in placed):
        return ()  # The first visit has to be helped.
    trial = Trial(instance, placed, visit, floor)
    found = sorted(_all(trial), key=lambda help: CHEAPEST_FIRST.index(help["relax"]))
    return tuple(found)


def _all(trial: Trial) -> Iterator[Mapping[str, Any]]:
    yield from person_helps.looser_pair(trial)
    yield from person_helps.wider_window(trial)
    yield from person_helps.another_clinician(trial)
    yield from person_helps.more_availability(trial)
    yield from person_helps.more_cover(trial)
    yield from clinic_helps.another_room(trial)
    yield from clinic_helps.overtime(trial)
    yield from clinic_helps.longer_day(trial)
    openings = Openings(Hours(trial.instance, trial.floor), trial.placed)
    yield from by_moving(openings, trial.visit)
