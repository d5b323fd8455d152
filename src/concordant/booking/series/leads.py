"""Who could be the lead of a person, in the order in which it is worth trying."""

from __future__ import annotations

from collections import Counter
from itertools import product

from concordant.booking.places import Board, Calendar
from concordant.booking.places.worth import lead_of
from concordant.booking.series.costs import Leads


def possible_leads(board: Board) -> list[tuple[int, Leads]]:
    """Every pair of leads with the number of visits that nobody could give with them, the least first. Of a usual
    clinician, and of a discipline without visits, there is one choice."""
    choices = [_of_discipline(board, is_rmt=is_rmt) for is_rmt in (False, True)]
    every = [(physio[0] + rmt[0], Leads(physio[1], rmt[1])) for physio, rmt in product(*choices)]
    return sorted(every, key=lambda one: one[0])


def leads_in(board: Board, calendar: Calendar) -> Leads:
    """Who leads as the calendar stands."""
    found = []
    for is_rmt in (False, True):
        slots = (calendar.at[visit] for visit, one in enumerate(board.asked) if one.is_rmt == is_rmt)
        count = Counter(slot.clinician for slot in slots if slot is not None)
        found.append(lead_of(board, 0, count, is_rmt=is_rmt))
    return Leads(*found)


def _of_discipline(board: Board, *, is_rmt: bool) -> list[tuple[int, int | None]]:
    """With the number of visits that the one could not give, the least first."""
    usual = board.usual[0][is_rmt]
    able = [
        {place.clinician for place in places}
        for one, places in zip(board.asked, board.places, strict=True)
        if one.is_rmt == is_rmt and places
    ]
    if usual is not None:
        return [(sum(usual not in one for one in able), usual)]
    clinicians: set[int] = set().union(*able)
    in_order = sorted(clinicians, key=lambda who: (sum(who not in one for one in able), board.clinicians[who].id))
    return [(sum(who not in one for one in able), who) for who in in_order] or [(0, None)]
