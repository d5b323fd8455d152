"""What the plain CP-SAT model is made of: its weights, a place as a variable, and what stands already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ortools.sat.python import cp_model

from concordant.booking.openings import Hours, Openings
from concordant.booking.problem import Clinician, Instance, Visit
from concordant.booking.rules import Standing as StandingVisits
from concordant.booking.solution import Placed

URGENT, LATE_DAY, UNPLACED, PAIR_POINT, OFF_LEAD, OFF_WISH = 1_000_000, 100_000, 10_000, 100, 20, 10
GAPS = 1
"""For T6: of a place that touches nothing that stands with the clinician, so that it leaves a gap on either side."""


class Option(NamedTuple):
    """A place of a visit, as a variable."""

    visit: Visit
    clinician: Clinician
    day: date
    start: int
    var: cp_model.IntVar

    @property
    def end(self) -> int:
        """Of the person's time."""
        return self.start + self.visit.minutes

    @property
    def free_again(self) -> int:
        """After the turn-over."""
        return self.end + self.clinician.turnover_minutes


class Standing:
    """What stands so far, for the hours that are open and for whom it stands."""

    def __init__(self, instance: Instance) -> None:
        self.hours = Hours(instance)
        self.openings = Openings(self.hours)
        self.board = StandingVisits(instance)

    def put(self, placed: Iterable[Placed]) -> None:
        """Add visits that fit."""
        for one in placed:
            self.openings.put(one)
            self.board.put(one)


@dataclass
class Parts:
    """The variables of the free visits, and the cost so far."""

    standing: Standing
    free: dict[str, Visit]
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    cost: list[tuple[cp_model.IntVar, int]] = field(default_factory=list)
    options: dict[str, list[Option]] = field(default_factory=dict)
    on: dict[str, dict[date, cp_model.IntVar]] = field(default_factory=dict)
    """Visit -> day -> it stands on the day."""
    none: dict[str, cp_model.IntVar] = field(default_factory=dict)
    """Visit -> it has no place."""
