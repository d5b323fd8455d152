"""Peto's one-step log odds ratio: (events seen - expected) over the hypergeometric variance, for rare events.

Source: Yusuf, Peto, Lewis, Collins and Sleight 1985, 10.1016/S0033-0620(85)80003-7.
"""

from __future__ import annotations

from numpy.typing import ArrayLike

from concordant.evidence.not_defined import NotDefined, Reason
from concordant.evidence.pooling.tables import CountPool, summary, tables


def peto(
    ai: ArrayLike, n1i: ArrayLike, ci: ArrayLike, n2i: ArrayLike, *, level: float = 0.95
) -> CountPool | NotDefined:
    """Events and people of the experimental and the control group, shape (k,); the estimate is a log odds ratio."""
    t = tables(ai, n1i, ci, n2i)
    events = t.a + t.c
    surplus = t.a - events * t.n1 / t.n
    variance = events * (t.b + t.d) * t.n1 * t.n2 / (t.n**2 * (t.n - 1))
    total = float(variance.sum())
    if total == 0:
        return NotDefined("Peto odds ratio", Reason.ALL_AGREE)
    telling = variance > 0
    q = float((surplus[telling] ** 2 / variance[telling]).sum() - surplus.sum() ** 2 / total)
    return summary(t.a.size, float(surplus.sum()) / total, total**-0.5, q, int(telling.sum()), level)
