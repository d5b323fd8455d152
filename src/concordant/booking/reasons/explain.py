"""The reasons of a visit without a place, as data: each is true, and the first that settles it is told first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from concordant.booking.openings import Hours, Openings
from concordant.booking.problem import Instance, PairRule, Visit
from concordant.booking.reasons.cover import cover_reason
from concordant.booking.reasons.hours import hours_reasons
from concordant.booking.solution import Code, Placed, Reason, Unplaced
from concordant.booking.writing import written_place


class FreePlaceError(ValueError):
    """A visit was to be explained that still fits somewhere."""

    def __init__(self, place: Placed) -> None:
        self.place = place
        super().__init__(f"{place.visit} fits on {place.day} with {place.clinician}")


def explained(instance: Instance, placed: Iterable[Placed], *, floor: datetime | None = None) -> tuple[Unplaced, ...]:
    """Every visit of the problem that has no place, with its reasons, in the order of the file.

    ``floor``: nothing is newly put before it. Raises FreePlaceError where one still fits.
    """
    openings = Openings(Hours(instance, floor), placed)
    return tuple(
        Unplaced(visit.id, reasons_of(openings, visit))
        for visit in instance.visits.values()
        if visit.id not in openings.placed
    )


def reasons_of(openings: Openings, visit: Visit) -> tuple[Reason, ...]:
    """Why it has no place. Raises FreePlaceError where it has one."""
    if free := openings.first_free(visit):
        raise FreePlaceError(free)
    hours = openings.hours
    if not hours.days(visit) and hours.floor is not None:
        data = {"latest": visit.latest.isoformat(), "from": hours.floor.isoformat(timespec="minutes")}
        return (Reason(Code.WINDOW_OVER, data),)
    found = [*hours_reasons(hours, visit), *cover_reason(openings, visit), *_first_visit(openings, visit)]
    has_places = not any(reason.code in _HOURS for reason in found)
    blocked, places = _collisions(openings, visit) if has_places else (Counter[str](), 0)
    if pair := _pair(openings, visit):
        found.append(pair)
    if has_places and not found:
        found.append(Reason(Code.FULL, {"places": places, "blocked": dict(blocked.most_common())}))
    return tuple(found)


_HOURS = frozenset(
    {Code.NO_QUALIFIED_CLINICIAN, Code.PERSON_NEVER_FREE, Code.CLINICIAN_NEVER_WORKS, Code.NO_COMMON_TIME}
)


def _collisions(openings: Openings, visit: Visit) -> tuple[Counter[str], int]:
    """How many places each kind of collision takes away, and how many there are by hours."""
    blocked: Counter[str] = Counter()
    places = 0
    for day in openings.hours.days(visit):
        for clinician in openings.hours.able(visit):
            starts = openings.hours.common(visit, clinician, day)
            if starts:
                places += starts.bit_count()
                for block, mask in openings.blocks(visit, clinician, day, starts).items():
                    blocked[str(block)] += mask.bit_count()
    return blocked, places


def _first_visit(openings: Openings, visit: Visit) -> list[Reason]:
    instance = openings.hours.instance
    initial = openings.hours.initial[instance.owner[visit.id].id]
    if initial is None or initial == visit.id or initial in openings.placed:
        return []
    free = openings.first_free(instance.visits[initial])
    if free is not None:
        return [Reason(Code.FIRST_VISIT_UNPLACED, {"visit": initial, "fits": written_place(free)})]
    codes = [str(reason.code) for reason in reasons_of(openings, instance.visits[initial])]
    return [Reason(Code.FIRST_VISIT_UNPLACED, {"visit": initial, "because": codes})]


def _pair(openings: Openings, visit: Visit) -> Reason | None:
    """Told where the pair alone is in the way: without it the massage would have a place."""
    pair = openings.hours.instance.pair_of.get(visit.id)
    if pair is None or pair.rule is not PairRule.MUST or pair.rmt != visit.id:
        return None
    places = list(openings.places(visit, alone=False))
    if not places:
        return None
    physio = openings.placed.get(pair.physio)
    if physio is None:
        return Reason(Code.PAIR_REQUIRED, {"physio": pair.physio, "physio_placed": False})
    gaps = [
        physio.start - start - visit.minutes
        for place in places
        if place.day == physio.day
        for start in place.each()
        if start + visit.minutes <= physio.start
    ]
    data = {
        "physio": pair.physio,
        "physio_placed": True,
        "date": physio.day.isoformat(),
        "gap": min(gaps, default=None),
        "allowed": pair.loose_max,
    }
    return Reason(Code.PAIR_REQUIRED, data)
