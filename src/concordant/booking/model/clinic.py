"""What clinicians and rooms allow: one visit at a time, a day that is not too long, rooms enough (H5 to H7, H14)."""

from __future__ import annotations

from collections import defaultdict

from ortools.sat.python import cp_model

from concordant.booking.model.part import Part


def keep_clinicians_apart(part: Part) -> None:
    """H5, turn-over included, and H14."""
    at: dict[tuple[int, int], list[tuple[int, int, int, cp_model.IntVar]]] = defaultdict(list)
    for visit, options in part.options.items():
        ticks = part.board.asked[visit].ticks
        for one in options:
            who, day, start = one.slot
            at[who, day].append((start, start + ticks + part.board.turnover[who], visit, one.var))
    for (who, day), found in at.items():
        if len({visit for _, _, visit, _ in found}) < 2:
            continue
        _one_at_a_time(part, found)
        left = part.board.most[who] - part.calendar.used[who][day]
        longest: dict[int, int] = {}
        for _, _, visit, _ in found:
            longest[visit] = part.board.asked[visit].ticks
        if sum(longest.values()) > left:
            part.model.add(
                cp_model.LinearExpr.weighted_sum(
                    [var for *_, var in found], [longest[visit] for _, _, visit, _ in found]
                )
                <= left
            )


def _one_at_a_time(part: Part, found: list[tuple[int, int, int, cp_model.IntVar]]) -> None:
    """Whatever overlaps shares the start of the one that starts last, so only starts have to be looked at."""
    seen: set[tuple[int, ...]] = set()
    for moment in sorted({start for start, *_ in found}):
        there = [(var.index, visit, var) for start, end, visit, var in found if start <= moment < end]
        key = tuple(index for index, *_ in there)
        if len({visit for _, visit, _ in there}) > 1 and key not in seen:
            seen.add(key)
            part.model.add_at_most_one([var for *_, var in there])


def leave_rooms_enough(part: Part) -> None:
    """H6 and H7 as counts; which room it is, is given afterwards."""
    board = part.board
    days: dict[int, list[tuple[int, int, bool, cp_model.IntVar]]] = defaultdict(list)
    for visit, options in part.options.items():
        one = board.asked[visit]
        for option in options:
            who, day, start = option.slot
            days[day].append((start, start + one.ticks + board.turnover[who], one.is_rmt, option.var))
    for day, found in days.items():
        _rooms_on(part, day, found)


def _rooms_on(part: Part, day: int, found: list[tuple[int, int, bool, cp_model.IntVar]]) -> None:
    seen: set[tuple[int, ...]] = set()
    for moment in sorted({start for start, *_ in found}):
        for kind, heads, rooms in part.board.scarce:
            stands = sum(part.calendar.taken[who][day] >> moment & 1 for who in heads)
            there = [var for start, end, is_rmt, var in found if start <= moment < end and is_rmt in kind]
            key = tuple(var.index for var in there)
            if len(there) > rooms - stands and key not in seen:
                seen.add(key)
                part.model.add(cp_model.LinearExpr.sum(there) <= rooms - stands)
