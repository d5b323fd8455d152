"""Mean and SD from a median with quartiles, range or both.

Sources: Luo 2018 (10.1177/0962280216669183) for the means; Wan 2014 (10.1186/1471-2288-14-135) for the SDs; Shi 2020
(10.1002/jrsm.1429) for the SD from five numbers. All assume a roughly normal outcome: a lopsided one
(see :func:`concordant.evidence.conversions.looks_skewed`) should be pooled as medians or not at all.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from concordant.evidence.numbers import Floats, numbers, refuse_where, sizes

Mean = Literal["Luo", "Wan"]


def mean_sd_from_quartiles(
    q1: ArrayLike, median: ArrayLike, q3: ArrayLike, n: ArrayLike, *, mean: Mean = "Luo"
) -> tuple[Floats, Floats]:
    """From quartiles: Luo's mean (or Wan's, (q1+median+q3)/3) and Wan's SD, in the unit of the outcome."""
    low, mid, high = _in_order(("q1", q1), ("median", median), ("q3", q3))
    n = sizes(n, "n")
    w = 0.7 + 0.39 / n
    average = (low + mid + high) / 3 if mean == "Wan" else w * (low + high) / 2 + (1 - w) * mid
    return average, (high - low) / _quartile_width(n)


def mean_sd_from_range(
    low: ArrayLike, median: ArrayLike, high: ArrayLike, n: ArrayLike, *, mean: Mean = "Luo"
) -> tuple[Floats, Floats]:
    """From the smallest and largest value: Luo's mean (or Hozo's and Wan's, (a+2m+b)/4) and Wan's SD."""
    a, mid, b = _in_order(("low", low), ("median", median), ("high", high))
    n = sizes(n, "n")
    w = 4 / (4 + n**0.75)
    average = (a + 2 * mid + b) / 4 if mean == "Wan" else w * (a + b) / 2 + (1 - w) * mid
    return average, (b - a) / _range_width(n)


def mean_sd_from_five_numbers(
    low: ArrayLike,
    q1: ArrayLike,
    median: ArrayLike,
    q3: ArrayLike,
    high: ArrayLike,
    n: ArrayLike,
    *,
    sd: Literal["Shi", "Wan"] = "Shi",
) -> tuple[Floats, Floats]:
    """From smallest, quartiles and largest: Luo's mean, and Shi's SD (weighted by n) or Wan's (the plain average)."""
    a, first, mid, third, b = _in_order(("low", low), ("q1", q1), ("median", median), ("q3", q3), ("high", high))
    n = sizes(n, "n")
    outer, inner = 2.2 / (2.2 + n**0.75), 0.7 - 0.72 / n**0.55
    average = outer * (a + b) / 2 + inner * (first + third) / 2 + (1 - outer - inner) * mid
    from_range, from_quartiles = (b - a) / _range_width(n), (third - first) / _quartile_width(n)
    w = 0.5 if sd == "Wan" else 1 / (1 + 0.07 * n**0.6)
    return average, w * from_range + (1 - w) * from_quartiles


def looks_lopsided(q1: ArrayLike, median: ArrayLike, q3: ArrayLike) -> NDArray[np.bool_]:
    """One quartile more than twice as far from the median as the other: a rough flag of this product, not a test."""
    low, mid, high = _in_order(("q1", q1), ("median", median), ("q3", q3))
    near, far = np.minimum(mid - low, high - mid), np.maximum(mid - low, high - mid)
    return np.asarray(far > 2 * near)


def _quartile_width(n: Floats) -> Floats:
    return np.asarray(2 * ndtri((0.75 * n - 0.125) / (n + 0.25)))


def _range_width(n: Floats) -> Floats:
    return np.asarray(2 * ndtri((n - 0.375) / (n + 0.25)))


def _in_order(*named: tuple[str, ArrayLike]) -> list[Floats]:
    given = [np.asarray(each) for each in np.broadcast_arrays(*(numbers(value, name) for name, value in named))]
    for (lower, low), (upper, high) in zip(
        zip((name for name, _ in named), given, strict=True),
        list(zip((name for name, _ in named), given, strict=True))[1:],
        strict=False,
    ):
        refuse_where(low > high, low, lower, f"is above {upper}", f"at most {upper}")
    return given
