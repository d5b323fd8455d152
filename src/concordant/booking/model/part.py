"""The variables of a part: where each free visit may stand, on which day it does, and whether it stands at all (H1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from concordant.booking.bits import each
from concordant.booking.model.allowed import allowed_places
from concordant.booking.model.costs import Costs
from concordant.booking.places.board import Board
from concordant.booking.places.calendar import Calendar
from concordant.booking.places.numbers import Slot


@dataclass(frozen=True, slots=True)
class Option:
    """One place of one visit, as a variable."""

    slot: Slot
    var: cp_model.IntVar


class Part:
    """Some visits of a calendar taken out of it, to be put back in the best way."""

    def __init__(
        self,
        board: Board,
        calendar: Calendar,
        free: Sequence[int],
        costs: Costs,
        nudge: Callable[[int, Slot], int] | None = None,
    ) -> None:
        self.board = board
        self.costs = costs
        self.free = sorted(free)
        self.anew = frozenset(free)
        self.was = {visit: calendar.at[visit] for visit in self.free}
        """Where the free visits stood, or None."""
        self.calendar = calendar.copy()
        """What stands: all but the free visits."""
        for visit in self.free:
            self.calendar.take(visit)
        self._nudge = nudge
        self.model = cp_model.CpModel()
        self.terms: list[cp_model.IntVar] = []
        self.factors: list[int] = []
        self.constant = 0
        self.options: dict[int, list[Option]] = {}
        """Visit -> its places."""
        self.on_day: dict[int, dict[int, cp_model.IntVar]] = {}
        """Visit -> day -> it stands there."""
        self.none: dict[int, cp_model.IntVar] = {}
        """Visit -> it has no place."""

    def cost(self, var: cp_model.IntVar, factor: int) -> None:
        """What it costs if the variable holds."""
        if factor:
            self.terms.append(var)
            self.factors.append(factor)

    def open_visit(self, visit: int) -> None:
        """Its variables, with their cost and where it stands now as a hint. H1: at most once."""
        was = self.was[visit]
        options: list[Option] = []
        days: dict[int, list[cp_model.IntVar]] = defaultdict(list)
        for who, day, starts in allowed_places(self.board, self.calendar, visit, self.anew):
            cost, outside, wished = self.costs.places(visit, who, day)
            for start in each(starts):
                var = self.model.new_bool_var("")
                slot = Slot(who, day, start)
                options.append(Option(slot, var))
                days[day].append(var)
                extra = 0 if not outside or wished >> start & 1 else outside
                nudge = self._nudge(visit, slot) if self._nudge is not None else 0
                self.cost(var, cost + extra + nudge)
                self.model.add_hint(var, slot == was)
        none = self.model.new_bool_var("")
        self.model.add_hint(none, was is None)
        self.cost(none, self.costs.unplaced(visit))
        self.none[visit], self.options[visit] = none, options
        self.on_day[visit] = {}
        for day, vars_ in days.items():
            here = self.model.new_bool_var("")
            self.model.add_exactly_one([*vars_, here.negated()])
            self.model.add_hint(here, was is not None and was.day == day)
            self.on_day[visit][day] = here
        self.model.add_exactly_one([*self.on_day[visit].values(), none])
