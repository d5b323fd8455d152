"""Exact mean run length of the daily watch: how long until an alarm, at a given rate (retest 6).

With a rational reference the sum takes few values and is a Markov chain: m = 1 + Q m.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from concordant.change.arguments import refuse, within
from concordant.change.assumptions import CUSUM_LIMIT, CUSUM_REFERENCE

_MOST_STATES = 2_000


def mean_run_length(p: float, reference: float = CUSUM_REFERENCE, limit: float = CUSUM_LIMIT) -> float:
    """Mean number of answered days until the first alarm, from a sum of 0, at p headache days a day.

    p above 0 and up to 1; reference and limit as in `watch_days`, in decimals, so that the sum takes few
    values: up to 2,000 below the limit. Raises ArgumentError.
    """
    if p != 1:
        within("p", p, 0, 1, is_open=True)
    within("reference", reference, 0, 1, is_open=True)
    within("limit", limit, 0, is_open=True)
    # The decimals as written: 0.1 is a tenth, not its nearest binary fraction.
    k, bound = Fraction(repr(float(reference))), Fraction(repr(float(limit)))
    unit = Fraction(1, k.denominator)
    down, up = int(k / unit), int((1 - k) / unit)
    states = -int(-bound // unit)  # sums 0, unit, ... below the limit
    if states > _MOST_STATES:
        refuse("reference", reference, f"decimals that give the sum at most {_MOST_STATES} values below the limit")
    stay = np.zeros((states, states))
    for state in range(states):
        stay[state, max(0, state - down)] += 1 - p
        if state + up < states:
            stay[state, state + up] += p
    return float(np.linalg.solve(np.eye(states) - stay, np.ones(states))[0])
