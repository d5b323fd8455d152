"""The correlation of two measurements of one group, and the spread of the change between them.

Source: Cochrane Handbook 6.5.2.8.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.numbers import Floats, correlations, refuse_where, spreads


def sd_of_change(sd_before: ArrayLike, sd_after: ArrayLike, r: ArrayLike) -> Floats:
    """√(sd_b² + sd_a² - 2 r sd_b sd_a), in the unit of the outcome; r from -1 to 1."""
    before, after, r = spreads(sd_before, "sd_before"), spreads(sd_after, "sd_after"), correlations(r)
    # Equal SDs with r = 1 leave 0, and rounding must not make it negative.
    return np.sqrt(np.maximum(before**2 + after**2 - 2 * r * before * after, 0.0))


def correlation_from_sds(sd_before: ArrayLike, sd_after: ArrayLike, sd_change: ArrayLike) -> Floats:
    """r = (sd_b² + sd_a² - sd_change²)/(2 sd_b sd_a). Raises Refused where the three SDs give none in -1 to 1."""
    before, after, change = (
        spreads(sd_before, "sd_before"),
        spreads(sd_after, "sd_after"),
        spreads(sd_change, "sd_change"),
    )
    for each, column in ((before, "sd_before"), (after, "sd_after")):
        refuse_where(each == 0, each, column, "leaves no correlation", "above 0")
    r = np.asarray((before**2 + after**2 - change**2) / (2 * before * after))
    return refuse_where(np.abs(r) > 1, r, "sd_change", "cannot be the SD of a change between these two", "r in -1 to 1")
