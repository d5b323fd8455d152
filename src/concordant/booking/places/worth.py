"""What a calendar is worth, person by person: the tiers T1 to T5 as counts, added up and compared in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from concordant.booking.places.board import Board
from concordant.booking.places.numbers import Paired, Slot

At = Callable[[int], Slot | None]
"""Where a visit stands."""


class Worth(NamedTuple):
    """Lower is better; the first that differs decides. Idle minutes (T6) belong to clinicians and are not counted."""

    urgent_unplaced: int = 0
    urgent_late_days: int = 0
    unplaced: int = 0
    pair_points_lost: int = 0
    not_with_lead: int = 0
    not_preferred: int = 0

    def plus(self, other: Worth) -> Worth:
        """Both together."""
        return Worth(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def less(self, other: Worth) -> Worth:
        """What this has more than the other."""
        return Worth(*(mine - theirs for mine, theirs in zip(self, other, strict=True)))


def worth_of(board: Board, at: At, people: Iterable[int]) -> Worth:
    """Of some people."""
    found = Worth()
    for person in people:
        found = found.plus(worth_of_person(board, at, person))
    return found


def worth_of_person(board: Board, at: At, person: int) -> Worth:
    """Of one person."""
    urgent = late = unplaced = missed = 0
    of: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
    for visit in board.of_person[person]:
        one, slot = board.asked[visit], at(visit)
        if slot is None:
            unplaced += 1
            urgent += one.urgent_by is not None
            continue
        if one.urgent_by is not None:
            late += max(0, slot.day - one.urgent_by)
        of[one.is_rmt][slot.clinician] += 1
        if board.wished[person]:
            missed += not board.wished_starts(person, slot.day, one.ticks) >> slot.start & 1
    lost = sum(points_lost(board, at, pair) for pair in board.pairs_of[person])
    off = sum(_off_lead(board, person, bool(is_rmt), count) for is_rmt, count in enumerate(of))
    return Worth(urgent, late, unplaced, lost, off, missed)


def points_lost(board: Board, at: At, pair: Paired) -> int:
    """0 for a tight pair, 1 for a loose one, 2 for one that is apart or not placed."""
    rmt, physio = at(pair.rmt), at(pair.physio)
    if rmt is None or physio is None or rmt.day != physio.day:
        return 2
    gap = physio.start - rmt.start - board.asked[pair.rmt].ticks
    return 2 if gap < 0 or gap > pair.loose else int(gap > pair.tight)


def lead_of(board: Board, person: int, count: Counter[int], *, is_rmt: bool) -> int | None:
    """The usual clinician, else the one who has most of the visits, the first by id of several; None without visits."""
    usual = board.usual[person][is_rmt]
    if usual is not None:
        return usual
    return min(count, key=lambda who: (-count[who], board.clinicians[who].id)) if count else None


def _off_lead(board: Board, person: int, is_rmt: bool, count: Counter[int]) -> int:
    lead = lead_of(board, person, count, is_rmt=is_rmt)
    return sum(number for who, number in count.items() if who != lead)
