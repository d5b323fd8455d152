"""Headache days cluster: how much that inflates the variance of their count (retest 3.4)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from concordant.change.arguments import within
from concordant.change.assumptions import DEFAULT_EFFECT, FEWEST_PAIRS, LARGEST_EFFECT


def lag_one(windows: Sequence[Sequence[bool | None]]) -> tuple[float, int]:
    """The pooled lag-1 autocorrelation, between -1 and 1, and the number of pairs of neighbouring days it rests on.

    Each window about its own mean, days in order, None for a missing day, pairs with a missing day skipped; 0 where
    every day is alike.
    """
    above = below = 0.0
    pairs = 0
    for window in windows:
        seen = [float(day) for day in window if day is not None]
        if not seen:
            continue
        mean = sum(seen) / len(seen)
        below += sum((day - mean) ** 2 for day in seen)
        for one, next_one in pairwise(window):
            if one is not None and next_one is not None:
                above += (one - mean) * (next_one - mean)
                pairs += 1
    return (above / below if below else 0.0), pairs


def variance_inflation(r1: float) -> float:
    """The design effect (1 + r1)/(1 - r1) of r1 between -1 and 1, at least 1. Raises ArgumentError."""
    within("r1", r1, -1, 1, is_open=True)
    return max(1.0, (1 + r1) / (1 - r1))


def design_effect(windows: Sequence[Sequence[bool | None]]) -> float:
    """The design effect that is used: that of the person's own days, held between 1.5 and 4 (settings).

    With fewer than 20 pairs (setting) it is 1.5: 28 days estimate the clustering badly.
    """
    r1, pairs = lag_one(windows)
    if pairs < FEWEST_PAIRS:
        return DEFAULT_EFFECT
    return min(LARGEST_EFFECT, max(DEFAULT_EFFECT, variance_inflation(r1)))


def effective_days(n: int, effect: float) -> float:
    """So many independent days tell as much as n clustered ones. Raises ArgumentError."""
    return within("n", n, 0) / within("effect", effect, 1)
