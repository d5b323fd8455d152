"""Three-level model: effects within studies, studies within the field (Konstantopoulos 2011, 10.1002/jrsm.35).

For a trial that reports several times or scales: they count, but not as if they were trials of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import brentq

from concordant.evidence.pooling.arrays import Array
from concordant.evidence.pooling.choices import chosen, within
from concordant.evidence.pooling.distributions import chi2_limit, chi2_p, normal_limit, normal_p, t_limit, t_p
from concordant.evidence.pooling.heterogeneity import LIKELIHOODS, Likelihood
from concordant.evidence.refused import Refused
from concordant.evidence.regression.curve import curve
from concordant.evidence.regression.nested import AtTwo, Nested

Level = Literal["outer", "inner"]


@dataclass(frozen=True, slots=True)
class ThreeLevel:
    """Coefficients, the two variances, and what share of the spread each level has (I², percent)."""

    k: int
    groups_outer: int
    groups_inner: int
    coefficients: Array
    se: Array
    statistic: Array
    df: float
    p: Array
    ci_low: Array
    ci_high: Array
    covariance: Array
    sigma2_outer: float
    sigma2_inner: float
    icc_outer: float
    """Share of the outer variance in both; NaN where both are 0."""
    I2_total: float
    I2_outer: float
    I2_inner: float
    typical_variance: float
    log_likelihood: float
    QE: float
    QE_df: int
    QE_p: float
    QM: float
    """All columns but the intercept at once; NaN where the intercept stands alone."""
    QM_p: float
    prediction_interval_metafor: tuple[float, float]
    """Of the first coefficient: where an effect of a new study would lie; meant for the model without moderators."""
    fit: AtTwo
    data: Nested
    groups: tuple[str, ...]
    """The outer groups in order of appearance."""


def three_level(
    yi: ArrayLike,
    vi: ArrayLike,
    outer: Sequence[object],
    inner: Sequence[object] | None = None,
    *,
    design: ArrayLike | None = None,
    model: Likelihood = "REML",
    test: Literal["z", "t"] = "z",
    level: float = 0.95,
) -> ThreeLevel:
    """Effects, sampling variances, the study of each and, if several rows share one, its line within the study.

    `design` (k, p) as in `regress`, else an intercept. `test` t has k less the number of columns degrees of freedom.
    Refused: a variance not above 0, a missing value, groups that do not cover the rows.
    """
    chosen("model", model, LIKELIHOODS)
    chosen("test", test, ("z", "t"))
    y, v = np.asarray(yi, dtype=np.float64), np.asarray(vi, dtype=np.float64)
    x = np.ones((y.size, 1)) if design is None else np.asarray(design, dtype=np.float64)
    if y.ndim != 1 or y.shape != v.shape or x.shape[:1] != y.shape or len(outer) != y.size:
        raise Refused("effects, variances and studies do not belong together", column="outer", value=len(outer))
    if not (np.isfinite(y).all() and np.isfinite(x).all() and np.isfinite(v).all() and (v > 0).all()):
        row = int(np.argmin(np.isfinite(y) & np.isfinite(x).all(axis=1) & np.isfinite(v) & (v > 0)))
        raise Refused("an effect cannot be used", row=row + 1, column="yi, vi", allowed="finite, variances above 0")
    fixed = curve(y, v, x).at(0.0)
    studies = [str(one) for one in outer]
    lines = [f"{study}/{line}" for study, line in zip(studies, inner or range(y.size), strict=True)]
    centre = float(y.mean()) if (x == 1).all(axis=0).any() else 0.0
    data = Nested(y - centre, v, x, _same(studies), _same(lines), model == "REML")
    best = data.highest()
    return _described(data, best, fixed.q, fixed.trace, centre, studies, lines, test, level)


def profile_interval(fitted: ThreeLevel, which: Level, *, level: float = 0.95) -> tuple[float, float]:
    """Interval of one variance by likelihood ratio, the other maximised again at each value."""
    chosen("level", which, ("outer", "inner"))
    within(level)
    place = 0 if which == "outer" else 1
    drop = float(chi2_limit(1, 1 - level)) / 2

    def above(sigma2: float) -> float:
        held = (sigma2, None) if place == 0 else (None, sigma2)
        return fitted.data.highest(held).height - fitted.log_likelihood + drop

    top = fitted.sigma2_outer if which == "outer" else fitted.sigma2_inner
    far = max(2 * top, fitted.typical_variance)
    while above(far) > 0:
        far *= 2
    low = 0.0 if top == 0 or above(0.0) >= 0 else float(brentq(above, 0.0, top, xtol=1e-300, rtol=1e-9))
    return low, float(brentq(above, top, far, xtol=1e-300, rtol=1e-9))


@dataclass(frozen=True, slots=True)
class WithoutLevel:
    """The likelihood-ratio test of one variance against 0, and the fit without it."""

    LRT: float
    p: float
    estimate_reduced: float
    sigma2_left: float


def without_level(fitted: ThreeLevel, which: Level) -> WithoutLevel:
    """Does a level matter? Chi-squared with 1 degree of freedom, which is cautious at the edge."""
    chosen("level", which, ("outer", "inner"))
    reduced = fitted.data.highest((0.0, None) if which == "outer" else (None, 0.0))
    ratio = max(0.0, 2 * (fitted.log_likelihood - reduced.height))
    shift = float(fitted.coefficients[0] - fitted.fit.coefficients[0])
    left = float(reduced.sigma2[1 if which == "outer" else 0])
    return WithoutLevel(ratio, float(chi2_p(ratio, 1)), float(reduced.coefficients[0]) + shift, left)


def study_effects(fitted: ThreeLevel) -> tuple[Array, Array]:
    """How far each study lies from the fit (best linear unbiased prediction), and its standard error; see `groups`."""
    at, data = fitted.fit, fitted.data
    first = [int(np.argmax(row)) for row in np.unique(data.outer, axis=0)]
    members = data.outer[sorted(first)]
    wx = at.inverse @ data.x
    p_matrix = at.inverse - wx @ at.covariance @ wx.T
    variance = fitted.sigma2_outer
    spread = variance - variance**2 * np.einsum("gi,ij,gj->g", members, p_matrix, members)
    effects: Array = variance * members @ p_matrix @ data.y
    return effects, np.sqrt(np.maximum(0.0, spread))


def _same(names: list[str]) -> Array:
    """1 where two rows carry the same name."""
    each = np.array(names)
    shared: Array = (each[:, None] == each).astype(np.float64)
    return shared


def _described(
    data: Nested,
    best: AtTwo,
    q: float,
    trace: float,
    centre: float,
    studies: list[str],
    lines: list[str],
    test: str,
    level: float,
) -> ThreeLevel:
    k, p = data.x.shape
    constant = (data.x == 1).all(axis=0)
    coefficients = best.coefficients + centre * (np.arange(p) == int(np.argmax(constant)))
    se = np.sqrt(np.diag(best.covariance))
    statistic = coefficients / se
    outer, inner = (float(one) for one in best.sigma2)
    typical, both = (k - p) / trace, outer + inner
    whole = both + typical
    df = float("nan") if test == "z" else float(k - p)
    limit = normal_limit(level) if test == "z" else float(t_limit(k - p, level))
    asked = ~constant
    qm, qm_p = float("nan"), float("nan")
    if asked.any():
        at = coefficients[asked]
        qm = float(at @ np.linalg.solve(best.covariance[np.ix_(asked, asked)], at))
        qm_p = float(chi2_p(qm, int(asked.sum())))
    half = limit * float(np.sqrt(se[0] ** 2 + both))
    return ThreeLevel(
        k=k,
        groups_outer=len(set(studies)),
        groups_inner=len(set(lines)),
        coefficients=coefficients,
        se=se,
        statistic=statistic,
        df=df,
        p=np.asarray(normal_p(statistic) if test == "z" else t_p(statistic, df)),
        ci_low=coefficients - limit * se,
        ci_high=coefficients + limit * se,
        covariance=best.covariance,
        sigma2_outer=outer,
        sigma2_inner=inner,
        icc_outer=outer / both if both > 0 else float("nan"),
        I2_total=100 * both / whole,
        I2_outer=100 * outer / whole,
        I2_inner=100 * inner / whole,
        typical_variance=typical,
        log_likelihood=best.height,
        QE=q,
        QE_df=k - p,
        QE_p=float(chi2_p(q, k - p)),
        QM=qm,
        QM_p=qm_p,
        prediction_interval_metafor=(float(coefficients[0]) - half, float(coefficients[0]) + half),
        fit=best,
        data=data,
        groups=tuple(dict.fromkeys(studies)),
    )
