"""Do groups of trials differ? Asked twice, as these are two questions: each with its own tau², and all with one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.pooling.distributions import chi2_p
from concordant.evidence.pooling.fit import Model, Pool, Test, pool
from concordant.evidence.refused import Refused
from concordant.evidence.regression.fit import Regression, regress


@dataclass(frozen=True, slots=True)
class Subgroups:
    """Pools of the groups, the test between them at their own tau², and the regression at one common tau²."""

    levels: tuple[str, ...]
    pools: tuple[Pool, ...]
    Q_between: float
    df: int
    p: float
    common: Regression
    """Intercept: the first level; then the differences of the others from it, in the order of `levels`."""


def subgroups(
    yi: ArrayLike,
    vi: ArrayLike,
    groups: Sequence[object],
    *,
    model: Model = "REML",
    test: Test = "z",
    level: float = 0.95,
) -> Subgroups:
    """Effects, variances and the group of each trial, at least two groups. Levels stand in sorted order."""
    y, v = np.asarray(yi, dtype=np.float64), np.asarray(vi, dtype=np.float64)
    names = np.array([str(one) for one in groups])
    if names.shape != y.shape or y.shape != v.shape:
        raise Refused("every trial needs its group", column="groups", value=len(names), allowed=f"{y.size} of them")
    levels = sorted(set(names.tolist()))
    if len(levels) < 2:
        raise Refused("one group cannot be compared", column="groups", value=levels, allowed="two or more groups")
    pools = tuple(pool(y[names == one], v[names == one], model=model, test=test, level=level) for one in levels)
    estimates, weights = np.array([one.estimate for one in pools]), np.array([one.se for one in pools]) ** -2.0
    middle = (weights * estimates).sum() / weights.sum()
    between, df = float((weights * (estimates - middle) ** 2).sum()), len(levels) - 1
    design = np.column_stack([np.ones(y.size), *((names == one).astype(float) for one in levels[1:])])
    common = regress(y, v, design, model=model, test=test, level=level)
    return Subgroups(tuple(levels), pools, between, df, float(chi2_p(between, df)), common)
