"""How many people respond by luck: the probability of a fall when nothing changed (retest 3.7)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaln, gammaln, xlog1py, xlogy

from concordant.change.arguments import LONGEST_WINDOW, count, within
from concordant.change.days.per_28 import PER_DAYS
from concordant.change.days.responders import Response


def chance_of_response(
    days_per_28: float, response: Response = Response.BY_50_PERCENT, n: int = PER_DAYS, effect: float = 1.0
) -> float:
    """The probability, 0 to 1, that two windows of n days at the same true rate look like such a fall.

    days_per_28 is the true rate, above 0 and below 28. Needs one headache day at baseline. With a design effect above 1
    days are beta-binomial with an intra-class correlation of (effect - 1)/(n - 1), else binomial. Raises ArgumentError.
    """
    p = within("days_per_28", days_per_28, 0, PER_DAYS, is_open=True) / PER_DAYS
    days = count("n", n, 2, LONGEST_WINDOW)
    if effect != 1:
        within("effect", effect, 1, days, is_open=True)
    chance = _chances(p, days, effect)
    first, second = np.meshgrid(np.arange(days + 1), np.arange(days + 1), indexing="ij")
    observed = np.full_like(first, days)
    fell = response.reached(first, observed, second, observed) & (first >= 1)
    return float(np.outer(chance, chance)[fell].sum())


def _chances(p: float, n: int, effect: float) -> NDArray[np.float64]:
    """The probability of each count 0 to n."""
    counts = np.arange(n + 1)
    ways = gammaln(n + 1) - gammaln(counts + 1) - gammaln(n - counts + 1)
    if effect > 1:
        size = (n - 1) / (effect - 1) - 1  # a + b of the Beta: the intra-class correlation is 1/(a + b + 1)
        chance = betaln(counts + p * size, n - counts + (1 - p) * size) - betaln(p * size, (1 - p) * size)
    else:
        chance = xlogy(counts, p) + xlog1py(n - counts, -p)
    every: NDArray[np.float64] = np.exp(ways + chance)
    return every
