"""Two-by-two tables of several trials, checked, and the effects of single tables for the test of homogeneity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.pooling.arrays import Array
from concordant.evidence.pooling.distributions import chi2_p, normal_limit, normal_p
from concordant.evidence.refused import Refused


@dataclass(frozen=True, slots=True)
class Tables:
    """Events a and c, people without b and d, in the experimental (n1) and the control (n2) group."""

    a: Array
    b: Array
    c: Array
    d: Array

    @property
    def n1(self) -> Array:
        """People in the experimental group."""
        return self.a + self.b

    @property
    def n2(self) -> Array:
        """People in the control group."""
        return self.c + self.d

    @property
    def n(self) -> Array:
        """Everybody."""
        return self.a + self.b + self.c + self.d

    def mended(self) -> Tables:
        """Without tables that have no event, or nobody without one; 1/2 added to each cell where one is empty."""
        said = ((self.a + self.c) > 0) & ((self.b + self.d) > 0)
        cells = np.stack([self.a, self.b, self.c, self.d])[:, said]
        return Tables(*(cells + 0.5 * (cells == 0).any(axis=0)))


@dataclass(frozen=True, slots=True)
class CountPool:
    """A pooled effect of counts: ratios on the log scale. Q, over `k_Q` tables, tests whether they share it."""

    k: int
    estimate: float
    se: float
    statistic: float
    p: float
    ci_low: float
    ci_high: float
    Q: float
    Q_df: int
    Q_p: float
    I2_metafor: float


def tables(ai: ArrayLike, n1i: ArrayLike, ci: ArrayLike, n2i: ArrayLike) -> Tables:
    """Events and sizes of both groups, shape (k,). Refused with the row: events below 0 or above n, an empty group."""
    a, n1, c, n2 = (np.asarray(one, float) for one in (ai, n1i, ci, n2i))
    if a.ndim != 1 or not a.size or not a.shape == n1.shape == c.shape == n2.shape:
        raise Refused("counts do not belong together", column="ai, n1i, ci, n2i", allowed="four columns of one length")
    for events, people, names in ((a, n1, ("ai", "n1i")), (c, n2, ("ci", "n2i"))):
        for row, (event, n) in enumerate(zip(events.tolist(), people.tolist(), strict=True), start=1):
            if not (np.isfinite(n) and n >= 1):
                raise Refused("a group without people", row=row, column=names[1], value=n, allowed="1 or more")
            if not 0 <= event <= n:
                raise Refused("events outside the group", row=row, column=names[0], value=event, allowed=f"0 to {n:g}")
    return Tables(a, n1 - a, c, n2 - c)


def summary(k: int, estimate: float, se: float, q: float, tables_in_q: int, level: float) -> CountPool:
    """The pooled effect with its normal test and the test of homogeneity."""
    left = tables_in_q - 1
    q, left = (max(0.0, q), left) if left > 0 else (0.0, 0)
    z, wide = estimate / se, normal_limit(level) * se
    i2 = 100 * max(0.0, 1 - left / q) if q > 0 else 0.0
    p, q_p = float(normal_p(z)), float(chi2_p(q, left))
    return CountPool(k, estimate, se, z, p, estimate - wide, estimate + wide, q, left, q_p, i2)
