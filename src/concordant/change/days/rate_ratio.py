"""Rate ratio of two counts, and the exact conditional test of it, the C-test (retest 3.1).

Given N = x1 + x2, without change x2 is binomial with probability t2/(t1 + t2). For counts of attacks; for headache days
it is too cautious, as a day cannot hold two.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from scipy.special import bdtr, betaincinv

from concordant.change.arguments import count, within


class RateRatio(NamedTuple):
    """Rate at follow-up over rate at baseline, with its exact interval."""

    ratio: float | None
    """Infinite where only the baseline has no event; None where neither window has one."""
    low: float
    high: float


class Tails(NamedTuple):
    """Probabilities of the second count, given the sum, without change."""

    at_most: float
    """P(X <= x2): the one-sided p-value of a fall."""
    exactly: float
    at_least: float


def tails(x1: int, t1: float, x2: int, t2: float) -> Tails:
    """Both tails of the conditional test. Counts of events x in exposures t above 0. Raises ArgumentError."""
    total, share = _given_the_sum(x1, t1, x2, t2)
    at_most = float(bdtr(x2, total, share))
    below = float(bdtr(x2 - 1, total, share)) if x2 else 0.0
    return Tails(at_most, at_most - below, 1 - below)


def c_test(x1: int, t1: float, x2: int, t2: float) -> float:
    """The central two-sided p-value: twice the smaller tail, at most 1. Raises ArgumentError."""
    tail = tails(x1, t1, x2, t2)
    return min(1.0, 2 * min(tail.at_most, tail.at_least))


def c_test_doubled_mid_p(x1: int, t1: float, x2: int, t2: float) -> float:
    """The doubled mid-p: twice the smaller tail with half the point mass. Raises ArgumentError.

    Other programs subtract half the point mass from the two-sided p instead, which is another number.
    """
    tail = tails(x1, t1, x2, t2)
    return min(1.0, 2 * (min(tail.at_most, tail.at_least) - tail.exactly / 2))


def rate_ratio(x1: int, t1: float, x2: int, t2: float, level: float = 0.95) -> RateRatio:
    """The ratio with its exact (Clopper-Pearson) interval, which may reach 0 or infinity. Raises ArgumentError."""
    total, _ = _given_the_sum(x1, t1, x2, t2)
    tail = (1 - within("level", level, 0, 1, is_open=True)) / 2
    low = float(betaincinv(x2, total - x2 + 1, tail)) if x2 else 0.0
    high = float(betaincinv(x2 + 1, total - x2, 1 - tail)) if x1 else 1.0
    ratio = (x2 / t2) / (x1 / t1) if x1 else math.inf if x2 else None
    return RateRatio(ratio, _as_ratio(low, t1, t2), _as_ratio(high, t1, t2))


def _as_ratio(share: float, t1: float, t2: float) -> float:
    return math.inf if share >= 1 else share / (1 - share) * t1 / t2


def _given_the_sum(x1: int, t1: float, x2: int, t2: float) -> tuple[int, float]:
    total = count("x1", x1) + count("x2", x2)
    first, second = within("t1", t1, 0, is_open=True), within("t2", t2, 0, is_open=True)
    return total, second / (first + second)
