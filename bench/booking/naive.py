"""Peers of the optimiser: the plain CP-SAT model for the whole clinic, person by person, and week by week.

What comes out gets rooms, first come first served; what finds none is taken out again with all that hangs on it. At
the end everything is put in that still fits, as the front desk does, so that no peer leaves a free place behind.
"""

from __future__ import annotations

from datetime import date, timedelta
from time import monotonic

from booking.naive_model import Model
from booking.naive_parts import Option, Standing

from concordant.booking.desk import filled
from concordant.booking.openings import Hours
from concordant.booking.problem import Instance, PairRule
from concordant.booking.solution import Placed

SECONDS_A_PERSON = 2.0
DAYS_A_WEEK = 7


def whole(instance: Instance, *, seconds: float, seed: int) -> tuple[Placed, ...]:
    """One model of everything; making it comes on top of the seconds."""
    standing = Standing(instance)
    model = Model(standing, instance.visits.values())
    return filled(instance, _with_rooms(standing, model.solved(seconds, seed)), standing.hours)


def person_by_person(instance: Instance, *, seconds: float, seed: int) -> tuple[Placed, ...]:
    """In the order of asking, urgent first visits before all others. People whose turn comes after the seconds are
    served by the front desk."""
    ends = monotonic() + seconds
    standing = Standing(instance)
    urgent = {instance.owner[visit.id].id for visit in instance.visits.values() if visit.urgent_by is not None}
    for person in sorted(instance.people, key=lambda one: (one.id not in urgent, one.requested, one.id)):
        left = ends - monotonic()
        if left <= 0:
            break
        model = Model(standing, person.visits)
        standing.put(_with_rooms(standing, model.solved(min(SECONDS_A_PERSON, left), seed)))
    return filled(instance, standing.openings.placed.values(), standing.hours)


def week_by_week(instance: Instance, *, seconds: float, seed: int) -> tuple[Placed, ...]:
    """Weeks of seven days, each with the same share of the seconds; a visit that may wait for the next weighs half."""
    standing = Standing(instance)
    weeks = range(0, (instance.last_day - instance.first_day).days + 1, DAYS_A_WEEK)
    for number in weeks:
        days = {instance.first_day + timedelta(days=number + day) for day in range(DAYS_A_WEEK)}
        free = [
            visit
            for visit in instance.visits.values()
            if visit.id not in standing.openings.placed and visit.earliest <= max(days) and visit.latest >= min(days)
        ]
        waits = {visit.id for visit in free if visit.latest > max(days)}
        model = Model(standing, free, days=days, may_wait=waits)
        standing.put(_with_rooms(standing, model.solved(seconds / len(weeks), seed)))
    return filled(instance, standing.openings.placed.values(), standing.hours)


PEERS = {"naive whole": whole, "naive person by person": person_by_person, "naive week by week": week_by_week}


def _with_rooms(standing: Standing, chosen: list[Option]) -> list[Placed]:
    """Each in the first free room by time, those that serve one discipline before those that serve both."""
    hours, board = standing.hours, standing.board
    taken: dict[tuple[str, date], list[tuple[int, int]]] = {}
    found: dict[str, Placed] = {}
    for one in sorted(chosen, key=lambda one: (one.day, one.start, one.clinician.id)):
        for room in hours.rooms[one.visit.discipline]:
            key = room, one.day
            if key not in taken:
                taken[key] = [(stand.start, stand.free_again) for stand in board.of_room[key]]
            if all(end <= one.start or one.free_again <= start for start, end in taken[key]):
                taken[key].append((one.start, one.free_again))
                found[one.visit.id] = Placed(one.visit.id, one.clinician.id, room, one.day, one.start)
                break
    kept = {*found, *board.visits}
    return [one for one in found.values() if _may_stand(hours, one, kept)]


def _may_stand(hours: Hours, one: Placed, kept: set[str]) -> bool:
    """Its person's first visit has a place, and the pair that it needs."""
    initial = hours.initial[hours.instance.owner[one.visit].id]
    if initial is not None and initial not in kept:
        return False
    pair = hours.instance.pair_of.get(one.visit)
    return pair is None or pair.rule is not PairRule.MUST or pair.rmt != one.visit or pair.physio in kept
