"""The E-test of two counts: less cautious than the C-test (retest 3.1; Krishnamoorthy & Thomson 2004).

doi:10.1016/S0378-3758(02)00408-1. The statistic is the score statistic; the rate without change is estimated.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, xlogy

from concordant.change.arguments import count, within

_SPREAD = 9
"""Counts within so many standard deviations of their mean, and so many more, are summed: others are below 1e-12."""
_MOST = 2_000


def e_test(x1: int, t1: float, x2: int, t2: float) -> float:
    """The two-sided p-value, 0 to 1, of x1 events in t1 against x2 in t2.

    Counts up to 2,000, exposures above 0. Raises ArgumentError.
    """
    first, second = count("x1", x1, 0, _MOST), count("x2", x2, 0, _MOST)
    e1, e2 = within("t1", t1, 0, is_open=True), within("t2", t2, 0, is_open=True)
    if first + second == 0:
        return 1.0
    rate = (first + second) / (e1 + e2)
    y1, y2 = _likely(rate * e1), _likely(rate * e2)
    chance = np.outer(_poisson(y1, rate * e1), _poisson(y2, rate * e2))
    every = _score(y1[:, None], e1, y2[None, :], e2)
    seen = float(_score(np.array([first]), e1, np.array([second]), e2)[0])
    as_far = every >= seen * (1 - 1e-12)  # equal statistics differ in their last bits
    return min(1.0, float(chance[as_far].sum()))


def _likely(mean: float) -> NDArray[np.int64]:
    reach = _SPREAD * mean**0.5 + 2 * _SPREAD
    return np.arange(max(0, int(mean - reach)), int(mean + reach) + 1)


def _poisson(counts: NDArray[np.int64], mean: float) -> NDArray[np.float64]:
    chance: NDArray[np.float64] = np.exp(xlogy(counts, mean) - mean - gammaln(counts + 1))
    return chance


def _score(y1: NDArray[np.int64], e1: float, y2: NDArray[np.int64], e2: float) -> NDArray[np.float64]:
    """The size of the score statistic; 0 where no event happened."""
    variance = (y1 + y2) / (e1 + e2) * (1 / e1 + 1 / e2)
    size: NDArray[np.float64] = np.abs(y1 / e1 - y2 / e2) / np.sqrt(np.where(variance > 0, variance, 1))
    return size
