"""What plan and payer ask of one person's visits: their order, their distance, and who pays (H9 to H13, H15)."""

from __future__ import annotations

from ortools.sat.python import cp_model

from concordant.booking.model.allowed import left_in_covers
from concordant.booking.model.part import Part


def keep_to_the_plan(part: Part, person: int, visits: list[int]) -> None:
    """H9 to H13 and H15, for the free visits of one person."""
    board = part.board
    for is_rmt in (False, True):
        mine = [visit for visit in visits if board.asked[visit].is_rmt == is_rmt]
        if mine:
            _in_order(part, person, mine)
            _covered(part, person, mine)
    _massage_first(part, visits)
    initial = board.initial_of[person]
    if initial in part.anew:
        assert initial is not None
        _after_initial(part, initial, person, visits)


def _in_order(part: Part, person: int, mine: list[int]) -> None:
    """H10, H11 and H15 in one: of two visits the later in the plan is at least the gap after the earlier."""
    discipline = part.board.asked[mine[0]].visit.discipline
    gap = max(1, part.board.people[person].min_days.get(discipline, 1))
    for at, earlier in enumerate(mine):
        for later in mine[at + 1 :]:
            _apart(part, earlier, later, gap)


def _apart(part: Part, earlier: int, later: int, gap: int) -> None:
    first, second = part.on_day[earlier], part.on_day[later]
    if not first or not second or min(second) - max(first) >= gap:
        return
    seen: set[tuple[int, int]] = set()
    for day in sorted(second):
        late = [var for on, var in first.items() if on > day - gap]
        soon = [var for on, var in second.items() if on <= day]
        if late and (len(late), len(soon)) not in seen:
            seen.add((len(late), len(soon)))
            part.model.add_at_most_one([*late, *soon])


def _covered(part: Part, person: int, mine: list[int]) -> None:
    """H13: no more than the payer has left."""
    board = part.board
    stands = [
        (visit, slot)
        for visit in board.of_person[person]
        if visit not in part.anew and (slot := part.calendar.at[visit]) is not None
    ]
    for first, last, left in left_in_covers(board, mine[0], stands):
        inside = [var for visit in mine for day, var in part.on_day[visit].items() if first <= day <= last]
        if len({visit for visit in mine if any(first <= day <= last for day in part.on_day[visit])}) > left:
            part.model.add(cp_model.LinearExpr.sum(inside) <= left)


def _massage_first(part: Part, visits: list[int]) -> None:
    """H9 and H12: on one day the massage ends before the physiotherapy starts."""
    board = part.board
    days: dict[int, tuple[list[tuple[int, cp_model.IntVar]], list[tuple[int, cp_model.IntVar]]]] = {}
    for visit in visits:
        one = board.asked[visit]
        for option in part.options[visit]:
            here = days.setdefault(option.slot.day, ([], []))
            if one.is_rmt:
                here[1].append((option.slot.start + one.ticks, option.var))
            else:
                here[0].append((option.slot.start, option.var))
    for physio, rmt in days.values():
        if not physio or not rmt:
            continue
        seen: set[tuple[int, int]] = set()
        for moment in sorted({start for start, _ in physio}):
            late = [var for end, var in rmt if end > moment]
            soon = [var for start, var in physio if start <= moment]
            if late and (len(late), len(soon)) not in seen:
                seen.add((len(late), len(soon)))
                part.model.add_at_most_one([*late, *soon])


def _after_initial(part: Part, initial: int, person: int, visits: list[int]) -> None:
    """H15: nothing before or on the day of the initial visit, and nothing without it."""
    none = part.none[initial]
    if any(part.calendar.at[visit] is not None for visit in part.board.of_person[person] if visit not in part.anew):
        part.model.add(none == 0)
    for visit in visits:
        if visit != initial:
            part.model.add_implication(none, part.none[visit])
            _apart(part, initial, visit, 1)
