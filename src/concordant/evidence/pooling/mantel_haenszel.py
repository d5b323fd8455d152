"""Mantel-Haenszel pooling of two-by-two tables: odds ratio, risk ratio, risk difference.

Nothing is added to the tables for the pooled effect. For the test of homogeneity alone, tables without any event are
left out and 1/2 is added to the cells of a table with an empty one, as metafor does.
Sources: Mantel and Haenszel 1959, 10.1093/jnci/22.4.719; variances: Robins, Breslow and Greenland 1986,
10.2307/2531052 (odds ratio); Greenland and Robins 1985, 10.2307/2530643 (risk ratio, risk difference as revised by
Sato, Greenland and Robins 1989, 10.2307/2531784).
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.not_defined import NotDefined, Reason
from concordant.evidence.pooling.arrays import Array
from concordant.evidence.pooling.choices import chosen
from concordant.evidence.pooling.tables import CountPool, Tables, summary, tables

Measure = Literal["OR", "RR", "RD"]


def mantel_haenszel(
    ai: ArrayLike, n1i: ArrayLike, ci: ArrayLike, n2i: ArrayLike, *, measure: Measure, level: float = 0.95
) -> CountPool | NotDefined:
    """Events and people of the experimental and the control group, shape (k,); ratios come on the log scale."""
    chosen("measure", measure, ("OR", "RR", "RD"))
    t = tables(ai, n1i, ci, n2i)
    found = {"OR": _odds_ratio, "RR": _risk_ratio, "RD": _risk_difference}[measure](t)
    if found is None:
        return NotDefined(f"Mantel-Haenszel {measure}", Reason.ALL_AGREE)
    estimate, se = found
    y, v = _single(t.mended(), measure)
    return summary(t.a.size, estimate, se, float(((y - estimate) ** 2 / v).sum()), y.size, level)


def _odds_ratio(t: Tables) -> tuple[float, float] | None:
    p, q = (t.a + t.d) / t.n, (t.b + t.c) / t.n
    r, s = t.a * t.d / t.n, t.b * t.c / t.n
    up, down = r.sum(), s.sum()
    if up == 0 or down == 0:
        return None
    variance = (p * r).sum() / up**2 + (p * s + q * r).sum() / (up * down) + (q * s).sum() / down**2
    return float(np.log(up / down)), float(np.sqrt(variance / 2))


def _risk_ratio(t: Tables) -> tuple[float, float] | None:
    up, down = (t.a * t.n2 / t.n).sum(), (t.c * t.n1 / t.n).sum()
    if up == 0 or down == 0:
        return None
    variance = (t.n1 * t.n2 * (t.a + t.c) / t.n**2 - t.a * t.c / t.n).sum() / (up * down)
    return float(np.log(up / down)), float(np.sqrt(variance))


def _risk_difference(t: Tables) -> tuple[float, float] | None:
    first, second, weight = t.n1 / t.n, t.n2 / t.n, (t.n1 * t.n2 / t.n).sum()
    estimate = (t.a * second - t.c * first).sum() / weight
    bias = (t.c * first**2 - t.a * second**2 + first * second * (t.n2 - t.n1) / 2).sum()
    noise = ((t.a * t.d + t.c * t.b) / t.n).sum() / 2
    variance = (estimate * bias + noise) / weight**2
    return (float(estimate), float(np.sqrt(variance))) if variance > 0 else None


def _single(t: Tables, measure: Measure) -> tuple[Array, Array]:
    """Effect and variance of each table."""
    if measure == "OR":
        return np.log(t.a * t.d / (t.b * t.c)), 1 / t.a + 1 / t.b + 1 / t.c + 1 / t.d
    p1, p2 = t.a / t.n1, t.c / t.n2
    if measure == "RR":
        return np.log(p1 / p2), 1 / t.a - 1 / t.n1 + 1 / t.c - 1 / t.n2
    return p1 - p2, p1 * (1 - p1) / t.n1 + p2 * (1 - p2) / t.n2
