"""What each trial does to the pooled result: deletion diagnostics of Viechtbauer and Cheung 2010 (10.1002/jrsm.11)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.pooling.arrays import Array
from concordant.evidence.pooling.fit import Model, pool
from concordant.evidence.refused import Refused
from concordant.evidence.sensitivity.leave_one_out import leave_one_out


@dataclass(frozen=True, slots=True)
class Influence:
    """One value a trial, shape (k,): what the pool of the others says of it, and how the pool moves without it."""

    rstudent: Array
    """How far the trial lies from the pool of the others, in standard deviations of that distance."""
    dffits: Array
    """By how many standard errors the pooled effect moves when the trial is left out."""
    cook_d: Array
    """The same move, squared, against the variance of the full pool."""
    cov_r: Array
    """Variance of the pooled effect without the trial over that with it: below 1, the trial makes it less certain."""
    tau2_del: Array
    QE_del: Array
    hat: Array
    weight_percent: Array


def influence(yi: ArrayLike, vi: ArrayLike, *, model: Model = "REML") -> Influence:
    """Diagnostics of one data set of at least two trials, normal test."""
    y, v = np.asarray(yi, dtype=np.float64), np.asarray(vi, dtype=np.float64)
    if y.ndim != 1 or np.isnan(y).any():
        raise Refused("one data set without gaps", column="yi", value=y.shape, allowed="shape (k,)")
    if v.shape == y.shape and v.size:
        y = y - y[v.argmin()]  # the moves are differences: far from zero they would lose their digits
    whole, without = pool(y, v, model=model), leave_one_out(y, v, model=model)
    weight = 1 / (v + whole.tau2)
    hat = weight / weight.sum()
    tau2, moved = np.asarray(without.tau2), whole.estimate - np.asarray(without.estimate)
    variance = np.asarray(without.se) ** 2
    return Influence(
        rstudent=(y - np.asarray(without.estimate)) / np.sqrt(v + tau2 + variance),
        dffits=moved / np.sqrt(hat * (tau2 + v)),
        cook_d=(moved / whole.se) ** 2,
        cov_r=variance / float(whole.se) ** 2,
        tau2_del=tau2,
        QE_del=np.asarray(without.Q),
        hat=hat,
        weight_percent=100 * hat,
    )
