"""The pooled result as trials came in: after the first, the first two, and so on, in any order."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.pooling.fit import Model, Pool, Test, pool
from concordant.evidence.refused import Refused
from concordant.evidence.sensitivity.leave_one_out import MOST


def cumulative(
    yi: ArrayLike,
    vi: ArrayLike,
    *,
    by: ArrayLike | None = None,
    model: Model = "REML",
    test: Test = "z",
    level: float = 0.95,
) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], Pool]:
    """Places in the order of `by` (year, size ...; ties keep their order), and fields of shape (k,) after each."""
    y, v = np.asarray(yi, dtype=np.float64), np.asarray(vi, dtype=np.float64)
    if y.ndim != 1 or y.shape != v.shape or np.isnan(y).any() or np.isnan(v).any():
        raise Refused("one data set without gaps", column="yi", value=y.shape, allowed="shape (k,)")
    if y.size > MOST:
        raise Refused("are too many trials to add one by one", value=y.size, allowed=f"{MOST} at most")
    along = np.arange(y.size) if by is None else np.asarray(by, dtype=np.float64)
    if along.shape != y.shape or np.isnan(along).any():
        raise Refused("every trial needs its place in the order", column="by", allowed="one number a trial")
    order = np.argsort(along, kind="stable")
    so_far = np.tri(y.size, dtype=bool)
    steps = (np.where(so_far, one[order], np.nan) for one in (y, v))
    return order, pool(*steps, model=model, test=test, level=level)
