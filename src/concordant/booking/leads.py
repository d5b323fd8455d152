"""The lead clinician of a person: the usual one, else who has most of their visits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from concordant.booking.problem import Discipline, Person


def lead_of(person: Person, discipline: Discipline, visits: Mapping[str, int]) -> str:
    """Whom a person mostly sees. ``visits``: how many with each clinician, not empty; of equals the first by id."""
    usual = person.usual.get(discipline)
    return usual if usual is not None else min(visits, key=lambda id: (-visits[id], id))


def usual_of(took_place: Iterable[tuple[date, str]], booked: Iterable[tuple[date, str]]) -> str | None:
    """One's own clinician in a discipline, from days and clinicians: who saw the person most in the visits that took
    place, and only where there was none, who is booked most. The newest visit decides a tie; None without any."""
    for visits in (tuple(took_place), tuple(booked)):
        if visits:
            number = Counter(who for _day, who in visits)
            newest = {who: day for day, who in sorted(visits)}
            return max(number, key=lambda who: (number[who], newest[who], who))
    return None
