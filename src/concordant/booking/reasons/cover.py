"""Reasons that lie with whoever pays."""

from __future__ import annotations

from concordant.booking.openings import Openings
from concordant.booking.problem import Visit
from concordant.booking.solution import Code, Reason


def cover_reason(openings: Openings, visit: Visit) -> list[Reason]:
    """Nobody pays on any of its days, or what is paid for is spent."""
    days = openings.hours.days(visit)
    covers = [cover for cover in openings.hours.instance.owner[visit.id].covers if cover.discipline is visit.discipline]
    if not covers or not days:
        return []
    paying = {place for place, cover in enumerate(covers) if any(cover.first <= day <= cover.last for day in days)}
    if not paying:
        nearest = max(covers, key=lambda cover: (cover.last <= days[-1], cover.last))
        data = {
            "discipline": str(visit.discipline),
            "first": nearest.first.isoformat(),
            "last": nearest.last.isoformat(),
            "ended": nearest.last < days[0],
            "ask": "treatment_plan",
        }
        return [Reason(Code.COVER_ENDED, data)]
    spent = [(covers[place], stands) for place, stands in openings.used(visit) if place in paying]
    if any(len(stands) < cover.count for cover, stands in spent):
        return []
    data = {
        "discipline": str(visit.discipline),
        "count": sum(cover.count for cover, _ in spent),
        "used": sum(len(stands) for _, stands in spent),
        "last": max(cover.last for cover, _ in spent).isoformat(),
        "by": [stand.id for _, stands in spent for stand in stands],
    }
    return [Reason(Code.COVER_USED_UP, data)]
