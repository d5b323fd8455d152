"""Tiers as one sum: a device of the solver, never the definition.

Each tier outweighs everything that the tiers below can be worth among the visits that are free, so that within one
model the order of the tiers is kept exactly.
"""

from __future__ import annotations

from typing import NamedTuple

NUDGE = 8
"""Below every tier: what a place may cost besides, from 0 up to this less one."""


class Weights(NamedTuple):
    """What one point of each tier costs."""

    urgent_unplaced: int
    urgent_late_day: int
    unplaced: int
    pair_point: int
    off_lead: int
    off_wish: int


def in_order(visits: int, pairs: int, *, urgent: int = 0, latest: int = 0, nudge: int = NUDGE) -> Weights:
    """Strictly in the order of the tiers, for so many free visits and pairs; ``latest``: most days late of one."""
    wish = nudge * visits + 1
    lead = wish * (visits + 1)
    pair = lead * (visits + 1)
    placed = pair * (2 * pairs + 1)
    late = placed * (visits + 1)
    return Weights(late * (urgent * latest + 1), late, placed, pair, lead, wish)
