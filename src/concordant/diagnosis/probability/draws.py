"""Evenly spread draws of everything that is uncertain: the same on every machine, made once for each process.

Points of a lattice of Korobov's kind, turned into each distribution by its inverse: each quantity is spread
perfectly evenly, and any two are all but independent. No random generator, so no seed: same input, same answer.
"""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, ndtri

from concordant.diagnosis.probability.published import Proportion

Draws: TypeAlias = NDArray[np.float64]

HOW_MANY = 2039
"""Draws of each quantity; what that leaves of sampling error is said with each answer."""

_GENERATOR = 1616
"""Of all generators for this many points the one whose 24 coordinates are least correlated, in first and second
moments of any two: at most 0.012."""
_SMALLEST = 1e-6
"""A chance of exactly 0 or 1 would make one result a proof."""

DIMENSIONS = (
    "prior study",
    "prior",
    "rivals study",
    "migraine share",
    "tension share",
    "correlation",
    "FRT sensitivity",
    "FRT specificity",
    "FRT specificity migraine",
    "cluster sensitivity",
    "cluster specificity",
    "concordant sensitivity",
    "concordant ratio",
    "not tender",
    "side-locked",
    "side-locked migraine",
    "side-locked tension",
    "side-locked other",
    "migraine criteria in CGH",
    "migraine criteria in migraine",
    "migraine criteria otherwise",
    "tension criteria in CGH",
    "tension criteria in tension",
)


@cache
def uniform(name: str) -> Draws:
    """Draws between 0 and 1 of one named quantity; two names are independent."""
    step = pow(_GENERATOR, DIMENSIONS.index(name), HOW_MANY)
    return (np.arange(HOW_MANY) * step % HOW_MANY + 0.5) / HOW_MANY


def beta(name: str, a: float, b: float) -> Draws:
    """Draws of a proportion."""
    drawn: Draws = betaincinv(a, b, uniform(name))
    return np.clip(drawn, _SMALLEST, 1 - _SMALLEST)


def of(name: str, published: Proportion) -> Draws:
    """Draws of a published proportion."""
    return beta(name, published.a, published.b)


def log_normal(name: str, middle: float, low: float, high: float) -> Draws:
    """Draws of a ratio from its estimate and 95 % interval."""
    spread = np.log(high / low) / (2 * 1.959964)
    drawn: Draws = middle * np.exp(spread * ndtri(uniform(name)))
    return drawn


def between(name: str, low: float, high: float) -> Draws:
    """Draws of which nothing is known but the bounds."""
    return low + (high - low) * uniform(name)
