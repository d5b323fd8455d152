"""Tails and limits of the normal, t and chi-squared distributions, two-sided where an effect is tested."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from scipy.special import chdtrc, chdtri, ndtr, ndtri, stdtr, stdtrit

from concordant.evidence.pooling.arrays import Numbers
from concordant.evidence.pooling.choices import within


@lru_cache(maxsize=64)
def normal_limit(level: float) -> float:
    """How many standard errors an interval of this level reaches to either side."""
    within(level)
    return float(ndtri(0.5 + level / 2))


@lru_cache(maxsize=4096)
def _t_limit(df: float, level: float) -> float:
    return float(stdtrit(df, 0.5 + level / 2)) if df > 0 else float("nan")


def t_limit(df: Any, level: float) -> Any:
    """The same on t; NaN where no degree of freedom is left."""
    if not np.ndim(df):
        return _t_limit(float(df), level)
    kinds, which = np.unique(df, return_inverse=True)
    return np.array([_t_limit(float(one), level) for one in kinds])[which.reshape(np.shape(df))]


def normal_p(z: Any) -> Any:
    """Two-sided p of a standard normal statistic."""
    return 2 * ndtr(-np.abs(z))


def t_p(t: Any, df: Any) -> Any:
    """Two-sided p of a t statistic; NaN where no degree of freedom is left."""
    return 2 * stdtr(df, -np.abs(t))


def chi2_p(q: Any, df: Any) -> Any:
    """Upper tail of chi-squared; 1 where nothing is left to vary."""
    if isinstance(df, int):
        return chdtrc(df, q) if df > 0 else np.ones_like(q)
    return np.where(df > 0, chdtrc(df, q), 1.0)


@lru_cache(maxsize=4096)
def _chi2_limit(df: float, tail: float) -> float:
    return float(chdtri(df, tail)) if df > 0 else 0.0


def chi2_limit(df: Any, tail: float) -> Numbers:
    """The value that chi-squared exceeds with this probability."""
    if not np.ndim(df):
        return _chi2_limit(float(df), tail)
    kinds, which = np.unique(df, return_inverse=True)
    return np.array([_chi2_limit(float(one), tail) for one in kinds])[which.reshape(np.shape(df))]
