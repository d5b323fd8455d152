"""Trim and fill: what the pool would be if the funnel were made symmetric. A sensitivity analysis, never a correction.

Source: Duval and Tweedie 2000, 10.1111/j.0006-341x.2000.00455.x (the method), 10.1080/01621459.2000.10473905 (L0, R0).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan, sqrt
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.not_defined import NotDefined, Reason
from concordant.evidence.pooling.arrays import Array
from concordant.evidence.pooling.choices import chosen
from concordant.evidence.pooling.fit import Model, Pool, pool
from concordant.evidence.regression.fit import regress, with_intercept
from concordant.evidence.small_study.enough import enough

Estimator = Literal["L0", "R0"]
Side = Literal["left", "right"]
MOST_ROUNDS = 100


@dataclass(frozen=True, slots=True)
class TrimAndFill:
    """How many studies the funnel lacks and on which side, the mirrored ones, and the pool with them."""

    k0: int
    se_k0: float
    """NaN where the formula of its variance comes out below 0, as with effects that nearly all lie on one side."""
    side: Side
    estimator: Estimator
    filled_yi: Array
    filled_vi: Array
    pool: Pool


def trim_and_fill(
    yi: ArrayLike,
    vi: ArrayLike,
    *,
    model: Model = "REML",
    estimator: Estimator = "L0",
    side: Side | None = None,
    level: float = 0.95,
    even_so: bool = False,
) -> TrimAndFill | NotDefined:
    """Refused below ten trials unless `even_so`. Without a side: the one that the slope on the errors leaves bare.

    Not defined: no side given and all standard errors the same; R0 where no study lies on the bare side; rounds that
    come back to where they were.
    """
    chosen("estimator", estimator, ("L0", "R0"))
    if side is not None:
        chosen("side", side, ("left", "right"))
    y, v = enough(yi, vi, even_so=even_so)
    if side is None:
        sei = np.sqrt(v)
        if np.ptp(sei) <= 1e-12 * sei.max():
            return NotDefined("side of the missing studies", Reason.EQUAL_STANDARD_ERRORS)
        slope = regress(y, v, with_intercept(sei), model=model).coefficients[1]
        side = "right" if slope < 0 else "left"
    sign = -1.0 if side == "right" else 1.0
    order = np.argsort(sign * y, kind="stable")
    found = _missing(sign * y[order], v[order], model, estimator)
    if isinstance(found, NotDefined):
        return found
    k0, se_k0, middle = found
    beyond = order[y.size - k0 :]
    filled_yi, filled_vi = 2 * sign * middle - y[beyond], v[beyond]
    whole = pool(np.concatenate([y, filled_yi]), np.concatenate([v, filled_vi]), model=model, level=level)
    return TrimAndFill(k0, se_k0, side, estimator, filled_yi, filled_vi, whole)


def _missing(y: Array, v: Array, model: Model, estimator: Estimator) -> tuple[int, float, float] | NotDefined:
    """How many lack on the left of sorted effects, its standard error, and the middle of the trimmed funnel."""
    k, k0 = y.size, 0
    for _ in range(MOST_ROUNDS):
        middle = float(pool(y[: k - k0], v[: k - k0], model=model).estimate)
        away = y - middle
        ranks = np.empty(k)
        ranks[np.argsort(np.abs(away), kind="stable")] = np.arange(1, k + 1)
        if estimator == "R0":
            if not (away < 0).any():
                return NotDefined("R0", Reason.ALL_AGREE)
            number = k - 1 - float(ranks[away < 0].max())
            se = sqrt(2 * max(0.0, number) + 2)
        else:
            number = (4 * float(ranks[away > 0].sum()) - k * (k + 1)) / (2 * k - 1)
            variance = k * (k + 1) * (2 * k + 1) + 10 * number**3 + 27 * number**2 + 17 * number
            variance += -18 * k * number**2 - 18 * k * number + 6 * k**2 * number
            se = 4 * sqrt(variance / 24) / (2 * k - 1) if variance >= 0 else nan
        now = max(0, round(number))
        if now == k0:
            return k0, se, middle
        k0 = min(now, k - 1)
    return NotDefined("number of missing studies", Reason.NO_SETTLED_NUMBER)
