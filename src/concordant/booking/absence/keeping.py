"""The goal after a change of plan: nothing lost, nobody moved without need, then the tiers of booking, then soon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from concordant.booking.model.costs import Costs, TierCosts
from concordant.booking.model.weights import Weights
from concordant.booking.places import Board, Calendar, Slot
from concordant.booking.places.worth import Worth
from concordant.booking.whole.choosing import Chooser
from concordant.booking.whole.search import Rank

LOST = 40_000_000
"""A visit that stood and stands no more; far more than everybody of one part moved."""
MOVED = 600_000
"""A visit that was not affected and has another day, hour or clinician; more than it may win for those who wait."""
TIERS = Weights(400_000_000, 80_000_000, 20_000, 1_000, 200, 0)
WITH_ITS_PAIR = 400
"""The other half of a pair that moves along: worth it where the pair stays one, and not otherwise."""
A_DAY = 5
"""A day between the hour that was lost and the new one."""


class Keeping:
    """``before``: where visits stood; ``affected`` of them have to go elsewhere, and their ``companions`` may go with
    them, which is no move."""

    def __init__(
        self, board: Board, before: Mapping[int, Slot], affected: frozenset[int], companions: frozenset[int]
    ) -> None:
        self._board = board
        self._before = before
        self._affected = affected
        self._companions = companions

    def rank(self, worth: Worth, calendar: Calendar) -> Rank:
        """T1, visits lost, others moved, T2, T3, companions moved, T4, T5, days between the old hour and the new."""
        lost = moved = along = days = 0
        for visit, slot in self._before.items():
            now = calendar.at[visit]
            if now is None:
                lost += 1
            elif now != slot:
                days += abs(now.day - slot.day)
                along += visit in self._companions
                moved += visit not in self._affected and visit not in self._companions
        return (
            worth.urgent_unplaced,
            worth.urgent_late_days,
            lost,
            moved,
            worth.unplaced,
            worth.pair_points_lost,
            along,
            worth.not_with_lead,
            worth.not_preferred,
            days,
        )

    def costs(self, calendar: Calendar, seed: int) -> Costs:
        """In one part."""
        return KeepingCosts(self._board, calendar, self._before, self._affected, self._companions)

    def begins(self, chooser: Chooser) -> Sequence[int]:
        """What was lost, what was moved and may find its way back, and what had to go and may come sooner."""
        lost = [visit for visit in chooser.waiting if visit in self._before]
        moved = [visit for visit in chooser.standing if self._is_moved(visit, chooser)]
        return lost + moved or sorted(self._affected)

    def _is_moved(self, visit: int, chooser: Chooser) -> bool:
        return visit in self._before and visit not in self._affected and chooser.at(visit) != self._before[visit]


class KeepingCosts(TierCosts):
    """The tiers, below what a loss and a move cost."""

    def __init__(
        self,
        board: Board,
        calendar: Calendar,
        before: Mapping[int, Slot],
        affected: frozenset[int],
        companions: frozenset[int],
    ) -> None:
        super().__init__(board, calendar, TIERS)
        self._before = before
        self._affected = affected
        self._companions = companions

    def unplaced(self, visit: int) -> int:
        """More for what stood."""
        return super().unplaced(visit) + (LOST if visit in self._before else 0)

    def places(self, visit: int, clinician: int, day: int) -> tuple[int, int, int]:
        """More for every start but the one where it stood."""
        cost, outside, wished = super().places(visit, clinician, day)
        slot = self._before.get(visit)
        if slot is None:
            return cost, outside, wished
        cost += A_DAY * abs(day - slot.day)
        if visit in self._affected:
            return cost, outside, wished
        stood = slot.clinician == clinician and slot.day == day
        return cost, WITH_ITS_PAIR if visit in self._companions else MOVED, 1 << slot.start if stood else 0
