"""Standard errors that hold even if the assumed covariance within studies is wrong, from the scatter between studies.

CR0 and its (studies)/(studies - columns) multiple with t on as many degrees of freedom: Hedges, Tipton and Johnson
2010, 10.1002/jrsm.5. CR2 with Satterthwaite's degrees of freedom, for few studies: Tipton 2015, 10.1037/met0000011.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from concordant.evidence.pooling.choices import chosen
from concordant.evidence.pooling.distributions import t_limit, t_p
from concordant.evidence.regression.three_level import ThreeLevel

Form = Literal["CR0", "CR0_adjusted", "CR2"]


@dataclass(frozen=True, slots=True)
class Robust:
    """One coefficient with its robust test."""

    estimate: float
    se: float
    t: float
    df: float
    p: float
    ci_low: float
    ci_high: float


def cluster_robust(fitted: ThreeLevel, *, form: Form = "CR2", coefficient: int = 0, level: float = 0.95) -> Robust:
    """The named form for one coefficient, studies as clusters; CR2 is the one to trust with few studies."""
    chosen("form", form, ("CR0", "CR0_adjusted", "CR2"))
    data, at = fitted.data, fitted.fit
    rest = data.y - data.x @ at.coefficients
    toward = at.covariance[coefficient]
    rows = [np.flatnonzero(row) for row in np.unique(data.outer, axis=0)]
    clusters, p = len(rows), data.x.shape[1]
    directions = np.zeros((clusters, data.y.size))
    for cluster, own in enumerate(rows):
        weight = at.inverse[np.ix_(own, own)]
        directions[cluster, own] = toward @ data.x[own].T @ weight
        if form == "CR2":
            spread = np.linalg.inv(weight)
            left = spread - data.x[own] @ at.covariance @ data.x[own].T
            directions[cluster, own] = directions[cluster, own] @ _balancing(spread, left)
    variance = float(((directions @ rest) ** 2).sum())
    df = float(clusters - p)
    if form == "CR0_adjusted":
        variance *= clusters / (clusters - p)
    if form == "CR2":
        hat = data.x @ at.covariance @ data.x.T
        products = directions @ (np.linalg.inv(at.inverse) - hat) @ directions.T
        df = float(np.trace(products) ** 2 / (products**2).sum())
    estimate, se = float(fitted.coefficients[coefficient]), variance**0.5
    wide = float(t_limit(df, level)) * se
    return Robust(estimate, se, estimate / se, df, float(t_p(estimate / se, df)), estimate - wide, estimate + wide)


def _balancing(spread: NDArray[Any], left: NDArray[Any]) -> NDArray[Any]:
    """What gives residuals of one study their full covariance back: D'(D L D')^(-1/2) D with spread = D'D."""
    root = np.linalg.cholesky(spread).T
    values, vectors = np.linalg.eigh(root @ left @ root.T)
    kept = values > 1e-12 * values.max()
    inverse_root = np.where(kept, values, 1.0) ** -0.5 * kept
    return np.asarray(root.T @ (vectors * inverse_root) @ vectors.T @ root)
