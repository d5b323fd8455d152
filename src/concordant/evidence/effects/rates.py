"""Events over person-time: attacks in weeks of diary, harms in years.

Sources: Cochrane Handbook 6.7 and 10.4; formulas as metafor's escalc (Viechtbauer 2010, 10.18637/jss.v036.i03).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.effects.effect import Effects, effects
from concordant.evidence.numbers import Floats, numbers, positive, refuse_where


def log_incidence_rate_ratio(
    events1: ArrayLike, time1: ArrayLike, events2: ArrayLike, time2: ArrayLike, *, add: float = 0.5
) -> Effects:
    """ln of rate 1 over rate 2; variance 1/events1 + 1/events2. 1/2 is added to both where one has no events."""
    x1, x2 = _events(events1, "events1"), _events(events2, "events2")
    t1, t2 = positive(time1, "time1"), positive(time2, "time2")
    half = np.where((x1 == 0) | (x2 == 0), add, 0.0)
    x1, x2 = x1 + half, x2 + half
    yi, vi = np.log((x1 / t1) / (x2 / t2)), 1 / x1 + 1 / x2
    return effects(yi, vi, "IRR", f"natural logarithm of the rate ratio; {add:g} added to both where one has no events")


def incidence_rate_difference(
    events1: ArrayLike, time1: ArrayLike, events2: ArrayLike, time2: ArrayLike, *, add: float = 0.5
) -> Effects:
    """Rate 1 minus rate 2, per unit of time; variance events1/time1² + events2/time2²."""
    x1, x2 = _events(events1, "events1"), _events(events2, "events2")
    t1, t2 = positive(time1, "time1"), positive(time2, "time2")
    half = np.where((x1 == 0) | (x2 == 0), add, 0.0)
    x1, x2 = x1 + half, x2 + half
    return effects(
        x1 / t1 - x2 / t2,
        x1 / t1**2 + x2 / t2**2,
        "IRD",
        f"rate difference; {add:g} added to both where one has no events",
    )


def incidence_rate(events: ArrayLike, time: ArrayLike, *, log: bool = True, add: float = 0.5) -> Effects:
    """The rate of one group, per unit of time: its logarithm (variance 1/events) or itself (events/time²)."""
    x, t = _events(events, "events"), positive(time, "time")
    x = x + np.where(x == 0, add, 0.0)
    if log:
        return effects(np.log(x / t), 1 / x, "IRLN", f"natural logarithm of the rate; {add:g} added where no events")
    return effects(x / t, x / t**2, "IR", f"rate; {add:g} added where no events")


def _events(values: ArrayLike, column: str) -> Floats:
    given = numbers(values, column)
    return refuse_where(given < 0, given, column, "is a negative number of events", "0 or more")
