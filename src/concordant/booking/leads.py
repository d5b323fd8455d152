"""The lead clinician of a person: the usual one, else who has most of their visits."""

from __future__ import annotations

from collections.abc import Mapping

from concordant.booking.problem import Discipline, Person


def lead_of(person: Person, discipline: Discipline, visits: Mapping[str, int]) -> str:
    """Whom a person mostly sees. ``visits``: how many with each clinician, not empty; of equals the first by id."""
    usual = person.usual.get(discipline)
    return usual if usual is not None else min(visits, key=lambda id: (-visits[id], id))
