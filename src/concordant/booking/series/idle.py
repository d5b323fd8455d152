"""Idle time (T6) that one visit makes, coarsely: it decides between calendars that are alike in all other tiers."""

from __future__ import annotations

from concordant.booking.model.weights import NUDGE
from concordant.booking.places import Board, Slot

STEP_MINUTES = 30


def idle_steps(board: Board, taken: int, visit: int, slot: Slot) -> int:
    """``taken``: ticks of the clinician's day without the visit. 0 between the first and the last of them, where idle
    time is used up; 1 straight beside them and on an empty day; more the further away, up to what a nudge may be."""
    if not taken:
        return 1
    begins, ends = (taken & -taken).bit_length() - 1, taken.bit_length()
    until = slot.start + board.asked[visit].ticks + board.turnover[slot.clinician]
    away = max(begins - until, slot.start - ends)
    return 0 if away < 0 else min(NUDGE - 1, 1 + away * board.tick // STEP_MINUTES)
