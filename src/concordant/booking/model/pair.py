"""Massage right before physiotherapy: what a pair is worth (T3), and where it has to stand together (H16)."""

from __future__ import annotations

from collections import defaultdict

from ortools.sat.python import cp_model

from concordant.booking.model.part import Part
from concordant.booking.places.numbers import Paired


def reward_pair(part: Part, pair: Paired) -> None:
    """T3 and H16."""
    board = part.board
    point = part.costs.pair_point
    part.constant += 2 * point
    both = pair.rmt in part.anew and pair.physio in part.anew
    if not both:
        _with_one_that_stands(part, pair, point)
        return
    ticks = board.asked[pair.rmt].ticks
    rmt: dict[int, list[tuple[int, cp_model.IntVar]]] = defaultdict(list)
    for one in part.options[pair.rmt]:
        rmt[one.slot.day].append((one.slot.start + ticks, one.var))
    physio: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    for one in part.options[pair.physio]:
        physio[one.slot.day, one.slot.start].append(one.var)
    was = _points_that_stood(part, pair)
    near_rmt: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    for (day, start), vars_ in physio.items():
        tight = [var for end, var in rmt[day] if start - pair.tight <= end <= start]
        near = [var for end, var in rmt[day] if start - pair.loose <= end <= start]
        stood = part.was[pair.physio]
        here = stood is not None and (stood.day, stood.start) == (day, start)
        for found, worth, holds in ((tight, 2, was == 2), (near, 1, was == 1)):
            if found and (worth == 2 or len(near) > len(tight)):
                var = part.model.new_bool_var("")
                part.model.add(cp_model.LinearExpr.sum(found) >= var)
                part.model.add(cp_model.LinearExpr.sum(vars_) >= var)
                part.model.add_hint(var, here and holds)
                near_rmt[day].append(var)
                part.cost(var, -worth * point)
    every = [var for vars_ in near_rmt.values() for var in vars_]
    part.model.add_at_most_one(every)
    if pair.must:
        part.model.add(cp_model.LinearExpr.sum(every) + part.none[pair.rmt] >= 1)


def _points_that_stood(part: Part, pair: Paired) -> int:
    """Points that the pair had: 2 tight, 1 loose, 0 apart."""
    rmt, physio = part.was.get(pair.rmt), part.was.get(pair.physio)
    if rmt is None or physio is None or rmt.day != physio.day:
        return 0
    gap = physio.start - rmt.start - part.board.asked[pair.rmt].ticks
    return 0 if gap < 0 or gap > pair.loose else 2 if gap <= pair.tight else 1


def _with_one_that_stands(part: Part, pair: Paired, point: int) -> None:
    ticks = part.board.asked[pair.rmt].ticks
    moves = pair.rmt if pair.rmt in part.anew else pair.physio
    stands = part.calendar.at[pair.physio if moves == pair.rmt else pair.rmt]
    if stands is None:
        return
    for one in part.options[moves]:
        if one.slot.day == stands.day:
            rmt, physio = (one.slot, stands) if moves == pair.rmt else (stands, one.slot)
            gap = physio.start - rmt.start - ticks
            if 0 <= gap <= pair.loose:
                part.cost(one.var, -point * (2 if gap <= pair.tight else 1))
