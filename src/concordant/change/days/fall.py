"""The probability that the rate of headache days really fell between two windows (retest 3.5).

Jeffreys beta-binomial with clustered days: p ~ Beta(1/2 + x/DE, 1/2 + (n - x)/DE) in each window, independent.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.special import betaincinv

from concordant.change.arguments import is_one, one_window, two_windows, within
from concordant.change.assumptions import NATURAL_RATIO
from concordant.change.days.per_28 import PER_DAYS
from concordant.change.days.quadrature import at_most_ratios

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from concordant.change.arguments import Amount


BY_30_PERCENT, BY_50_PERCENT = 0.7, 0.5
"""The share of headache days that is left after a fall of 30 or 50 %."""


class Falls(NamedTuple):
    """The three probabilities that are reported, each a number or an array, 0 to 1."""

    better: Any
    """Of any fall."""
    by_30_percent: Any
    by_50_percent: Any


def probability_of_fall(x1: Amount, n1: Amount, x2: Amount, n2: Amount, effect: Amount, ratio: float = 1.0) -> Amount:
    """P(p2 <= ratio p1), 0 to 1: P(better) with a ratio of 1, a fall of at least 30 % with 0.7, of 50 % with 0.5.

    x of n answered days at baseline and follow-up, up to a year each, the design effect from 1 on (`clustering`), any
    ratio from 0.05 to 20. Numbers, or arrays of one shape. Correct to 1e-7. Raises ArgumentError.
    """
    found: Amount = _probabilities(x1, n1, x2, n2, effect, (within("ratio", ratio, 0.05, 20),))[0]
    return found


def probabilities_of_fall(x1: Amount, n1: Amount, x2: Amount, n2: Amount, effect: Amount) -> Falls:
    """P(better), P(30 %) and P(50 %) at once, at less than their cost one by one.

    Arguments as in `probability_of_fall`. Raises ArgumentError.
    """
    return Falls(*_probabilities(x1, n1, x2, n2, effect, (1.0, BY_30_PERCENT, BY_50_PERCENT)))


def beyond_natural_course(x1: Amount, n1: Amount, x2: Amount, n2: Amount, effect: Amount) -> Amount:
    """The probability of a fall larger than comparable people have untreated: to 0.7 (setting; retest 4).

    Arguments as in `probability_of_fall`. No proof that treatment caused it. Raises ArgumentError.
    """
    return probability_of_fall(x1, n1, x2, n2, effect, NATURAL_RATIO)


def _probabilities(
    x1: Amount, n1: Amount, x2: Amount, n2: Amount, effect: Amount, ratios: tuple[float, ...]
) -> tuple[Any, ...]:
    x1, n1, x2, n2 = two_windows(x1, n1, x2, n2)
    effect = within("effect", effect, 1)
    if all(map(is_one, (x1, n1, x2, n2, effect))):
        return _of_one((x1, n1, x2, n2, effect), ratios)
    return tuple(_of_many((x1, n1, x2, n2, effect), ratios))


@lru_cache(maxsize=512)
def _of_one(person: tuple[float, ...], ratios: tuple[float, ...]) -> tuple[float, ...]:
    """Kept, as one retest asks for the same several times."""
    return tuple(float(each) for each in _of_many(tuple(np.array([value]) for value in person), ratios)[:, 0])


def _of_many(people: tuple[Any, ...], ratios: tuple[float, ...]) -> NDArray[np.float64]:
    """A row for each ratio."""
    x1, n1, x2, n2, effect = np.broadcast_arrays(*people)
    first, second = ((0.5 + (x / effect).ravel(), 0.5 + ((n - x) / effect).ravel()) for x, n in ((x1, n1), (x2, n2)))
    return at_most_ratios(first, second, ratios).reshape(len(ratios), *x1.shape)


class PosteriorDays(NamedTuple):
    """True headache days per 28, given the days that were seen."""

    mean: float
    low: float
    high: float


def posterior_days(x: int, n: int, effect: float, level: float = 0.95) -> PosteriorDays:
    """Mean and equal-tailed interval of the true days per 28 behind x of n answered days. Raises ArgumentError."""
    x, n = one_window("", x, n)
    divisor, tail = within("effect", effect, 1), (1 - within("level", level, 0, 1, is_open=True)) / 2
    a, b = 0.5 + x / divisor, 0.5 + (n - x) / divisor
    low, high = betaincinv(a, b, tail), betaincinv(a, b, 1 - tail)
    return PosteriorDays(PER_DAYS * a / (a + b), PER_DAYS * float(low), PER_DAYS * float(high))
