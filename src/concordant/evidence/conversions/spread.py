"""A standard deviation or standard error from what was printed instead.

Source: Cochrane Handbook 6.5.2.2 (from SE and CI of one mean), 6.5.2.3 (from a difference), 10.5.3 (skew).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri, stdtrit

from concordant.evidence.conversions.intervals import normal_quantile
from concordant.evidence.numbers import Floats, numbers, positive, refuse_where, sizes, spreads

T_BELOW = 60
"""Group size below which a printed interval of a mean is taken to come from t (Cochrane Handbook 6.5.2.2)."""


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """A largest value, from a paper that prints no more than a bound of p."""

    at_most: Floats
    says: str


def sd_from_se(se: ArrayLike, n: ArrayLike) -> Floats:
    """SE √n: the SD of the people, from the standard error of their mean. SE above 0, n from 2."""
    return positive(se, "se") * np.sqrt(sizes(n, "n"))


def sd_from_interval_of_mean(
    ci_low: ArrayLike,
    ci_high: ArrayLike,
    n: ArrayLike,
    *,
    level: float = 0.95,
    distribution: Literal["auto", "t", "normal"] = "auto",
) -> Floats:
    """√n (high - low)/(2 q), from the interval of one group's mean; q from t (n-1 degrees) below 60 people."""
    low, high, n = numbers(ci_low, "ci_low"), numbers(ci_high, "ci_high"), sizes(n, "n")
    low, high = np.broadcast_arrays(low, high)
    refuse_where(low >= high, low, "ci_low", "is not below the upper limit", "below ci_high")
    z = normal_quantile(level)
    t = stdtrit(n - 1, (1 + level) / 2)
    quantile = {"t": t, "normal": np.asarray(z), "auto": np.where(n < T_BELOW, t, z)}[distribution]
    return np.asarray(np.sqrt(n) * (high - low) / (2 * quantile))


def se_from_p(difference: ArrayLike, p: ArrayLike, *, degrees: ArrayLike | None = None) -> Floats:
    """|difference|/q: the SE behind an exact two-sided p; q from t with ``degrees`` (n1+n2-2), or normal without.

    Raises Refused for a p outside 0 to 1 (exclusive) and for a difference of 0, of which p says nothing.
    """
    difference, p = _difference_and_p(difference, p)
    upper = 1 - p / 2
    quantile = np.asarray(ndtri(upper) if degrees is None else stdtrit(positive(degrees, "degrees"), upper))
    refuse_where(quantile <= 0, np.broadcast_to(p, quantile.shape), "p", "is 1 but for rounding", "below 1")
    return np.asarray(np.abs(difference) / quantile)


def se_bound_from_p(difference: ArrayLike, p_below: ArrayLike, *, degrees: ArrayLike | None = None) -> Bound:
    """From "p < 0.05": the largest SE that fits. Use it as a worst case, never as the value."""
    se = se_from_p(difference, p_below, degrees=degrees)
    return Bound(se, "largest standard error that fits a p printed only as a bound; a worst case, not the value")


def sd_from_se_of_difference(se: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> Floats:
    """SE/√(1/n1 + 1/n2): the SD within groups behind the SE of a mean difference."""
    return positive(se, "se") / np.sqrt(1 / sizes(n1, "n1") + 1 / sizes(n2, "n2"))


def looks_skewed(mean: ArrayLike, sd: ArrayLike) -> NDArray[np.bool_]:
    """Mean below 2 SD on a scale that starts at 0: headache hours and counts of attacks usually are.

    Source: Altman & Bland 1996, 10.1136/bmj.313.7066.1200.
    """
    return np.asarray(numbers(mean, "mean") < 2 * spreads(sd, "sd"))


def _difference_and_p(difference: ArrayLike, p: ArrayLike) -> tuple[Floats, Floats]:
    given, p = np.broadcast_arrays(numbers(difference, "difference"), numbers(p, "p"))
    refuse_where((p <= 0) | (p >= 1), p, "p", "is no exact p", "above 0 and below 1")
    refuse_where(given == 0, given, "difference", "has no standard error that p could give", "not 0")
    return given, p
