"""Which places of a free visit are left by everything that stands: clinicians' time and the person's other visits."""

from __future__ import annotations

from collections.abc import Collection

from concordant.booking.bits import stretch
from concordant.booking.places.board import Board
from concordant.booking.places.calendar import Calendar
from concordant.booking.places.numbers import Place, Slot


def allowed_places(board: Board, calendar: Calendar, visit: int, free: Collection[int]) -> list[Place]:
    """Places that keep every rule against visits that stand; ``free`` are not asked, they have no say yet."""
    one = board.asked[visit]
    stands = [
        (other, slot)
        for other in board.of_person[one.person]
        if other != visit and other not in free and (slot := calendar.at[other]) is not None
    ]
    first, last = _days_between(board, calendar, visit, stands, free)
    if last < first:
        return []
    full = _full_covers(board, visit, stands)
    found = []
    for place in calendar.free_places(visit):
        if first <= place.day <= last and not any(begin <= place.day <= end for begin, end in full):
            starts = place.starts & ~_crossing(board, visit, place.day, stands)
            if starts:
                found.append(Place(place.clinician, place.day, starts))
    return _beside_its_half(board, calendar, visit, free, found)


def _days_between(
    board: Board, calendar: Calendar, visit: int, stands: list[tuple[int, Slot]], free: Collection[int]
) -> tuple[int, int]:
    """H11 and H15: after the visits of its discipline that stand before it in the plan, before those that follow, and
    after the initial visit."""
    one = board.asked[visit]
    gap = max(1, board.people[one.person].min_days.get(one.visit.discipline, 1))
    first, last = 0, board.days - 1
    for other, slot in stands:
        before = board.asked[other]
        if before.is_rmt == one.is_rmt:
            if before.rank < one.rank:
                first = max(first, slot.day + gap)
            else:
                last = min(last, slot.day - gap)
        if one.is_initial:
            last = min(last, slot.day - 1)
    initial = board.initial_of[one.person]
    if initial is not None and initial != visit and initial not in free:
        slot_of_first = calendar.at[initial]
        first = board.days if slot_of_first is None else max(first, slot_of_first.day + 1)
    return first, last


def left_in_covers(board: Board, visit: int, stands: list[tuple[int, Slot]]) -> list[tuple[int, int, int]]:
    """Covers of its discipline: first day, last day, visits left (H13)."""
    one = board.asked[visit]
    found = []
    for first, last, count, is_rmt in board.covers[one.person]:
        if is_rmt == one.is_rmt:
            used = sum(board.asked[other].is_rmt == is_rmt and first <= slot.day <= last for other, slot in stands)
            # More may stand than is paid for, where somebody set the rule aside.
            found.append((first, last, max(count - used, 0)))
    return found


def _full_covers(board: Board, visit: int, stands: list[tuple[int, Slot]]) -> list[tuple[int, int]]:
    return [(first, last) for first, last, left in left_in_covers(board, visit, stands) if left <= 0]


def _crossing(board: Board, visit: int, day: int, stands: list[tuple[int, Slot]]) -> int:
    """Starts that would put the person in two places, or the massage after the physiotherapy (H9, H12)."""
    one = board.asked[visit]
    forbidden = 0
    for other, slot in stands:
        that = board.asked[other]
        if slot.day == day and that.is_rmt != one.is_rmt:
            if one.is_rmt:
                forbidden |= ~stretch(0, max(slot.start - one.ticks + 1, 0))
            else:
                forbidden |= stretch(0, slot.start + that.ticks)
    return forbidden


def _beside_its_half(
    board: Board, calendar: Calendar, visit: int, free: Collection[int], places: list[Place]
) -> list[Place]:
    """H16, where the other half of a pair that must stand together is not free."""
    pair = board.pair_of.get(visit)
    if pair is None or not pair.must:
        return places
    is_rmt = visit == pair.rmt
    half = pair.physio if is_rmt else pair.rmt
    if half in free:
        return places
    other = calendar.at[half]
    if other is None:
        return [] if is_rmt else places
    if is_rmt:
        last = other.start - board.asked[visit].ticks
        near = stretch(max(last - pair.loose, 0), max(last + 1, 0))
    else:
        end = other.start + board.asked[half].ticks
        near = stretch(end, end + pair.loose + 1)
    return [
        Place(one.clinician, one.day, one.starts & near) for one in places if one.day == other.day and one.starts & near
    ]
