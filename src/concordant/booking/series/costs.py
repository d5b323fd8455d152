"""What each place of a series costs: the tiers in strict order, with a lead clinician who is chosen beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from concordant.booking.model.weights import in_order
from concordant.booking.places import Board, Slot
from concordant.booking.series.idle import idle_steps

Differs: TypeAlias = Callable[[int, Slot], bool]
"""Whether a visit has a place that is of another kind than in an answer before."""


class Leads(NamedTuple):
    """Numbers of the lead clinicians; None: nobody, and whoever treats is as good."""

    physio: int | None
    rmt: int | None


@dataclass
class SeriesCosts:
    """Strictly in the order of the tiers. With ``differs`` a place that does not costs more than all of T3 to T6, and
    less than T2."""

    board: Board
    leads: Leads
    differs: Differs | None = None
    pair_point: int = field(init=False)
    off_lead: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        board = self.board
        visits = len(board.asked)
        due = [one.urgent_by for one in board.asked if one.urgent_by is not None]
        latest = max((board.days - day for day in due), default=0)
        tiers = in_order(visits, len(board.pairs), urgent=len(due), latest=latest)
        above = 1 if self.differs is None else visits + 1
        self._alike = tiers.unplaced
        self._weights = tiers._replace(
            urgent_unplaced=tiers.urgent_unplaced * above,
            urgent_late_day=tiers.urgent_late_day * above,
            unplaced=tiers.unplaced * above,
        )
        self.pair_point = tiers.pair_point

    def leave_open(self, person: int, *, is_rmt: bool) -> bool:
        """Leads are given: each is tried by itself."""
        return False

    def unplaced(self, visit: int) -> int:
        """T2, and T1 where it is urgent."""
        urgent = self.board.asked[visit].urgent_by is not None
        return self._weights.unplaced + (self._weights.urgent_unplaced if urgent else 0)

    def places(self, visit: int, clinician: int, day: int) -> tuple[int, int, int]:
        """T1 by the day, T4 by the clinician, T5 by the start."""
        board, one = self.board, self.board.asked[visit]
        cost = 0
        if one.urgent_by is not None and day > one.urgent_by:
            cost += self._weights.urgent_late_day * (day - one.urgent_by)
        lead = self.leads[one.is_rmt]
        if lead is not None and clinician != lead:
            cost += self._weights.off_lead
        if not board.wished[one.person]:
            return cost, 0, 0
        return cost, self._weights.off_wish, board.wished_starts(one.person, day, one.ticks)

    def nudge(self, visit: int, slot: Slot) -> int:
        """What is alike; and below every tier the idle time that a place makes (T6)."""
        cost = idle_steps(self.board, self.board.booked.taken[slot.clinician][slot.day], visit, slot)
        if self.differs is not None and not self.differs(visit, slot):
            cost += self._alike
        return cost
