"""Points and weights along the heterogeneity, placed where its posterior is.

τ is integrated in s = ln τ, in which every prior here is smooth: two coarse passes find where the posterior is, and a
composite Gauss-Legendre rule covers that. The mean effect is integrated in closed form at each point.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from concordant.evidence.bayes.priors import NormalMean, TauPrior
from concordant.evidence.numbers import Floats

COARSE = 400
"""Points of each coarse pass."""
PANELS = 40
NODES = 12
"""Gauss-Legendre nodes in each panel."""
NEGLIGIBLE = 34.0
"""What lies this much below the peak of the log posterior (a factor of 2e-15) is left out."""
REACH = 60.0
"""How far ln τ goes below the smallest and above the largest scale of the data (a factor of 1e26)."""
AT_ONCE = 4_000_000
"""Numbers in one array at a time, so that thousands of data sets fit into memory."""
TAIL = 1e-13
"""Prior probability beyond the largest τ looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class Along:
    """The posterior along τ of each data set: shapes ``(..., points)``."""

    tau: Floats
    weight: Floats
    """Posterior probability of each point; sums to 1."""
    density: Floats
    """Posterior density of ln τ at each point."""
    mean: Floats
    """Mean of μ given τ."""
    variance: Floats
    """Variance of μ given τ."""
    log_evidence: Floats
    """ln of the marginal likelihood, shape ``(...)``; up to the flat prior's constant where μ has one."""


def along(yi: Floats, vi: Floats, mean: NormalMean, tau: TauPrior) -> Along:
    """The posterior along τ; shapes ``(..., k)`` with NaN where there is no trial, variances above 0."""
    sets, k = yi.shape[:-1], yi.shape[-1]
    y, v = yi.reshape(-1, k), vi.reshape(-1, k)
    many = max(1, AT_ONCE // (PANELS * NODES * k))
    parts = [_along(y[each : each + many], v[each : each + many], mean, tau) for each in range(0, len(y), many)]
    return Along(
        *(
            np.concatenate([getattr(part, name) for part in parts]).reshape((*sets, *shape))
            for name, shape in (
                ("tau", (-1,)),
                ("weight", (-1,)),
                ("density", (-1,)),
                ("mean", (-1,)),
                ("variance", (-1,)),
                ("log_evidence", ()),
            )
        )
    )


def _along(yi: Floats, vi: Floats, mean: NormalMean, tau: TauPrior) -> Along:
    known = ~np.isnan(yi)
    v, y = np.where(known, vi, np.inf), np.where(known, yi, 0.0)
    spread = np.where(known, yi, -np.inf).max(axis=-1) - np.where(known, yi, np.inf).min(axis=-1)
    largest = np.maximum(np.sqrt(np.where(known, vi, 0.0).max(axis=-1)), spread)
    low = np.log(v.min(axis=-1)) / 2 - REACH
    high = np.maximum(np.minimum(np.log(largest) + REACH, np.log(tau.quantile(1 - TAIL))), low + 1)
    for _ in range(2):
        s = low[..., None] + (high - low)[..., None] * np.linspace(0, 1, COARSE)
        log = _log_posterior(s, y, v, mean, tau)[0]
        inside = log > log.max(axis=-1, keepdims=True) - NEGLIGIBLE
        first = np.maximum(inside.argmax(axis=-1) - 1, 0)
        last = COARSE - 1 - np.maximum(inside[..., ::-1].argmax(axis=-1) - 1, 0)
        low = np.take_along_axis(s, first[..., None], axis=-1)[..., 0]
        high = np.take_along_axis(s, last[..., None], axis=-1)[..., 0]
    node, weight = np.polynomial.legendre.leggauss(NODES)
    half = (high - low)[..., None, None] / (2 * PANELS)
    s = low[..., None, None] + half * (2 * np.arange(PANELS)[:, None] + 1 + node)
    area = np.broadcast_to(half * weight, s.shape)
    s, area = s.reshape(*low.shape, -1), area.reshape(*low.shape, -1)
    log, centre, variance = _log_posterior(s, y, v, mean, tau)
    top = log.max(axis=-1, keepdims=True)
    mass = np.exp(log - top) * area
    total = mass.sum(axis=-1, keepdims=True)
    return Along(np.exp(s), mass / total, mass / total / area, centre, variance, (top + np.log(total))[..., 0])


def _log_posterior(s: Floats, y: Floats, v: Floats, mean: NormalMean, prior: TauPrior) -> tuple[Floats, Floats, Floats]:
    """ln of likelihood times prior in s, and mean and variance of μ, at each point."""
    tau = np.exp(s)
    w = 1 / (v[..., None, :] + tau[..., :, None] ** 2)
    known = np.isfinite(v)[..., None, :]
    precision0 = 0.0 if np.isinf(mean.sd) else 1 / mean.sd**2
    w = np.where(known, w, 0.0)
    precision = w.sum(axis=-1) + precision0
    centre = ((w * y[..., None, :]).sum(axis=-1) + precision0 * mean.mean) / precision
    residual = (w * (y[..., None, :] - centre[..., None]) ** 2).sum(axis=-1)
    residual = residual + precision0 * (centre - mean.mean) ** 2
    log_w = np.log(np.where(known, w, 1.0)).sum(axis=-1)
    constant = 0.5 * np.log(precision0) if precision0 else 0.5 * np.log(2 * np.pi)
    constant = constant - 0.5 * np.log(2 * np.pi) * known.sum(axis=-1)
    log = 0.5 * (log_w - residual - np.log(precision)) + constant + prior.log_density(tau) + s
    return log, centre, 1 / precision
