"""Weighted least squares at one variance between trials, and all that the estimators of that variance ask of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from concordant.evidence.pooling.arrays import Array
from concordant.evidence.refused import Refused


@dataclass(frozen=True, slots=True)
class At:
    """The fit at one tau², weights w = 1/(v + tau²)."""

    tau2: float
    w: Array
    coefficients: Array
    """Of effects about `Curve.centre`."""
    covariance: Array
    """Inverse of X'WX."""
    q: float
    """Weighted sum of squared residuals."""
    lifts: float
    """Sum of the squared weighted residuals: what lifts the likelihood (and lowers Q) as tau² grows."""
    trace: float
    """Trace of P, the matrix of the quadratic form Q."""
    squares: float
    """Trace of PP."""
    curve: float
    """Residuals through W P W: half of how fast `lifts` falls."""

    def lowers(self, restricted: bool) -> float:
        """What lowers the likelihood as tau² grows."""
        return self.trace if restricted else float(self.w.sum())


@dataclass(frozen=True, slots=True)
class Curve:
    """Effects, their variances and a design matrix of full rank, (k,), (k,) and (k, p), the most precise trial first.

    Solved by orthogonal columns of the weighted design, rows in the order of their weights: neither years near 2000
    beside an intercept nor variances many powers of ten apart then cost digits.
    """

    y: Array
    """Measured from `centre`, the most precise of them, so that effects far from zero keep their digits too."""
    v: Array
    x: Array
    centre: float
    intercept: int | None
    """Which column is constant 1 and takes the centre up; None, and a centre of 0, where none is."""
    size: float
    """Logarithm of the determinant of X'X."""

    def at(self, tau2: float) -> At:
        """Everything at one tau²."""
        w = 1 / (self.v + tau2)
        root = np.sqrt(w)
        axes, triangle = np.linalg.qr(root[:, None] * self.x)
        z = root * self.y
        along = axes.T @ z
        rest = z - axes @ along
        rest -= axes @ (axes.T @ rest)  # what rounding left of the fit in it
        try:
            back = np.linalg.inv(triangle)
        except np.linalg.LinAlgError:
            raise Refused("the variances lie too far apart for these moderators", column="vi") from None
        hat = (axes * axes).sum(axis=1)
        weighted = root * rest
        inner = axes.T @ (w[:, None] * axes)
        cross = axes.T @ (root * weighted)
        return At(
            tau2=tau2,
            w=w,
            coefficients=back @ along,
            covariance=back @ back.T,
            q=float(rest @ rest),
            lifts=float(weighted @ weighted),
            trace=float(w @ (1 - hat)),
            squares=float(w @ w - 2 * ((w * w) @ hat) + (inner * inner).sum()),
            curve=float(weighted @ (w * weighted) - cross @ cross),
        )

    def coefficients(self, fit: At) -> Array:
        """Those of the effects as they were given."""
        if self.intercept is None:
            return fit.coefficients
        taken_up = np.zeros(self.x.shape[1])
        taken_up[self.intercept] = self.centre
        return fit.coefficients + taken_up

    def plain(self) -> tuple[float, Array]:
        """Sum of squared residuals without weights, and what each trial keeps of its own variance in them."""
        axes = np.linalg.qr(self.x)[0]
        rest = self.y - axes @ (axes.T @ self.y)
        return float(rest @ rest), np.asarray(1 - (axes * axes).sum(axis=1))

    def height(self, tau2: float, *, restricted: bool) -> float:
        """Log-likelihood at tau², constants as metafor counts them."""
        one = self.at(tau2)
        k, p = self.x.shape
        twice = float(np.log(self.v + tau2).sum()) + one.q
        if not restricted:
            return -0.5 * (float(k) * math.log(2 * math.pi) + twice)
        sizes = self.size + float(np.linalg.slogdet(one.covariance)[1])
        return -0.5 * (float(k - p) * math.log(2 * math.pi) + twice - sizes)


def curve(y: Array, v: Array, x: Array) -> Curve:
    """Checked: one row a trial, more trials than columns, no column a sum of others."""
    k, p = x.shape
    if k <= p:
        raise Refused("too few trials for these moderators", column="design", value=k, allowed=f"more than {p} trials")
    if np.linalg.matrix_rank(x / (np.abs(x).max(axis=0) + (x == 0).all(axis=0))) < p:
        raise Refused("a moderator is the sum of others, or constant", column="design", allowed="full column rank")
    constant = np.flatnonzero((x == 1).all(axis=0))
    intercept = int(constant[0]) if constant.size else None
    size = 2 * float(np.log(np.abs(np.diag(np.linalg.qr(x)[1]))).sum())
    order = np.argsort(v, kind="stable")
    centre = 0.0 if intercept is None else float(y[order[0]])
    return Curve(y[order] - centre, v[order], x[order], centre, intercept, size)
