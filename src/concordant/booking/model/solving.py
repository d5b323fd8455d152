"""Free some visits, keep all others, and find the best places for the free ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from concordant.booking.model.clinic import keep_clinicians_apart, leave_rooms_enough
from concordant.booking.model.costs import Costs
from concordant.booking.model.lead import choose_lead, open_leads
from concordant.booking.model.pair import reward_pair
from concordant.booking.model.part import Part
from concordant.booking.model.person import keep_to_the_plan
from concordant.booking.model.stopping import unless
from concordant.booking.places.board import Board
from concordant.booking.places.calendar import Calendar
from concordant.booking.places.numbers import Slot
from concordant.booking.solver import solver_of

TIGHT = 2
"""All rules as cuts too: the linear relaxation of booking is nearly whole, so that small clinics are proven in seconds
where the usual level needs minutes (docs/decisions/0033)."""

BUILDING = 2e-5
"""Work for each variable of a part that has a cost."""
BESIDE = 0.01
"""Work for each part: choosing it, and taking its answer."""


@dataclass(frozen=True, slots=True)
class Better:
    """The best that was found for the free visits."""

    slots: dict[int, Slot | None]
    cost: int
    bound: int
    """Nothing that keeps the rules costs less."""
    proven: bool
    """It is the best there is."""
    work: float
    """What it took, in a count that is the same on every machine: about a second of a slow core each."""


def solve(
    board: Board,
    calendar: Calendar,
    free: Sequence[int],
    costs: Costs,
    *,
    seed: int,
    work: float,
    seconds: float,
    nudge: Callable[[int, Slot], int] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Better | None:
    """Place the free visits, beginning with where they stand now. None where nothing was found in time.

    ``work`` limits by the solver's own count, which is the same on every machine; ``seconds`` by the clock. Both halves
    of a pair that must stand together have to be free together. ``nudge`` adds a cost to a place of a visit. ``stop``
    is asked now and then; after its first yes the best that was found is the answer.
    """
    part = Part(board, calendar, free, costs, nudge)
    _state(part)
    solver = solver_of(work=work, seconds=seconds, seed=seed)
    solver.parameters.linearization_level = TIGHT
    if stop is None:
        status = solver.solve(part.model)
    else:
        status = unless(stop, lambda: solver.solve(part.model), solver.stop_search)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    slots: dict[int, Slot | None] = {
        visit: next((one.slot for one in options if solver.boolean_value(one.var)), None)
        for visit, options in part.options.items()
    }
    return Better(
        slots=slots,
        cost=round(solver.objective_value),
        bound=round(solver.best_objective_bound),
        proven=status == cp_model.OPTIMAL,
        work=solver.response_proto.deterministic_time + BUILDING * len(part.terms) + BESIDE,
    )


def _state(part: Part) -> None:
    """Variables, rules and costs. The order is a part of the answer: the same seed searches another model otherwise."""
    leads = open_leads(part)  # Before places are priced: where the part chooses the lead, no place has a price for it.
    for visit in part.free:
        part.open_visit(visit)
    for visits in leads:
        choose_lead(part, visits)
    keep_clinicians_apart(part)
    leave_rooms_enough(part)
    of_person: dict[int, list[int]] = defaultdict(list)
    for visit in part.free:
        of_person[part.board.asked[visit].person].append(visit)
    for person, visits in of_person.items():
        keep_to_the_plan(part, person, visits)
    pair_of = part.board.pair_of
    for pair in dict.fromkeys(pair_of[visit] for visit in part.free if visit in pair_of):
        reward_pair(part, pair)
    part.model.minimize(cp_model.LinearExpr.weighted_sum(part.terms, part.factors) + part.constant)
