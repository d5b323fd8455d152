"""Quantiles and tail probabilities of the standard normal distribution."""

from __future__ import annotations

import math
from functools import cache
from statistics import NormalDist

from concordant.change.arguments import within

_STANDARD = NormalDist()


@cache
def z_of(level: float) -> float:
    """The two-sided quantile: 1.959964 for a level of 0.95, 1.644854 for 0.90. The level lies between 0 and 1."""
    return _STANDARD.inv_cdf((1 + within("level", level, 0, 1, is_open=True)) / 2)


def two_sided_p(z: float) -> float:
    """The two-sided p-value of a standard normal statistic, 0 to 1."""
    return math.erfc(abs(z) / math.sqrt(2))


def below(z: float) -> float:
    """P(Z <= z), 0 to 1."""
    return _STANDARD.cdf(z)


def density(z: float) -> float:
    """The density at z."""
    return _STANDARD.pdf(z)
