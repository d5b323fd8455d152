"""Pool contrasts whose errors are correlated, as those of several arms against one shared control are.

Generalised least squares: b = (1'V⁻¹1)⁻¹ 1'V⁻¹y (Gleser and Olkin 2009, in Cooper, Hedges and Valentine, The Handbook
of Research Synthesis and Meta-Analysis, chapter 19).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.linalg import cho_factor, cho_solve

from concordant.evidence.pooling.distributions import chi2_p, normal_limit, normal_p
from concordant.evidence.refused import Refused


@dataclass(frozen=True, slots=True)
class Correlated:
    """One effect for all contrasts, in their unit; Q tests whether they share it."""

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


def pool_correlated(yi: ArrayLike, covariance: ArrayLike, *, level: float = 0.95) -> Correlated:
    """Equal-effects pool of k contrasts with their (k, k) covariance. Refused: not symmetric, not positive definite."""
    y, v = np.asarray(yi, float), np.asarray(covariance, float)
    if y.ndim != 1 or not y.size or v.shape != (y.size, y.size) or not np.isfinite(y).all() or not np.isfinite(v).all():
        raise Refused(
            "contrasts and covariance do not belong together", column="covariance", value=v.shape, allowed="(k, k)"
        )
    if not np.allclose(v, v.T, rtol=1e-10, atol=0):
        raise Refused("a covariance matrix is symmetric", column="covariance")
    try:
        solved = cho_solve(cho_factor(v), np.column_stack([np.ones_like(y), y]))
    except np.linalg.LinAlgError:
        raise Refused(
            "these contrasts cannot have this covariance", column="covariance", allowed="a positive definite matrix"
        ) from None
    total = float(solved[:, 0].sum())
    estimate, se = float(solved[:, 1].sum()) / total, total**-0.5
    q = max(0.0, float((y - estimate) @ (solved[:, 1] - estimate * solved[:, 0])))
    wide, left = normal_limit(level) * se, y.size - 1
    z = estimate / se
    return Correlated(
        y.size, estimate, se, z, float(normal_p(z)), estimate - wide, estimate + wide, q, left, float(chi2_p(q, left))
    )
