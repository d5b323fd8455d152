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
    """Effects, their variances and a design matrix of full rank, (k,), (k,) and (k, p).

    The design is turned into columns at right angles of length 1, so that years near 2000 beside an intercept cost no
    digits; `back` turns coefficients of these columns into those of the given ones.
    """

    y: Array
    v: Array
    x: Array
    back: Array

    def at(self, tau2: float) -> At:
        """Everything at one tau²."""
        w = 1 / (self.v + tau2)
        wx = w[:, None] * self.x
        inverse: Array = np.asarray(np.linalg.inv(self.x.T @ wx), dtype=np.float64)
        coefficients = inverse @ (wx.T @ self.y)
        rest = self.y - self.x @ coefficients
        weighted = w * rest
        two = inverse @ (wx.T @ wx)
        three = inverse @ (wx.T @ (w[:, None] * wx))
        cross = wx.T @ weighted
        return At(
            tau2=tau2,
            w=w,
            coefficients=coefficients,
            covariance=inverse,
            q=float(weighted @ rest),
            lifts=float(weighted @ weighted),
            trace=float(w.sum() - np.trace(two)),
            squares=float(w @ w - 2 * np.trace(three) + (two * two.T).sum()),
            curve=float(weighted @ (w * weighted) - cross @ inverse @ cross),
        )

    def plain(self) -> tuple[float, Array]:
        """Sum of squared residuals without weights, and the matrix that takes the fit out."""
        out = np.eye(self.y.size) - self.x @ self.x.T
        rest = out @ self.y
        return float(rest @ rest), out

    def height(self, tau2: float, *, restricted: bool) -> float:
        """Log-likelihood at tau², constants as metafor counts them."""
        one = self.at(tau2)
        k, p = self.x.shape
        twice = float(np.log(self.v + tau2).sum()) + one.q
        if not restricted:
            return -0.5 * (float(k) * math.log(2 * math.pi) + twice)
        sizes = float(np.linalg.slogdet(one.covariance)[1])
        return -0.5 * (float(k - p) * math.log(2 * math.pi) + twice - sizes)


def curve(y: Array, v: Array, x: Array) -> Curve:
    """Checked: one row a trial, more trials than columns, no column a sum of others."""
    k, p = x.shape
    if k <= p:
        raise Refused("too few trials for these moderators", column="design", value=k, allowed=f"more than {p} trials")
    if np.linalg.matrix_rank(x) < p:
        raise Refused("a moderator is the sum of others, or constant", column="design", allowed="full column rank")
    straight, triangle = np.linalg.qr(x)
    return Curve(y, v, np.asarray(straight), np.asarray(np.linalg.inv(triangle), dtype=np.float64))
