"""The Bernoulli CUSUM of daily headache, yes or no (retest 6)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from concordant.change.arguments import refuse, within
from concordant.change.assumptions import CUSUM_LIMIT, CUSUM_REFERENCE
from concordant.change.relapse.watch import Watch, watched


def reference_value(usual: float, relapsed: float) -> float:
    """k, headache days a day, halfway in likelihood between the usual rate and that of a relapse.

    Both between 0 and 1, the usual one lower. Raises ArgumentError.
    """
    p0, p1 = within("usual", usual, 0, 1, is_open=True), within("relapsed", relapsed, 0, 1, is_open=True)
    if p0 >= p1:
        refuse("usual", usual, f"numbers below relapsed = {relapsed:g}")
    return math.log((1 - p0) / (1 - p1)) / math.log(p1 * (1 - p0) / (p0 * (1 - p1)))


def watch_days(days: Sequence[bool | None], reference: float = CUSUM_REFERENCE, limit: float = CUSUM_LIMIT) -> Watch:
    """The sum S = max(0, S + x - k) after each day, x one on a day with headache; an alarm at S >= limit.

    A missing day (None) leaves S as it was. reference is between 0 and 1, the limit above 0. Raises ArgumentError.
    """
    within("reference", reference, 0, 1, is_open=True)
    within("limit", limit, 0, is_open=True)
    return watched(days, reference, limit)
