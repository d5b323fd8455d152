"""Massage and physiotherapy of one person on one day, drawn as one visit to the clinic."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from clinic.calendar.disciplines import Discipline
from clinic.calendar.models import ENDED, Appointment
from concordant.booking.numbers import LOOSE_MINUTES

LONGEST_GAP = timedelta(minutes=int(LOOSE_MINUTES))


@dataclass(frozen=True)
class Pair:
    """Massage first."""

    number: int
    first: Appointment
    then: Appointment

    def other(self, one: Appointment) -> Appointment:
        return self.then if one.pk == self.first.pk else self.first


def pairs_among(appointments: Iterable[Appointment]) -> dict[int, Pair]:
    """For each appointment that stands in a pair, by its id."""
    by_person: dict[int, list[Appointment]] = defaultdict(list)
    for one in appointments:
        if one.stands:
            by_person[one.person_id].append(one)
    found: dict[int, Pair] = {}
    for visits in by_person.values():
        for pair in _of_one(visits, len(found) // 2):
            found[pair.first.pk] = found[pair.then.pk] = pair
    return found


def pairs_of(people: Iterable[int]) -> dict[int, Pair]:
    """The same of everything that stands of some people. One statement."""
    return pairs_among(
        Appointment.objects.filter(person__in=people).exclude(status__in=ENDED).select_related("clinician")
    )


def alone_after(pair: Pair, moved: Mapping[int, datetime | None]) -> Appointment | None:
    """The half that stays where it is and no longer has the other beside it; None where they stay a pair, or where
    both go. ``moved``: appointment -> its new hour, or None where it is cancelled."""
    stays = [one for one in (pair.first, pair.then) if one.pk not in moved]
    if len(stays) != 1:
        return None
    massage, physio = (moved.get(one.pk, one.starts_at) for one in (pair.first, pair.then))
    if massage is not None and physio is not None:
        gap = physio - massage - (pair.first.ends_at - pair.first.starts_at)
        if timedelta(0) <= gap <= LONGEST_GAP:
            return None
    return stays[0]


def _of_one(visits: list[Appointment], before: int) -> Iterable[Pair]:
    number = before
    then = [one for one in visits if one.discipline == Discipline.PHYSIO]
    for massage in (one for one in visits if one.discipline == Discipline.RMT):
        after = [one for one in then if timedelta(0) <= one.starts_at - massage.ends_at <= LONGEST_GAP]
        if after:
            number += 1
            nearest = min(after, key=lambda one: one.starts_at)
            then.remove(nearest)
            yield Pair(number, massage, nearest)
