"""Variance between trials at which the generalised Q has a wanted value: Paule-Mandel, empirical Bayes, Q-profile.

In tau² the generalised Q is a sum of terms z²/(λ + tau²) with every λ positive, so that 1/Q is increasing and concave.
Newton's method on 1/Q therefore climbs to the root from tau² = 0 without ever passing it: no bracket and no damping
are needed, and where Q is below the wanted value already at 0 there is no root and 0 is the answer.
Sources: Paule and Mandel 1982, 10.6028/jres.087.022; Viechtbauer 2007, 10.1002/sim.2514.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from concordant.evidence.pooling.arrays import Array, Trials

MOST_STEPS = 500
TINY = float(np.finfo(np.float64).tiny)


def tau2_where_q_is(y: Array, v: Array, wanted: Any) -> Any:
    """tau² >= 0 with Σ(y-μ)²/(v+tau²) = wanted, trials along the first axis; 0 where Q starts below."""
    tau2: Any = np.zeros(y.shape[1:]) if y.ndim > 1 else 0.0
    for _ in range(MOST_STEPS):
        w = 1 / (v + tau2)
        rest = y - np.add.reduce(w * y) / np.add.reduce(w)
        weighted = w * rest
        q = np.add.reduce(weighted * rest)
        step = np.maximum(0.0, q * (q / np.maximum(wanted, TINY) - 1) / (np.add.reduce(weighted * weighted) + TINY))
        tau2 = tau2 + step
        if np.all(step <= 1e-9 * tau2):  # the error squares with each step: what is left is below rounding
            return tau2
    raise ArithmeticError("the generalised Q did not reach the wanted value")  # pragma: no cover - cannot happen


def paule_mandel(t: Trials) -> tuple[Any, Any]:
    """tau² at which Q equals its degrees of freedom (empirical Bayes solves the same), and its standard error."""
    tau2 = tau2_where_q_is(t.y, t.v, t.k - 1)
    return tau2, np.sqrt(2 * t.k * t.k / (t.k - 1)) / np.add.reduce(1 / (t.v + tau2))
