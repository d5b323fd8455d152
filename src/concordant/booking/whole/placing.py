"""The goal of booking a whole clinic: the tiers in their order, or with continuity weighed against placed visits.

The first part of the search looks at T1 and T2 alone and may pay for them with pairs and leads: those come back later,
while a calendar that is kept tidy from the start does not get as far (measured in bench/README.md).
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from concordant.booking.model.costs import Costs, TierCosts
from concordant.booking.model.weights import Weights
from concordant.booking.places import Board, Calendar
from concordant.booking.places.worth import Worth, worth_of
from concordant.booking.whole.choosing import Chooser
from concordant.booking.whole.search import Rank

COUNTING = Weights(400_000, 20_000, 2_000, 0, 0, 0)
"""Only T1 and T2: these are proven soonest."""
PAIRING = Weights(400_000, 20_000, 2_000, 20, 0, 0)
"""T1 to T3."""
FIRST = Weights(400_000, 20_000, 2_000, 30, 6, 0)
"""Pairs and leads as far as they cost nothing."""
PLACING = Weights(400_000, 20_000, 2_000, 100, 20, 0)
"""One visit more outweighs anything that a part can lose below it, in practice; calendars are compared in order."""
WISHING = Weights(400_000, 20_000, 2_000, 100, 20, 10)
WISHES_EVERY = 3
"""One part of so many looks at wished times too."""
HOPE = 0.05
"""Part of a visit that the relaxation has to place for it to be worth a look."""
LEANING = 0.3
"""In the first part: what it costs more, in visits, to leave out one that the relaxation places whole."""
LUCK = 1.0
"""In the first part: what leaving a visit out may cost more by chance, in visits. Which visits wait is a plateau of
equal calendars; without chance the search stays where it came to it (measured in bench/README.md)."""


class Placing:
    """``continuity``: so many visits away from the person's own clinician weigh as much as one visit without a place;
    None keeps the strict order."""

    def __init__(self, board: Board, continuity: float | None = None) -> None:
        self._board = board
        self._continuity = continuity
        self.is_first = True
        """Only T1 and T2 count as yet."""
        self.hope: Mapping[int, float] = {}
        """Visit -> the part of it that the relaxation places."""

    def rank(self, worth: Worth, calendar: Calendar) -> Rank:
        """T1, T2 (with T4, where continuity is protected), and later T3, T4, T5."""
        if self._continuity is None:
            return worth[:3] if self.is_first else worth
        together = worth.unplaced * self._continuity + worth.not_with_lead
        head = worth.urgent_unplaced, worth.urgent_late_days, together
        return head if self.is_first else (*head, worth.pair_points_lost, worth.not_preferred)

    def rank_of(self, calendar: Calendar) -> Rank:
        """The same, counted from the calendar."""
        return self.rank(worth_of(self._board, calendar.at.__getitem__, range(len(self._board.people))), calendar)

    def costs(self, calendar: Calendar, seed: int) -> Costs:
        """Now and then with wishes, which make parts slower to prove."""
        if self.is_first:
            return self.weighed(calendar, FIRST, luck=random.Random(seed))  # noqa: S311 - not for secrets
        return self.weighed(calendar, WISHING if seed % WISHES_EVERY == 0 else PLACING)

    def weighed(self, calendar: Calendar, weights: Weights, *, luck: random.Random | None = None) -> Costs:
        """With these weights, and the weight of a lead as it is protected."""
        lead = weights.off_lead if self._continuity is None else round(weights.unplaced / self._continuity)
        leaning = self.hope if self.is_first else {}
        return LeaningCosts(self._board, calendar, weights, lead_weight=lead, leaning=leaning, luck=luck)

    def begins(self, chooser: Chooser) -> Sequence[int]:
        """Where something waits that could have a place, there twice of three times."""
        hopeful = [visit for visit in chooser.waiting if self.hope.get(visit, 0) > HOPE]
        return hopeful if hopeful and chooser.often() else ()


class LeaningCosts(TierCosts):
    """The tiers; of visits that may not all have a place, those are placed first that the relaxation places, and those
    that ``luck`` is with."""

    def __init__(
        self,
        board: Board,
        calendar: Calendar,
        weights: Weights,
        *,
        lead_weight: int,
        leaning: Mapping[int, float],
        luck: random.Random | None,
    ) -> None:
        super().__init__(board, calendar, weights, lead_weight=lead_weight)
        self._leaning = leaning
        self._luck = luck
        self._visit = weights.unplaced
        self._drawn: dict[int, int] = {}

    def unplaced(self, visit: int) -> int:
        """T1 and T2, what the relaxation says, and chance."""
        if visit not in self._drawn:
            luck = 0.0 if self._luck is None else LUCK * self._luck.random()
            self._drawn[visit] = round(self._visit * (LEANING * self._leaning.get(visit, 0) + luck))
        return super().unplaced(visit) + self._drawn[visit]
