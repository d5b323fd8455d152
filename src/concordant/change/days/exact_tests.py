"""Exact tests of independent days: Fisher and Boschloo (retest 3.2). Checks beside the verdict, never the verdict."""

from __future__ import annotations

from scipy.stats import boschloo_exact, fisher_exact

from concordant.change.arguments import one_window


def fisher(x1: int, n1: int, x2: int, n2: int) -> float:
    """The two-sided p-value of Fisher's exact test, 0 to 1. Raises ArgumentError."""
    x1, n1, x2, n2 = _checked(x1, n1, x2, n2)
    return float(fisher_exact([[x1, n1 - x1], [x2, n2 - x2]]).pvalue)


def boschloo(x1: int, n1: int, x2: int, n2: int) -> float:
    """The two-sided p-value of Boschloo's exact test, to about 1e-4: it is found by a search. Raises ArgumentError.

    Where all days of both windows are alike nothing can be told and p is 1.
    """
    x1, n1, x2, n2 = _checked(x1, n1, x2, n2)
    if x1 + x2 in (0, n1 + n2):
        return 1.0
    # SciPy's columns are the samples.
    return float(boschloo_exact([[x1, x2], [n1 - x1, n2 - x2]]).pvalue)


def _checked(x1: int, n1: int, x2: int, n2: int) -> tuple[int, int, int, int]:
    return (*one_window("1", x1, n1), *one_window("2", x2, n2))
