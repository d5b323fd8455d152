"""What a person's other visits leave open: days between, order of the plan, covers, one place at a time, the pair."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from concordant.booking.bits import starts_meeting, stretch
from concordant.booking.openings.hours import EVERY, Hours
from concordant.booking.problem import Discipline, Pair, PairRule, Visit
from concordant.booking.problem.spans import MINUTES_A_DAY
from concordant.booking.rules import Stand


class PersonDays:
    """The visits and bookings of each person."""

    def __init__(self, hours: Hours) -> None:
        self._hours = hours
        self._stands: dict[str, list[Stand]] = defaultdict(list)

    def put(self, stand: Stand) -> None:
        """Something of a person stands."""
        assert stand.person is not None
        self._stands[stand.person].append(stand)

    def take(self, stand: Stand) -> None:
        """It stands no more."""
        assert stand.person is not None
        self._stands[stand.person].remove(stand)

    def blocks_day(self, visit: Visit, day: date) -> list[str]:
        """What keeps the visit from the whole day; the words of ``Block``."""
        person = self._hours.instance.owner[visit.id]
        stands = self._stands[person.id]
        found: dict[str, None] = {}
        least = max(1, person.min_days.get(visit.discipline, 1))
        rank = self._hours.rank[visit.id]
        for other in stands:
            if other.discipline is not visit.discipline:
                continue
            apart = (other.day - day).days
            if apart == 0:
                found["one_a_day"] = None
            elif -least < apart < least:
                found["min_days"] = None
            if apart and other.visit is not None and (apart < 0) != (self._hours.rank[other.visit] < rank):
                found["order"] = None
        if self._before_first(visit, day, stands):
            found["first_visit"] = None
        if not self._paid(visit, day):
            found["cover"] = None
        return list(found)

    def _before_first(self, visit: Visit, day: date, stands: list[Stand]) -> bool:
        initial = self._hours.initial[self._hours.instance.owner[visit.id].id]
        if initial is None:
            return False
        if initial == visit.id:
            return any(one.visit is not None and one.day <= day for one in stands)
        return not any(one.visit == initial and one.day < day for one in stands)

    def _paid(self, visit: Visit, day: date) -> bool:
        covers = [c for c in self._hours.instance.owner[visit.id].covers if c.discipline is visit.discipline]
        if not covers:
            return True
        for place, stands in self.used(visit):
            cover = covers[place]
            if cover.first <= day <= cover.last:
                return len(stands) < cover.count
        return False

    def used(self, visit: Visit) -> list[tuple[int, list[Stand]]]:
        """For each cover of the visit's discipline, by its place: what is paid by it already."""
        person = self._hours.instance.owner[visit.id]
        covers = [cover for cover in person.covers if cover.discipline is visit.discipline]
        mine = [one for one in self._stands[person.id] if one.discipline is visit.discipline]
        return [
            (place, [one for one in mine if cover.first <= one.day <= cover.last]) for place, cover in enumerate(covers)
        ]

    def blocks_starts(self, visit: Visit, day: date) -> dict[str, int]:
        """Starts of the day that are taken away, by the words of ``Block``."""
        elsewhere = wrong_order = 0
        stands = self._stands[self._hours.instance.owner[visit.id].id]
        for other in stands:
            if other.day != day:
                continue
            elsewhere |= starts_meeting(stretch(other.start, other.end), visit.minutes)
            if other.discipline is not visit.discipline:
                if visit.discipline is Discipline.RMT:
                    wrong_order |= stretch(other.start, MINUTES_A_DAY)
                else:
                    wrong_order |= stretch(0, other.start + 1)
        found = {"person": elsewhere, "massage_first": wrong_order}
        pair = self._hours.instance.pair_of.get(visit.id)
        if pair is not None and pair.rule is PairRule.MUST:
            fits = _beside_its_half(pair, visit, day, stands)
            if fits is not None:
                found["pair"] = EVERY & ~fits
        return found


def _beside_its_half(pair: Pair, visit: Visit, day: date, stands: list[Stand]) -> int | None:
    """Starts that keep a pair which must stand together; None where nothing binds: a massage that has no place yet
    leaves its physiotherapy free."""
    other = next((one for one in stands if one.visit in {pair.rmt, pair.physio}), None)
    if other is None:
        return 0 if visit.id == pair.rmt else None
    if other.day != day:
        return 0
    if visit.id == pair.physio:
        return stretch(other.end, other.end + pair.loose_max + 1)
    last = other.start - visit.minutes
    return stretch(last - pair.loose_max, last + 1)
