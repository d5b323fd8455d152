"""The probability that a rate of headache days really fell between two windows (retest 3.4, 3.5)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from concordant.settings import number, whole

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DEFAULT_EFFECT = number(
    "design_effect_least",
    1.5,
    low=1,
    high=10,
    says="The design effect of clustered headache days where it cannot be estimated, and the least that is used.",
    source="retest 3.4",
)
LARGEST_EFFECT = number(
    "design_effect_most",
    4,
    low=1,
    high=20,
    says="The largest design effect of clustered headache days that is used.",
    source="retest 3.4",
)
FEWEST_PAIRS = whole(
    "design_effect_fewest_pairs",
    20,
    unit="pairs",
    high=54,
    says="With fewer answered pairs of neighbouring days the clustering of a person's own days is not used.",
    source="conflicts C44",
)


def design_effect(windows: Sequence[Sequence[bool | None]]) -> float:
    """Variance inflation from clustered days, (1 + r1)/(1 - r1), held between 1.5 and 4.

    r1 is the pooled lag-1 autocorrelation, each window about its own mean, pairs with a missing day skipped.
    """
    r1, pairs = lag_one(windows)
    if pairs < FEWEST_PAIRS:
        return DEFAULT_EFFECT
    if r1 >= 1:
        return LARGEST_EFFECT
    return min(LARGEST_EFFECT, max(DEFAULT_EFFECT, (1 + r1) / (1 - r1)))


def lag_one(windows: Sequence[Sequence[bool | None]]) -> tuple[float, int]:
    """The pooled lag-1 autocorrelation and the number of pairs it rests on."""
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


@lru_cache(maxsize=512)
def probability_of_fall(x1: int, n1: int, x2: int, n2: int, effect: float, ratio: float = 1.0) -> float:
    """P(p2 <= ratio x p1) with p_i ~ Beta(1/2 + x_i/DE, 1/2 + (n_i - x_i)/DE), by Gauss-Legendre quadrature."""
    # Imported here: the only use of SciPy in reading a record, and it costs more than all else at start-up.
    import numpy as np
    from scipy.special import betainc, betaincinv

    a1, b1 = 0.5 + x1 / effect, 0.5 + (n1 - x1) / effect
    a2, b2 = 0.5 + x2 / effect, 0.5 + (n2 - x2) / effect
    nodes, weights = _quadrature()
    quantiles = betaincinv(a1, b1, (nodes + 1) / 2)
    return float(np.sum(weights / 2 * betainc(a2, b2, np.minimum(1.0, ratio * quantiles))))


@cache
def _quadrature() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The 400 points between -1 and 1 and their weights: the eigenvalues of a matrix, so worked out once."""
    import numpy as np

    nodes, weights = np.polynomial.legendre.leggauss(400)
    return nodes, weights
