"""What the relaxation says, small enough to be sent from one process to another."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from concordant.booking.bound import bound_of
from concordant.booking.places import Board


class Guidance(NamedTuple):
    """A proven bound, and where to look."""

    unplaced: int
    """At least so many visits stay without a place."""
    hope: dict[int, float]
    """Visit -> the part of it that the relaxation places; empty for a problem that is too large for it."""


def guidance_of(board: Board, *, seconds: float) -> Guidance:
    """After so many seconds at most."""
    bound = bound_of(board, seconds=seconds)
    hope: dict[int, float] = defaultdict(float)
    for visit, part in zip(bound.columns.visit.tolist(), bound.used.tolist(), strict=True):
        if part:
            hope[visit] += part
    return Guidance(bound.unplaced, dict(hope))
