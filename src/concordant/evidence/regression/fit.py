"""Meta-regression: do features of the trials explain how their effects differ?"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import fdtrc

from concordant.evidence.pooling.arrays import Array
from concordant.evidence.pooling.choices import chosen
from concordant.evidence.pooling.distributions import chi2_p, normal_limit, normal_p, t_limit, t_p
from concordant.evidence.pooling.fit import MODELS, TESTS, Model, Test
from concordant.evidence.refused import Refused
from concordant.evidence.regression.curve import At, Curve, curve
from concordant.evidence.regression.tau2 import estimate


@dataclass(frozen=True, slots=True)
class Regression:
    """Coefficients, one for each column of the design, in the unit of the effects over that of the column.

    QM tests all columns but the intercept at once (chi-squared; F with `df` below under Knapp-Hartung), QE what they
    leave unexplained. R2_percent is the share of tau² that they explain, not below 0; None where there is no intercept.
    """

    k: int
    coefficients: Array
    se: Array
    statistic: Array
    df: float
    """Degrees of freedom of t, k less the number of columns; NaN where the test is normal."""
    p: Array
    ci_low: Array
    ci_high: Array
    covariance: Array
    tau2: float
    R2_percent: float | None
    I2_metafor: float
    H2_metafor: float
    QE: float
    QE_df: int
    QE_p: float
    QM: float
    QM_df: int
    QM_p: float
    log_likelihood_REML: float
    model: str
    test: str
    level: float

    def predicted(self, design: ArrayLike) -> tuple[Array, Array]:
        """Expected effect and its standard error at rows of the design, shape (rows, p)."""
        rows = np.atleast_2d(np.asarray(design, float))
        return rows @ self.coefficients, np.sqrt(np.einsum("ij,jk,ik->i", rows, self.covariance, rows))


def with_intercept(*columns: ArrayLike) -> Array:
    """A design matrix of ones and the given moderators."""
    given = [np.asarray(column, float) for column in columns]
    return np.column_stack([np.ones(given[0].size if given else 1), *given])


def regress(
    yi: ArrayLike, vi: ArrayLike, design: ArrayLike, *, model: Model = "REML", test: Test = "z", level: float = 0.95
) -> Regression:
    """Weighted least squares at the tau² that the moderators leave. `design` is (k, p); see `with_intercept`.

    Refused with the row: a variance not above 0, a missing moderator; too few trials, columns that depend on others.
    """
    chosen("model", model, MODELS)
    chosen("test", test, TESTS)
    y, v, x = (np.asarray(one, dtype=np.float64) for one in (yi, vi, design))
    if y.ndim != 1 or y.shape != v.shape or x.ndim != 2 or x.shape[0] != y.size:
        raise Refused(
            "effects, variances and design do not belong together", column="design", value=x.shape, allowed="(k, p)"
        )
    for column, usable, allowed in (
        ("vi", np.isfinite(v) & (v > 0), "a number above 0"),
        ("yi", np.isfinite(y), "a finite number"),
        ("design", np.isfinite(x).all(axis=1), "finite numbers"),
    ):
        if not usable.all():
            row = int(np.argmin(usable))
            raise Refused("a trial cannot be used", row=row + 1, column=column, allowed=allowed)
    one = curve(y, v, x)
    tau2 = estimate(one, model)
    fixed, fit = one.at(0.0), one.at(tau2)
    return _described(one, x, fixed, fit, model, test, level)


def _described(c: Curve, design: Array, fixed: At, fit: At, model: str, test: str, level: float) -> Regression:
    k, p = c.x.shape
    left = k - p
    coefficients = c.coefficients(fit)
    covariance, df, limit = fit.covariance, float("nan"), normal_limit(level)
    if test != "z":
        factor = fit.q / left
        covariance = covariance * (factor if test == "knha" else max(1.0, factor))
        df, limit = float(left), float(t_limit(left, level))
    se = np.sqrt(np.diag(covariance))
    with np.errstate(divide="ignore", invalid="ignore"):  # no scatter at all under Knapp-Hartung: not defined
        statistic = coefficients / se
    constant = (design == 1).all(axis=0)
    asked = ~constant if constant.any() and not constant.all() else np.ones(p, dtype=bool)
    m = int(asked.sum())
    at = coefficients[asked]
    qm = float(at @ np.linalg.solve(covariance[np.ix_(asked, asked)], at)) if (se > 0).all() else float("nan")
    qm_p = float(chi2_p(qm, m)) if test == "z" else float(fdtrc(m, left, qm / m))
    typical = left / fixed.trace
    common = model in {"FE", "EE"}
    from_q = 100 * (1 - left / fixed.q) if fixed.q > left else 0.0
    i2 = from_q if common else 100 * fit.tau2 / (typical + fit.tau2)
    result = Regression(
        k=k,
        coefficients=coefficients,
        se=se,
        statistic=statistic,
        df=df,
        p=np.asarray(normal_p(statistic) if test == "z" else t_p(statistic, df)),
        ci_low=coefficients - limit * se,
        ci_high=coefficients + limit * se,
        covariance=covariance,
        tau2=fit.tau2,
        R2_percent=None,
        I2_metafor=i2,
        H2_metafor=fixed.q / left if common else fit.tau2 / typical + 1,
        QE=fixed.q,
        QE_df=left,
        QE_p=float(chi2_p(fixed.q, left)),
        QM=qm if test == "z" else qm / m,
        QM_df=m,
        QM_p=qm_p,
        log_likelihood_REML=c.height(fit.tau2, restricted=True),
        model=model,
        test=test,
        level=level,
    )
    return replace(result, R2_percent=_explained(c, fit, fixed, model)) if constant.any() and p > 1 else result


def _explained(c: Curve, fit: At, fixed: At, model: str) -> float:
    """Share of the variance between trials that the moderators explain; for FE the adjusted R² of the weighted fit."""
    k, p = c.x.shape
    without = curve(c.y, c.v, np.ones((k, 1)))
    if model in {"FE", "EE"}:
        total = without.at(0.0).q
        return max(0.0, 100 * (1 - (fixed.q / (k - p)) / (total / (k - 1)))) if total > 0 else 0.0
    before = estimate(without, model)
    return max(0.0, 100 * (before - fit.tau2) / before) if before > 0 else 0.0
