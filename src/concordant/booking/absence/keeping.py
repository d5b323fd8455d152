"""The goal after a change of plan: nothing lost, nobody moved without need, then the tiers of booking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from concordant.booking.model.costs import Costs, TierCosts
from concordant.booking.model.weights import Weights
from concordant.booking.places import Board, Calendar, Slot
from concordant.booking.places.worth import Worth
from concordant.booking.whole.choosing import Chooser
from concordant.booking.whole.search import Rank

LOST = 4_000_000
"""A visit that stood and stands no more; far more than everybody of one part moved."""
MOVED = 60_000
"""A visit that was not affected and has another day, hour or clinician; more than it may win for those who wait."""
TIERS = Weights(40_000_000, 8_000_000, 2_000, 100, 20, 0)


class Keeping:
    """``before``: where visits stood; ``affected`` of them have to go elsewhere, which is no move."""

    def __init__(self, board: Board, before: Mapping[int, Slot], affected: frozenset[int]) -> None:
        self._board = board
        self._before = before
        self._affected = affected

    def rank(self, worth: Worth, calendar: Calendar) -> Rank:
        """T1, visits lost, others moved, T2 to T5."""
        lost = moved = 0
        for visit, slot in self._before.items():
            now = calendar.at[visit]
            lost += now is None
            moved += now is not None and now != slot and visit not in self._affected
        return (worth.urgent_unplaced, worth.urgent_late_days, lost, moved, *worth[2:])

    def costs(self, calendar: Calendar, seed: int) -> Costs:
        """In one part."""
        return KeepingCosts(self._board, calendar, self._before, self._affected)

    def begins(self, chooser: Chooser) -> Sequence[int]:
        """What was lost, and what was moved and may find its way back."""
        lost = [visit for visit in chooser.waiting if visit in self._before]
        moved = [visit for visit in chooser.standing if self._is_moved(visit, chooser)]
        return lost + moved

    def _is_moved(self, visit: int, chooser: Chooser) -> bool:
        return visit in self._before and visit not in self._affected and chooser.at(visit) != self._before[visit]


class KeepingCosts(TierCosts):
    """The tiers, below what a loss and a move cost."""

    def __init__(self, board: Board, calendar: Calendar, before: Mapping[int, Slot], affected: frozenset[int]) -> None:
        super().__init__(board, calendar, TIERS)
        self._before = before
        self._affected = affected

    def unplaced(self, visit: int) -> int:
        """More for what stood."""
        return super().unplaced(visit) + (LOST if visit in self._before else 0)

    def places(self, visit: int, clinician: int, day: int) -> tuple[int, int, int]:
        """More for every start but the one where it stood."""
        cost, outside, wished = super().places(visit, clinician, day)
        slot = self._before.get(visit)
        if slot is None or visit in self._affected:
            return cost, outside, wished
        stood = slot.clinician == clinician and slot.day == day
        return cost, MOVED, 1 << slot.start if stood else 0
