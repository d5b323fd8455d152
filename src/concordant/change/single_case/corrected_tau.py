"""Baseline-corrected Tau (retest 5; Tarlow 2017, doi:10.1177/0145445516676750)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import kendalltau, theilslopes

from concordant.change.arguments import refuse, within
from concordant.change.single_case.series import phase

TREND_P = 0.05
DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class BaselineTrend:
    """Kendall's tau of the baseline against time, and the Theil-Sen line where it is a trend (p below 0.05)."""

    tau: float
    p: float
    slope: float | None
    """Per week; None where there is no trend, and nothing is corrected."""
    intercept: float | None
    """At week 0, the one before the first."""


@dataclass(frozen=True, slots=True)
class CorrectedTau:
    """Kendall's tau-b of the values against the phase, -1 to 1; negative is lower during treatment."""

    value: float | None
    """What may be reported; None where the projected baseline leaves the scale."""
    uncorrected: float
    corrected: float
    """Equal to uncorrected without a trend of the baseline."""
    p: float
    """Of corrected; too small, as weeks resemble each other. Not for a report."""
    trend: BaselineTrend

    @property
    def already_improving(self) -> bool:
        """The baseline was falling before treatment: to be said, whatever the value is."""
        return self.trend.slope is not None and self.trend.slope < 0

    @property
    def turns_the_sign(self) -> bool:
        """The correction makes a fall a rise or a rise a fall: a reader has to be warned."""
        return self.uncorrected * self.corrected < 0


def baseline_trend(before: Sequence[float]) -> BaselineTrend:
    """The trend of at least two baseline weeks. Raises ArgumentError."""
    values = phase("before", before)
    if len(values) < 2:
        refuse("before", before, "at least two values")
    weeks = np.arange(1, len(values) + 1)
    if np.all(values == values[0]):
        return BaselineTrend(0.0, 1.0, None, None)  # level: tau has no value where all are tied
    found = kendalltau(weeks, values)
    if not found.pvalue < TREND_P:
        return BaselineTrend(float(found.statistic), float(found.pvalue), None, None)
    line = theilslopes(values, weeks)
    return BaselineTrend(float(found.statistic), float(found.pvalue), float(line.slope), float(line.intercept))


def corrected_tau(
    before: Sequence[float], during: Sequence[float], *, low: float = 0, high: float = DAYS_A_WEEK
) -> CorrectedTau:
    """Tau after subtracting the baseline's line from all weeks, where the baseline has a trend.

    Values lie from low to high: 0 to 7 weekly days, 0 to 10 for intensity. Where the line, projected into treatment,
    leaves that range, no value is reported: the person was already improving, or worsening. Raises ArgumentError.
    """
    a, b = phase("before", before), phase("during", during)
    within("before", a, low, high)
    within("during", b, low, high)
    trend, every = baseline_trend(before), np.concatenate([a, b])
    uncorrected, p = _tau_b(every, len(a))
    if trend.slope is None or trend.intercept is None:
        return CorrectedTau(uncorrected, uncorrected, uncorrected, p, trend)
    line = trend.intercept + trend.slope * np.arange(1, len(every) + 1)
    # Residuals on one line differ in their last bits and would not count as ties.
    corrected, p = _tau_b(np.round(every - line, 9), len(a))
    projected = line[len(a) :]
    leaves = bool((projected < low).any() or (projected > high).any())
    return CorrectedTau(None if leaves else corrected, uncorrected, corrected, p, trend)


def _tau_b(values: NDArray[np.float64], first_of_treatment: int) -> tuple[float, float]:
    if np.all(values == values[0]):
        return 0.0, 1.0
    found = kendalltau(np.arange(len(values)) >= first_of_treatment, values)
    return float(found.statistic), float(found.pvalue)
