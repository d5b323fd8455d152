"""The CUSUM of weekly counts of headache days, where only weeks are known (retest 6)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from concordant.change.arguments import count, refuse, within
from concordant.change.relapse.watch import Watch, watched


def weekly_reference(usual: float, relapsed: float) -> float:
    """k, headache days a week, between the usual rate and that of a relapse, both above 0. Raises ArgumentError."""
    l0, l1 = within("usual", usual, 0, is_open=True), within("relapsed", relapsed, 0, is_open=True)
    if l0 >= l1:
        refuse("usual", usual, f"numbers below relapsed = {relapsed:g}")
    return (l1 - l0) / math.log(l1 / l0)


def watch_weeks(weeks: Sequence[int | None], reference: float, limit: float) -> Watch:
    """The sum S = max(0, S + w - k) after each week; an alarm at S >= limit. A missing week (None) leaves S as it was.

    Weekly counts 0 to 7, reference and limit above 0; no limit is published. Raises ArgumentError.
    """
    within("reference", reference, 0, is_open=True)
    within("limit", limit, 0, is_open=True)
    for place, week in enumerate(weeks):
        if week is not None:
            count(f"weeks[{place}]", week, 0, 7)
    return watched(weeks, reference, limit)
