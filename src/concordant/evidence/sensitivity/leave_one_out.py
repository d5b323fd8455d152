"""The pooled result without each trial in turn, all in one vectorised call."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from concordant.evidence.pooling.arrays import Array
from concordant.evidence.pooling.fit import Model, Pool, Test, pool
from concordant.evidence.refused import Refused

MOST = 3000
"""Trials of one set: their pools without each in turn take as many numbers as its square."""


def leave_one_out(
    yi: ArrayLike, vi: ArrayLike, *, model: Model = "REML", test: Test = "z", level: float = 0.95
) -> Pool:
    """Fields of shape (..., k): place i is the pool without trial i. Input as in `pool`, at least two trials."""
    y, v, others = _others(yi, vi)
    return pool(y[..., others], v[..., others], model=model, test=test, level=level)


def _others(yi: ArrayLike, vi: ArrayLike) -> tuple[Array, Array, NDArray[np.int64]]:
    y, v = np.asarray(yi, dtype=np.float64), np.asarray(vi, dtype=np.float64)
    if y.shape != v.shape or y.ndim == 0 or y.shape[-1] < 2:
        raise Refused(
            "nothing would be left without a trial", column="yi", value=y.shape, allowed="at least two trials"
        )
    if y.shape[-1] > MOST:
        raise Refused("are too many trials to leave out one by one", value=y.shape[-1], allowed=f"{MOST} at most")
    places = np.arange(y.shape[-1])
    return y, v, np.array([np.delete(places, one) for one in places])
