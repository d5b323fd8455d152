"""What would help: one thing is eased at a time, and only what then really fits is told.

Nothing is changed: a help is something to ask, of the person, of a colleague or of the payer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from concordant.booking.openings import Hours, Openings
from concordant.booking.problem import Instance, Visit
from concordant.booking.reasons import clinic_helps, person_helps
from concordant.booking.reasons.moving import by_moving
from concordant.booking.reasons.trial import Trial
from concordant.booking.solution import Placed, Solution, Unplaced

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


def with_helps(instance: Instance, solution: Solution, most: int, *, floor: datetime | None = None) -> Solution:
    """The same answer with what would help so many of the visits that wait: those of the soonest days, urgent ones
    first. Each takes as long as about a hundred of the clinic's visits are looked at: 0.03 s with 150, 0.13 s with
    1,700."""

    def soon(one: Unplaced) -> tuple[bool, date, str]:
        visit = instance.visits[one.visit]
        return visit.urgent_by is None, visit.earliest, visit.id

    chosen = {one.visit for one in sorted(solution.unplaced, key=soon)[:most]}
    unplaced = tuple(
        replace(one, helps=helps_of(instance, solution.placed, instance.visits[one.visit], floor=floor))
        if one.visit in chosen
        else one
        for one in solution.unplaced
    )
    return replace(solution, unplaced=unplaced)


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
