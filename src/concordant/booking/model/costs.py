"""What each answer for one visit costs."""

from __future__ import annotations

from collections import Counter
from typing import Protocol

from concordant.booking.model.weights import Weights
from concordant.booking.places.board import Board
from concordant.booking.places.calendar import Calendar
from concordant.booking.places.worth import lead_of


class Costs(Protocol):
    """Whole numbers that are added up and made as small as can be."""

    pair_point: int
    """Of one pair point lost."""
    off_lead: int
    """Of a visit away from a lead that is chosen within the part."""

    def leave_open(self, person: int, *, is_rmt: bool) -> bool:
        """The part chooses who leads, so that ``places`` has no cost for it; False where the lead is given."""

    def unplaced(self, visit: int) -> int:
        """Of leaving a visit without a place."""

    def places(self, visit: int, clinician: int, day: int) -> tuple[int, int, int]:
        """Of a place with the clinician on the day; what comes on top outside some starts; and those starts."""


class TierCosts:
    """The tiers of booking, for a calendar as it stands. The lead of a person is who leads now."""

    def __init__(self, board: Board, calendar: Calendar, weights: Weights, *, lead_weight: int | None = None) -> None:
        self._board = board
        self._calendar = calendar
        self._weights = weights
        self.off_lead = weights.off_lead if lead_weight is None else lead_weight
        self.pair_point = weights.pair_point
        self._leads: dict[tuple[int, bool], int | None] = {}

    def leave_open(self, person: int, *, is_rmt: bool) -> bool:
        """Who is in care already keeps their clinician."""
        if not self.off_lead or self._board.usual[person][is_rmt] is not None:
            return False
        self._leads[person, is_rmt] = None
        return True

    def unplaced(self, visit: int) -> int:
        """T2, and T1 where it is urgent."""
        urgent = self._board.asked[visit].urgent_by is not None
        return self._weights.unplaced + (self._weights.urgent_unplaced if urgent else 0)

    def places(self, visit: int, clinician: int, day: int) -> tuple[int, int, int]:
        """T1 by the day, T4 by the clinician, T5 by the start."""
        one = self._board.asked[visit]
        cost = 0
        if one.urgent_by is not None and day > one.urgent_by:
            cost += self._weights.urgent_late_day * (day - one.urgent_by)
        lead = self._lead(one.person, one.is_rmt)
        if lead is not None and clinician != lead:
            cost += self.off_lead
        if not self._board.wished[one.person]:
            return cost, 0, 0
        return cost, self._weights.off_wish, self._board.wished_starts(one.person, day, one.ticks)

    def _lead(self, person: int, is_rmt: bool) -> int | None:
        key = person, is_rmt
        if key not in self._leads:
            of = self._board.of_person[person]
            slots = (self._calendar.at[visit] for visit in of if self._board.asked[visit].is_rmt == is_rmt)
            count = Counter(slot.clinician for slot in slots if slot is not None)
            self._leads[key] = lead_of(self._board, person, count, is_rmt=is_rmt)
        return self._leads[key]
