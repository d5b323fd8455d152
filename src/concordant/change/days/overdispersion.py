"""Overdispersion of weekly counts, and the log rate ratio that allows for dispersion (retest 3.4)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from concordant.change.arguments import count, refuse, within
from concordant.change.normal import two_sided_p, z_of

DAYS_A_WEEK = 7


def overdispersion(before: Sequence[int], after: Sequence[int], *, binomial: bool = True) -> float:
    """phi of weekly headache days, 0 to 7, each phase about its own mean; above 1 the weeks vary more than chance.

    binomial takes the variance of days that are yes or no, else that of Poisson counts. A standard error is
    multiplied by sqrt(max(1, phi)). Needs three weeks, each phase one. Raises ArgumentError.
    """
    weeks = len(before) + len(after)
    if not before or not after or weeks < 3:
        refuse("weeks", weeks, "at least 3, and one in each phase")
    found = 0.0
    for name, phase in (("before", before), ("after", after)):
        counts = [count(f"{name}[{place}]", week, 0, DAYS_A_WEEK) for place, week in enumerate(phase)]
        mean = sum(counts) / len(counts)
        variance = mean * (1 - mean / DAYS_A_WEEK) if binomial else mean
        if variance > 0:  # else all weeks of the phase are empty or full and vary by nothing
            found += sum((week - mean) ** 2 for week in counts) / variance
    return found / (weeks - 2)


class LogRateRatio(NamedTuple):
    """A rate ratio by the normal approximation of its logarithm."""

    ratio: float
    error: float
    """Standard error of the logarithm."""
    low: float
    high: float
    p: float


def log_rate_ratio(
    x1: int, t1: float, x2: int, t2: float, *, dispersion: float = 0.0, phi: float = 1.0, level: float = 0.95
) -> LogRateRatio:
    """x2 events in t2 over x1 in t1; at least one in each, exposures above 0. Raises ArgumentError.

    dispersion is the negative binomial alpha of a window (variance m + alpha m^2), 0 for Poisson; phi that of
    `overdispersion`, counted from 1 on.
    """
    first, second = count("x1", x1, 1), count("x2", x2, 1)
    alpha, inflation = within("dispersion", dispersion, 0), max(1.0, within("phi", phi, 0))
    ratio = (second / within("t2", t2, 0, is_open=True)) / (first / within("t1", t1, 0, is_open=True))
    error = math.sqrt((1 / first + 1 / second + 2 * alpha) * inflation)
    half = z_of(level) * error
    return LogRateRatio(
        ratio, error, ratio * math.exp(-half), ratio * math.exp(half), two_sided_p(math.log(ratio) / error)
    )
