"""Variance between trials from a formula: DerSimonian-Laird, Hunter-Schmidt, Hedges, Sidik-Jonkman.

Each comes with its standard error at the untruncated moment equation, as in metafor 3.8 (se_tau2). Sums run over the
first axis. `common` are the sums at weights 1/v, which every pooled result needs anyway.
Sources: DerSimonian and Laird 1986, 10.1016/0197-2456(86)90046-2; Sidik and Jonkman 2005,
10.1111/j.1467-9876.2005.00489.x; all of them compared in Viechtbauer 2005, 10.3102/10769986030003261.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from concordant.evidence.pooling.arrays import Array, Trials


@dataclass(frozen=True, slots=True)
class Common:
    """What the trials say at weights 1/v."""

    w: Array
    total: Any
    """Sum of the weights."""
    total2: Any
    """Sum of their squares."""
    estimate: Any
    q: Any
    """Cochran's Q."""
    trace: Any
    """Sum of the weights less what the estimate takes: Q has this slope in tau²."""


def common(t: Trials) -> Common:
    """The equal-effects sums of every data set."""
    w = 1 / t.v
    wy = w * t.y
    total = np.add.reduce(w)
    estimate = np.add.reduce(wy) / total
    rest = t.y - estimate
    rest *= rest
    rest *= w
    total2 = np.add.reduce(w * w)
    return Common(w, total, total2, estimate, np.add.reduce(rest), total - total2 / total)


def dersimonian_laird(t: Trials, c: Common) -> tuple[Any, Any]:
    """tau² by the moment of Q, and its standard error."""
    tau2 = np.maximum(0.0, (c.q - (t.k - 1)) / c.trace)
    return tau2, np.sqrt(_moment_variance(t, c, tau2)) / c.trace


def hunter_schmidt(t: Trials, c: Common) -> tuple[Any, Any]:
    """tau² by (Q - k) over the total weight, and its standard error."""
    tau2 = np.maximum(0.0, (c.q - t.k) / c.total)
    return tau2, np.sqrt(_moment_variance(t, c, tau2)) / c.total


def _moment_variance(t: Trials, c: Common, tau2: Any) -> Any:
    """Variance of Q when the effects vary by tau²."""
    return 2 * (t.k - 1) + 4 * tau2 * c.trace + 2 * tau2 * tau2 * trace_of_square(c.w)


def trace_of_square(w: Array) -> Any:
    """Trace of PP, P the matrix that takes the weighted mean out: Σw² - 2Σw³/Σw + (Σw²/Σw)².

    The largest weight is kept apart, for next to one giant trial that difference would have no digits left.
    """
    giant = (w.argmax(axis=0), *((np.arange(w.shape[1]),) if w.ndim > 1 else ()))
    most, rest = w[giant], w.copy()
    rest[giant] = 0.0
    others = np.add.reduce(rest)
    total = most + others
    squares = rest * rest
    diagonal = rest * (total - rest)
    total2 = np.add.reduce(squares)
    apart = np.maximum(0.0, total2 * total2 - np.add.reduce(squares * squares))
    on = np.add.reduce(diagonal * diagonal) + (most * others) ** 2
    return (on + 2 * most * most * total2 + apart) / (total * total)


def hedges(t: Trials, c: Common) -> tuple[Any, Any]:
    """tau² as the plain variance of the effects less the mean sampling variance, and its standard error."""
    v = t.v if t.present is None else np.where(t.present, t.v, 0.0)
    v1, v2 = np.add.reduce(v), np.add.reduce(v * v)
    left = t.k - 1
    trace = v1 - v1 / t.k
    tau2 = np.maximum(0.0, (t.scatter - trace) / left)
    products = v2 - 2 * v2 / t.k + (v1 / t.k) ** 2
    return tau2, np.sqrt(2 * products + 4 * tau2 * trace + 2 * tau2 * tau2 * left) / left


def sidik_jonkman(t: Trials, c: Common) -> tuple[Any, Any]:
    """tau² from weights at the plain variance of the effects, and its standard error; 0 only where all agree."""
    start = t.scatter / t.k
    v = t.v if t.present is None else np.where(t.present, t.v, 0.0)
    w = 1 / (t.v + start)
    total = np.add.reduce(w)
    rest = t.y - np.add.reduce(w * t.y) / total
    left = t.k - 1
    tau2 = start * np.add.reduce(w * rest * rest) / left
    w2, w3 = w * w, w * w * w
    total2, w2v = np.add.reduce(w2), np.add.reduce(w2 * v)
    both = np.add.reduce(w2 * v * v) - 2 * np.add.reduce(w3 * v * v) / total + (w2v / total) ** 2
    mixed = w2v - 2 * np.add.reduce(w3 * v) / total + total2 * w2v / total**2
    squares = total2 - 2 * np.add.reduce(w3) / total + (total2 / total) ** 2
    return tau2, start / left * np.sqrt(2 * both + 4 * tau2 * mixed + 2 * tau2 * tau2 * squares)
