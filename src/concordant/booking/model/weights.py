"""Tiers as one sum: a device of the solver, never the definition."""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    """What one point of each tier costs."""

    urgent_unplaced: int
    urgent_late_day: int
    unplaced: int
    pair_point: int
    off_lead: int
    off_wish: int


def in_order(visits: int, pairs: int) -> Weights:
    """For so many visits and pairs: one point of a tier outweighs whatever the tiers below it can be worth. Days late
    stand together with urgent visits that are not placed, as a day weighs less than a visit."""
    lead = visits + 1
    pair = lead * (visits + 1)
    placed = pair * (2 * pairs + 1)
    late = placed * (visits + 1)
    return Weights(100 * late, late, placed, pair, lead, 1)
