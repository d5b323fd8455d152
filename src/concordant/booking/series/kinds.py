"""In what an alternative can differ from the first answer so that somebody on the phone hears another choice."""

from __future__ import annotations

from concordant.booking.places import Board, Calendar, Slot
from concordant.booking.series.costs import Differs, Leads

NOON = 12 * 60
"""Minutes after midnight: before it is the morning."""
OTHERS_AT_LEAST = 3
"""One visit of so many has to be with somebody else, on another weekday or in another half of the day (design)."""


def other_half_of_day(board: Board, first: Calendar) -> Differs:
    """In the afternoon where most of the first answer lies in the morning, and the other way round."""
    mornings = [_is_morning(board, slot) for slot in first.at if slot is not None]
    mostly = 2 * sum(mornings) >= len(mornings)
    return lambda _visit, slot: _is_morning(board, slot) != mostly


def other_weekdays(board: Board, first: Calendar) -> Differs:
    """Each visit on another weekday than in the first answer."""
    return lambda visit, slot: (was := first.at[visit]) is None or _weekday(board, slot) != _weekday(board, was)


def other_clinician(board: Board, leads: Leads) -> tuple[Differs, list[Leads]]:
    """Not with the lead of physiotherapy, or of massage where that is all; and who could lead instead."""
    is_rmt = leads.physio is None
    avoided = leads[is_rmt]
    able = {
        place.clinician
        for one, places in zip(board.asked, board.places, strict=True)
        if one.is_rmt == is_rmt
        for place in places
    }
    others = sorted(able - {avoided}, key=lambda who: board.clinicians[who].id)
    instead = [leads._replace(rmt=who) if is_rmt else leads._replace(physio=who) for who in others]
    return lambda visit, slot: board.asked[visit].is_rmt != is_rmt or slot.clinician != avoided, instead


def is_another_choice(board: Board, one: Calendar, other: Calendar) -> bool:
    """Enough visits stand differently for somebody to notice."""
    differ = sum(_kind(board, mine) != _kind(board, theirs) for mine, theirs in zip(one.at, other.at, strict=True))
    placed = sum(slot is not None for slot in one.at)
    return differ > 0 and differ * OTHERS_AT_LEAST >= placed


def _kind(board: Board, slot: Slot | None) -> tuple[int, int, bool] | None:
    return None if slot is None else (slot.clinician, _weekday(board, slot), _is_morning(board, slot))


def _is_morning(board: Board, slot: Slot) -> bool:
    return slot.start * board.tick < NOON


def _weekday(board: Board, slot: Slot) -> int:
    return board.date_of(slot.day).weekday()
