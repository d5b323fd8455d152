"""Indices of overlap between the phases: NAP, Tau and Tau-U (retest 5).

NAP: Parker & Vannest 2009, doi:10.1016/j.beth.2008.10.006. Tau-U: Parker 2011, doi:10.1016/j.beth.2010.08.006; it is
inflated, has no bounds and controls a trend poorly (doi:10.1177/0145445516676750): shown for comparison only.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from concordant.change.single_case.series import phase


def nap(before: Sequence[float], during: Sequence[float]) -> float:
    """Nonoverlap of all pairs, 0 to 1: the share of pairs in which the later value is lower, ties as half.

    0.5 is no change. Bands: weak below 0.66, medium to 0.92, strong above (recalled). Raises ArgumentError.
    """
    a, b = phase("before", before), phase("during", during)
    return 0.5 + _between(a, b) / (2 * len(a) * len(b))


def tau(before: Sequence[float], during: Sequence[float]) -> float:
    """Tau of the phases, 2 NAP - 1, from -1 to 1; 0 is no change. Raises ArgumentError."""
    return 2 * nap(before, during) - 1


def tau_u(before: Sequence[float], during: Sequence[float]) -> float:
    """Tau less the trend of the baseline, (S_AB - S_A)/(nA nB); can leave -1 to 1. Raises ArgumentError."""
    a, b = phase("before", before), phase("during", during)
    return (_between(a, b) - _trend(a)) / (len(a) * len(b))


def tau_u_with_trend_in_treatment(before: Sequence[float], during: Sequence[float]) -> float:
    """Tau-U that adds the trend during treatment, (S_AB - S_A + S_B)/(nA nB + nB (nB - 1)/2). Raises ArgumentError."""
    a, b = phase("before", before), phase("during", during)
    pairs = len(a) * len(b) + len(b) * (len(b) - 1) // 2
    return (_between(a, b) - _trend(a) + _trend(b)) / pairs


def _between(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    """S_AB: pairs that improve less pairs that worsen."""
    return float(np.sign(a[:, None] - b[None, :]).sum())


def _trend(values: NDArray[np.float64]) -> float:
    """S of one phase: earlier and later values, pairs that improve less pairs that worsen."""
    return float(np.triu(np.sign(values[:, None] - values[None, :]), 1).sum())
