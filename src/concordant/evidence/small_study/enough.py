"""Small-study tests need ten trials; below that they are refused unless one insists (Cochrane Handbook, chapter 13)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.pooling.arrays import Array
from concordant.evidence.pooling.cautions import FEWEST_FOR_SMALL_STUDY_TESTS
from concordant.evidence.refused import Refused


def enough(yi: ArrayLike, vi: ArrayLike, *, even_so: bool, least: int = 3) -> tuple[Array, Array]:
    """Effects and variances of one data set, if there are enough of them."""
    y, v = np.asarray(yi, dtype=np.float64), np.asarray(vi, dtype=np.float64)
    if y.ndim != 1 or y.shape != v.shape or not (np.isfinite(y).all() and np.isfinite(v).all() and (v > 0).all()):
        raise Refused("one data set of finite effects and variances above 0", column="yi, vi", allowed="shape (k,)")
    if y.size < least:
        raise Refused("the test has no meaning", column="yi", value=y.size, allowed=f"at least {least} trials")
    if y.size < FEWEST_FOR_SMALL_STUDY_TESTS and not even_so:
        raise Refused(
            "with so few trials a small-study test finds what is not there and misses what is",
            column="yi",
            value=y.size,
            allowed=f"{FEWEST_FOR_SMALL_STUDY_TESTS} trials or more (even_so=True runs it anyway)",
        )
    return y, v
