"""Who of those who wait gets an hour that is free: the best for the calendar first, then who has waited longest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from concordant.booking.openings import Hours, Openings
from concordant.booking.problem import Instance, Visit
from concordant.booking.rules import broken_by
from concordant.booking.solution import Placed
from concordant.booking.tiers import tiers_of


def rank(instance: Instance, calendar: Iterable[Placed], hour: Placed) -> tuple[str, ...]:
    """The visits without a place that break no rule at this hour, with its clinician and in its room.

    ``hour.visit`` is not read. Each is judged as if it alone came in: by what it does to the tiers, then by when its
    person asked. KeyError for a clinician or a room that is not of the instance.
    """
    calendar = tuple(calendar)
    hours = Hours(instance)
    if hour.clinician not in hours.clinicians or hour.room not in {one.id for one in instance.rooms}:
        raise KeyError(f"{hour.clinician} in {hour.room}")
    openings = Openings(hours, calendar)
    found = []
    for visit in instance.visits.values():
        if visit.id in openings.placed or not _could(openings, visit, hour):
            continue
        one = replace(hour, visit=visit.id)
        if not broken_by(instance, calendar, one):
            gain = _gain(instance, calendar, one)
            found.append((gain, instance.owner[visit.id].requested, visit.id))
    return tuple(id for *_, id in sorted(found))


def _could(openings: Openings, visit: Visit, hour: Placed) -> bool:
    """By hours and by what the clinician has: quickly, before the rules are asked one by one."""
    hours = openings.hours
    clinician = hours.clinicians[hour.clinician]
    if clinician not in hours.able(visit) or hour.day not in hours.days(visit):
        return False
    starts = hours.common(visit, clinician, hour.day) & (1 << hour.start)
    return bool(openings.free_of(visit, clinician, hour.day, starts))


def _gain(instance: Instance, calendar: tuple[Placed, ...], one: Placed) -> tuple[int, ...]:
    """What the visit adds to each tier; only its person and its clinician's day can change."""
    person = instance.owner[one.visit]
    mine = {visit.id for visit in person.visits}
    near = [
        each for each in calendar if each.visit in mine or (each.clinician == one.clinician and each.day == one.day)
    ]
    owners = {instance.owner[each.visit].id for each in near} | {person.id}
    small = replace(
        instance,
        people=tuple(each for each in instance.people if each.id in owners),
        bookings=tuple(each for each in instance.bookings if each.clinician == one.clinician and each.day == one.day),
    )
    before, after = tiers_of(small, near).numbers(), tiers_of(small, [*near, one]).numbers()
    return tuple(after[tier] - before[tier] for tier in before)
