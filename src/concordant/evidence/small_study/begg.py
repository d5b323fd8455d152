"""Rank correlation of effects and their variances (Begg and Mazumdar 1994, 10.2307/2533446).

Kendall's tau between the deviations from the equal-effects pool, each over its own standard deviation, and the
variances. Without ties the p is exact, by counting permutations, up to a hundred trials; else it is normal.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.not_defined import NotDefined, Reason
from concordant.evidence.pooling.arrays import Array
from concordant.evidence.pooling.distributions import normal_p
from concordant.evidence.refused import Refused
from concordant.evidence.small_study.enough import enough

MOST = 3000
MOST_EXACT = 100
"""Beyond it the normal p differs from the exact one by less than anybody could use."""


@dataclass(frozen=True, slots=True)
class Begg:
    """Kendall's tau-b, its two-sided p, and whether that p is exact."""

    kendall_tau: float
    p: float
    exact: bool


def begg(yi: ArrayLike, vi: ArrayLike, *, even_so: bool = False) -> Begg | NotDefined:
    """Refused below ten trials unless `even_so`; not defined where all variances are the same."""
    y, v = enough(yi, vi, even_so=even_so)
    if np.ptp(v) <= 1e-12 * v.max():
        return NotDefined("rank correlation with the variance", Reason.EQUAL_STANDARD_ERRORS)
    if y.size > MOST:
        raise Refused("are too many trials to compare in pairs", column="yi", value=y.size, allowed=f"{MOST} at most")
    w = 1 / v
    y = y - y[v.argmin()]  # effects that agree are then exactly 0, and no order of rounding errors
    standard = (y - (w * y).sum() / w.sum()) / np.sqrt(v - 1 / w.sum())
    k = y.size
    score = int(np.triu(np.sign(standard[:, None] - standard) * np.sign(v[:, None] - v), 1).sum())
    ties_y, ties_v = _ties(standard), _ties(v)
    pairs = k * (k - 1) // 2
    tied_y, tied_v = (int((ties * (ties - 1)).sum()) // 2 for ties in (ties_y, ties_v))
    if tied_y == pairs:
        return NotDefined("rank correlation with the variance", Reason.ALL_AGREE)
    tau = score / sqrt((pairs - tied_y) * (pairs - tied_v))
    if tied_y or tied_v or k > MOST_EXACT:
        return Begg(tau, float(normal_p(score / sqrt(_variance(k, ties_y, ties_v)))), exact=False)
    return Begg(tau, _exact_p(k, (score + pairs) // 2), exact=True)


def _ties(values: Array) -> Array:
    return np.unique(values, return_counts=True)[1].astype(float)


def _variance(k: int, first: Array, second: Array) -> float:
    """Variance of concordant less discordant pairs where values are tied (Kendall 1970)."""

    def of(ties: Array) -> float:
        return float((ties * (ties - 1) * (2 * ties + 5)).sum())

    def twos(ties: Array) -> float:
        return float((ties * (ties - 1)).sum())

    def threes(ties: Array) -> float:
        return float((ties * (ties - 1) * (ties - 2)).sum())

    whole = (k * (k - 1) * (2 * k + 5) - of(first) - of(second)) / 18
    pairs = twos(first) * twos(second) / (2 * k * (k - 1))
    return whole + pairs + threes(first) * threes(second) / (9 * k * (k - 1) * (k - 2))


def _exact_p(k: int, concordant: int) -> float:
    """Two-sided p from the number of permutations with so many concordant pairs, counted in whole numbers."""
    counts = [1]
    for size in range(2, k + 1):
        sums = [0]
        for one in counts:
            sums.append(sums[-1] + one)
        length = len(counts) + size - 1
        counts = [sums[min(place + 1, len(counts))] - sums[max(0, place - size + 1)] for place in range(length)]
    every = sum(counts)
    tail = min(sum(counts[: concordant + 1]), sum(counts[concordant:]))
    return min(1.0, 2 * tail / every)
