"""How good a calendar is: tiers in strict order, lower is better, and a report beside them.

Two calendars are compared tier by tier; the first that differs decides. Nothing is ever weighed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import pairwise

from concordant.booking.leads import lead_of
from concordant.booking.problem import Discipline, Instance
from concordant.booking.rules import Change, Stand, Standing, are_pair
from concordant.booking.solution import Placed


@dataclass(frozen=True, slots=True, order=True)
class Tiers:
    """The six tiers; the first has two parts."""

    urgent_unplaced: int
    urgent_late_days: int
    unplaced: int
    pair_points_lost: int
    """2 for a pair that is apart or not placed, 1 for a loose one."""
    not_with_lead: int
    not_preferred: int
    """Placed visits outside the wished times of people who have wishes."""
    idle_minutes: int
    """From a clinician's first to last visit of a day, less visits, turn-over and time off."""

    def numbers(self) -> dict[str, int]:
        """By name, in order."""
        return asdict(self)


@dataclass(frozen=True, slots=True, order=True)
class ChangedTiers:
    """The tiers of a change of plan: what stood comes before what is waiting."""

    urgent_unplaced: int
    urgent_late_days: int
    lost: int
    """Visits that stood before and stand no more."""
    moved_others: int
    """Visits that were not affected and were moved."""
    unplaced: int
    pair_points_lost: int
    not_with_lead: int
    not_preferred: int
    idle_minutes: int

    def numbers(self) -> dict[str, int]:
        """By name, in order."""
        return asdict(self)


def tiers_of(instance: Instance, placed: Sequence[Placed]) -> Tiers:
    """The tiers of a calendar whose ids are those of the instance."""
    board = Standing(instance, placed)
    urgent = [visit for visit in instance.visits.values() if visit.urgent_by is not None]
    late = 0
    for visit in urgent:
        if visit.id in board.visits and visit.urgent_by is not None:
            late += max(0, (board.visits[visit.id].day - visit.urgent_by).days)
    tight, loose = paired(board)
    pairs = sum(len(person.pairs) for person in instance.people)
    return Tiers(
        urgent_unplaced=sum(visit.id not in board.visits for visit in urgent),
        urgent_late_days=late,
        unplaced=len(instance.visits) - len(board.visits),
        pair_points_lost=2 * (pairs - tight - loose) + loose,
        not_with_lead=len(board.visits) - with_lead(board),
        not_preferred=sum(not as_wished(instance, stand) for stand in board.visits.values()),
        idle_minutes=sum(sum(gaps) for _, gaps in idle(board)),
    )


def changed_tiers_of(change: Change, placed: Sequence[Placed]) -> ChangedTiers:
    """The tiers of a calendar after a change of plan."""
    plain = tiers_of(change.instance, [one for one in placed if one.visit in change.instance.visits])
    return ChangedTiers(lost=len(change.lost(placed)), moved_others=len(change.moved_others(placed)), **plain.numbers())


def paired(board: Standing) -> tuple[int, int]:
    """How many pairs are tight, and how many are loose."""
    tight = loose = 0
    for person in board.instance.people:
        for pair in person.pairs:
            rmt, physio = board.visits.get(pair.rmt), board.visits.get(pair.physio)
            if rmt is not None and physio is not None and are_pair(pair, rmt, physio):
                if physio.start - rmt.end <= pair.tight_max:
                    tight += 1
                else:
                    loose += 1
    return tight, loose


def with_lead(board: Standing) -> int:
    """How many placed visits are with the lead clinician."""
    groups: dict[tuple[str, Discipline], Counter[str]] = defaultdict(Counter)
    people = {}
    for stand in board.visits.values():
        person = people[board.instance.owner[stand.id].id] = board.instance.owner[stand.id]
        groups[person.id, stand.discipline][stand.clinician] += 1
    return sum(counts[lead_of(people[id], discipline, counts)] for (id, discipline), counts in groups.items())


def as_wished(instance: Instance, stand: Stand) -> bool:
    """In the times that the person wishes; who has no wishes takes any."""
    wishes = instance.owner[stand.id].prefers
    if not wishes:
        return True
    return any(span.holds(stand.start, stand.end) for span in wishes.get(stand.day.weekday(), ()))


def idle(board: Standing) -> list[tuple[Stand, list[int]]]:
    """After each visit or booking of a clinician's day but the last: the free stretches until the next, in minutes."""
    found: list[tuple[Stand, list[int]]] = []
    for (clinician, day), stands in board.of_clinician.items():
        stands = sorted(stands, key=lambda stand: stand.start)
        for one, two in pairwise(stands):
            found.append((one, _gaps(board, clinician, day, one.free_again, two.start)))
    return found


def _gaps(board: Standing, clinician: str, day: date, free: int, until: int) -> list[int]:
    gaps: list[int] = []
    for off in sorted(board.clinicians[clinician].off.get(day, ())):
        if off.end <= free or off.start >= until:
            continue
        if off.start > free:
            gaps.append(off.start - free)
        free = max(free, off.end)
    if until > free:
        gaps.append(until - free)
    return gaps
