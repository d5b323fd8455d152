"""One group measured before and after, with the correlation r of the two measurements.

Sources: Cochrane Handbook 6.5.2.8 and chapter 23; Becker 1988 (10.1111/j.2044-8317.1988.tb00901.x); Morris & DeShon
2002 (10.1037/1082-989X.7.1.105). Change is after minus before. A missing r is borrowed from a trial of the same
scale, said so, and the pool shown at r = 0.3, 0.5 and 0.7.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.conversions.correlation import sd_of_change
from concordant.evidence.effects.effect import Effects, effects
from concordant.evidence.effects.two_groups import exact_correction
from concordant.evidence.numbers import correlations, numbers, refuse_where, sizes, spreads


def mean_change(
    mean_after: ArrayLike, sd_after: ArrayLike, mean_before: ArrayLike, sd_before: ArrayLike, r: ArrayLike, n: ArrayLike
) -> Effects:
    """After minus before, in the unit of the outcome; variance sd_change²/n (metafor's MC)."""
    after, before, n = numbers(mean_after, "mean_after"), numbers(mean_before, "mean_before"), sizes(n, "n")
    return effects(
        after - before, sd_of_change(sd_before, sd_after, r) ** 2 / n, "MC", "mean change, after minus before"
    )


def standardised_mean_change(
    mean_after: ArrayLike,
    sd_after: ArrayLike,
    mean_before: ArrayLike,
    sd_before: ArrayLike,
    r: ArrayLike,
    n: ArrayLike,
    *,
    by: Literal["sd_change", "sd_before"],
) -> Effects:
    """The change in SDs of the change, or in SDs before; the two are different scales and never share a pool.

    ``sd_change`` (metafor's SMCC): g = J(n-1)(a-b)/sd_change, variance 1/n + g²/(2n). ``sd_before`` (SMCR):
    g = J(n-1)(a-b)/sd_b, variance 2(1-r)/n + g²/(2n). Raises Refused for n below 3 (J needs 2 degrees of freedom), a
    negative SD and an r outside -1 to 1.
    """
    after, before = numbers(mean_after, "mean_after"), numbers(mean_before, "mean_before")
    n = sizes(n, "n", at_least=3)
    r = correlations(r)
    j = exact_correction(n - 1)
    if by == "sd_change":
        spread = sd_of_change(sd_before, sd_after, r)
        refuse_where(np.asarray(spread == 0), spread, "sd_change", "leaves no spread to standardise by", "above 0")
        g = j * (after - before) / spread
        return effects(g, 1 / n + g**2 / (2 * n), "SMCC", "standardised mean change, in SDs of the change")
    spread = spreads(sd_before, "sd_before")
    spreads(sd_after, "sd_after")
    refuse_where(np.asarray(spread == 0), spread, "sd_before", "leaves no spread to standardise by", "above 0")
    g = j * (after - before) / spread
    return effects(g, 2 * (1 - r) / n + g**2 / (2 * n), "SMCR", "standardised mean change, in SDs before")
