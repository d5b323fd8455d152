"""Events among people in two groups.

Sources: Cochrane Handbook 10.4; zero cells as metafor's escalc treats them (Viechtbauer 2010, 10.18637/jss.v036.i03).
Adding 1/2 is a makeshift: Mantel-Haenszel and Peto need it less.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.effects.effect import Effects, effects
from concordant.evidence.numbers import Floats, events_of, numbers, sizes

To = Literal["only0", "all", "if0all", "none"]
"""To which tables the half is added: those with a zero cell, all, all of a data set that has one, or none."""


def log_odds_ratio(
    events1: ArrayLike, n1: ArrayLike, events2: ArrayLike, n2: ArrayLike, *, add: float = 0.5, to: To = "only0"
) -> Effects:
    """ln of the odds ratio; variance 1/a + 1/b + 1/c + 1/d."""
    a, b, c, d = _table(events1, n1, events2, n2, add, to)
    with np.errstate(divide="ignore", invalid="ignore"):
        yi, vi = np.log(a * d / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d
    return _defined(yi, vi, "OR", f"natural logarithm of the odds ratio; {_added(add, to)}")


def log_risk_ratio(
    events1: ArrayLike, n1: ArrayLike, events2: ArrayLike, n2: ArrayLike, *, add: float = 0.5, to: To = "only0"
) -> Effects:
    """ln of the risk ratio; variance 1/a - 1/(a+b) + 1/c - 1/(c+d)."""
    a, b, c, d = _table(events1, n1, events2, n2, add, to)
    with np.errstate(divide="ignore", invalid="ignore"):
        yi = np.log((a / (a + b)) / (c / (c + d)))
        vi = 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)
    return _defined(yi, vi, "RR", f"natural logarithm of the risk ratio; {_added(add, to)}")


def risk_difference(
    events1: ArrayLike, n1: ArrayLike, events2: ArrayLike, n2: ArrayLike, *, add: float = 0.5, to: To = "none"
) -> Effects:
    """Share 1 minus share 2, -1 to 1; variance a b/(a+b)³ + c d/(c+d)³. Nothing is added unless asked.

    A group without events, or in which all had one, then adds no variance; metafor adds 1/2 (``to="only0"``).
    """
    a, b, c, d = _table(events1, n1, events2, n2, add, to)
    vi = a * b / (a + b) ** 3 + c * d / (c + d) ** 3
    return effects(a / (a + b) - c / (c + d), vi, "RD", f"risk difference; {_added(add, to)}")


def _table(
    events1: ArrayLike, n1: ArrayLike, events2: ArrayLike, n2: ArrayLike, add: float, to: To
) -> tuple[Floats, Floats, Floats, Floats]:
    size1, size2 = sizes(n1, "n1", at_least=1), sizes(n2, "n2", at_least=1)
    a, c = events_of(events1, "events1", size1, "n1"), events_of(events2, "events2", size2, "n2")
    a, b, c, d = np.broadcast_arrays(a, size1 - a, c, size2 - c)
    zero = (a == 0) | (b == 0) | (c == 0) | (d == 0)
    if to == "all":
        zero = np.ones_like(zero)
    elif to == "if0all":
        zero = np.broadcast_to(zero.any(axis=-1, keepdims=True) if zero.ndim else zero, zero.shape)
    elif to == "none":
        zero = np.zeros_like(zero)
    half = np.where(zero, numbers(add, "add"), 0.0)
    return a + half, b + half, c + half, d + half


def _defined(yi: Floats, vi: Floats, measure: str, says: str) -> Effects:
    """A ratio that is not defined (an empty cell, nothing added) is no trial."""
    undefined = ~(np.isfinite(yi) & np.isfinite(vi))
    return effects(np.where(undefined, np.nan, yi), np.where(undefined, np.nan, vi), measure, says)


def _added(add: float, to: To) -> str:
    where = {
        "only0": "to the four cells of a table with a zero cell",
        "all": "to every cell",
        "if0all": "to every cell where any table has a zero cell",
    }
    return "nothing added to any cell" if to == "none" or not add else f"{add:g} added {where[to]}"
