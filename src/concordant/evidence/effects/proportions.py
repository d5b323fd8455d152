"""A share of one group: responders of those treated, people harmed of those needled.

Sources: Freeman & Tukey 1950 (10.1214/aoms/1177729756) and Miller 1978 (10.1080/00031305.1978.10479283) for the
double arcsine and its inverse; formulas as metafor's escalc (Viechtbauer 2010, 10.18637/jss.v036.i03). The inverse
needs one size for a whole pool and misleads where sizes differ widely: prefer the logit there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.effects.effect import Effects, effects
from concordant.evidence.numbers import Floats, events_of, numbers, sizes

_ADDED = "0.5 added to both cells where one is 0"


def proportion(events: ArrayLike, n: ArrayLike) -> Effects:
    """The share itself, 0 to 1; variance p(1-p)/n. 1/2 is added to both cells where one is 0."""
    x, m = _halves(events, n)
    p = x / m
    return effects(p, p * (1 - p) / m, "PR", f"share; {_ADDED}")


def log_proportion(events: ArrayLike, n: ArrayLike) -> Effects:
    """ln of the share; variance 1/x - 1/n. 1/2 is added to both cells where one is 0."""
    x, m = _halves(events, n)
    return effects(np.log(x / m), 1 / x - 1 / m, "PLN", f"natural logarithm of the share; {_ADDED}")


def logit_proportion(events: ArrayLike, n: ArrayLike) -> Effects:
    """ln of the odds; variance 1/x + 1/(n-x). 1/2 is added to both cells where one is 0."""
    x, m = _halves(events, n)
    return effects(np.log(x / (m - x)), 1 / x + 1 / (m - x), "PLO", f"logit of the share; {_ADDED}")


def arcsine_proportion(events: ArrayLike, n: ArrayLike) -> Effects:
    """arcsin √p, in radians; variance 1/(4n). Nothing is added."""
    m = sizes(n, "n", at_least=1)
    x = events_of(events, "events", m, "n")
    return effects(np.arcsin(np.sqrt(x / m)), np.asarray(1 / (4 * m)), "PAS", "arcsine of the root of the share")


def double_arcsine_proportion(events: ArrayLike, n: ArrayLike) -> Effects:
    """(arcsin √(x/(n+1)) + arcsin √((x+1)/(n+1)))/2, in radians; variance 1/(4n+2). Nothing is added."""
    m = sizes(n, "n", at_least=1)
    x = events_of(events, "events", m, "n")
    yi = (np.arcsin(np.sqrt(x / (m + 1))) + np.arcsin(np.sqrt((x + 1) / (m + 1)))) / 2
    return effects(yi, np.asarray(1 / (4 * m + 2)), "PFT", "double arcsine of the share (Freeman & Tukey 1950)")


def proportion_from_double_arcsine(value: ArrayLike, n: ArrayLike) -> Floats:
    """The share, 0 to 1, of which the double arcsine with ``n`` people is ``value`` (Miller 1978)."""
    t = 2 * numbers(value, "value")
    m = sizes(n, "n", at_least=1)
    t, m = np.broadcast_arrays(t, m)
    lowest = 2 * double_arcsine_proportion(np.zeros_like(m), m).yi
    highest = 2 * double_arcsine_proportion(m, m).yi
    with np.errstate(invalid="ignore", divide="ignore"):
        root = np.sqrt(1 - (np.sin(t) + (np.sin(t) - 1 / np.sin(t)) / m) ** 2)
        p = (1 - np.sign(np.cos(t)) * root) / 2
    return np.where(t <= lowest, 0.0, np.where(t >= highest, 1.0, p))


def _halves(events: ArrayLike, n: ArrayLike) -> tuple[Floats, Floats]:
    m = sizes(n, "n", at_least=1)
    x = events_of(events, "events", m, "n")
    x, m = np.broadcast_arrays(x, m)
    half = np.where((x == 0) | (x == m), 0.5, 0.0)
    return x + half, m + 2 * half
