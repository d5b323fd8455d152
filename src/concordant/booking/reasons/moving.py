"""Moving one visit that stands, so that another gets its place and both are kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from concordant.booking.openings import Openings
from concordant.booking.problem import Visit
from concordant.booking.rules import broken_by
from concordant.booking.solution import Placed
from concordant.booking.writing import written_place

MOST_TRIED = 60
"""So many visits are tried at most, the person's own first; it is to be quick (design)."""


def by_moving(openings: Openings, visit: Visit) -> Iterator[dict[str, Any]]:
    """The first visit found that can go elsewhere and leaves a place for this one.

    An urgent first visit is moved only for another: what is moved must not weigh more than what is won.
    """
    for other in _movable(openings, visit)[:MOST_TRIED]:
        before = openings.take(other.id)
        try:
            places = [
                openings.placed_at(visit, one.clinician, one.day, next(one.each())) for one in openings.places(visit)
            ]
            for place in places[:3]:
                openings.put(place)
                goes = openings.first_free(other)
                openings.take(visit.id)
                if goes is not None and _sound(openings, place, goes):
                    yield {
                        "relax": "move",
                        "visit": other.id,
                        "person": openings.hours.instance.owner[other.id].id,
                        "from": written_place(before),
                        "to": written_place(goes),
                        "place": written_place(place),
                        "gain": 1,
                    }
                    return
        finally:
            openings.put(before)


def _movable(openings: Openings, visit: Visit) -> list[Visit]:
    """Visits of the person themselves, then those that stand with the right clinicians when the person could come."""
    hours, visits = openings.hours, openings.hours.instance.visits
    mine = hours.instance.owner[visit.id]
    own = [one for one in mine.visits if one.id in openings.placed and one.discipline is visit.discipline]
    able = {clinician.id: clinician for clinician in hours.able(visit)}
    days = set(hours.days(visit))
    others = []
    for one in openings.placed.values():
        if one.day in days and one.clinician in able and hours.instance.owner[one.visit] is not mine:
            clinician = able[one.clinician]
            length = visit.minutes + clinician.turnover_minutes
            end = one.start + visits[one.visit].minutes + clinician.turnover_minutes
            starts = hours.common(visit, clinician, one.day) >> max(0, one.start - length + 1)
            if starts & ((1 << (end - max(0, one.start - length + 1))) - 1):
                others.append(visits[one.visit])
    urgent = visit.urgent_by is not None
    floor = hours.floor
    return [
        one
        for one in (*own, *others)
        if (urgent or one.urgent_by is None) and (floor is None or openings.placed[one.id].day > floor.date())
    ]


def _sound(openings: Openings, place: Placed, goes: Placed) -> bool:
    """Both keep every rule beside each other."""
    instance = openings.hours.instance
    rest = openings.placed.values()
    return not broken_by(instance, (*rest, goes), place) and not broken_by(instance, (*rest, place), goes)
