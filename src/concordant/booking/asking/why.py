"""Why one visit has no place, and the smallest changes that would give it one."""

from __future__ import annotations

from collections.abc import Iterable

from concordant.booking.openings import Hours, Openings
from concordant.booking.problem import Instance
from concordant.booking.reasons import helps_of, reasons_of
from concordant.booking.solution import Placed, Unplaced


def why(instance: Instance, calendar: Iterable[Placed], visit: str) -> Unplaced:
    """The reasons of a visit that is not in the calendar, with what would help.

    KeyError for a visit that was not asked for, ValueError for one that stands, and FreePlaceError, with the place,
    where it has one.
    """
    calendar = tuple(calendar)
    asked = instance.visits[visit]
    openings = Openings(Hours(instance), calendar)
    if visit in openings.placed:
        raise ValueError(f"{visit} stands in the calendar")
    return Unplaced(visit, reasons_of(openings, asked), helps_of(instance, calendar, asked))
