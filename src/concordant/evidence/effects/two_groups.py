"""Two groups with means and standard deviations.

Sources: Hedges 1981 (10.3102/10769986006002107) for the standardised difference and its correction; Hedges & Olkin 1985
for its variance; Bonett 2008 (10.1037/1082-989X.13.2.99) where the variances differ; Hedges, Gurevitch & Curtis 1999
(10.1890/0012-9658(1999)080[1150:TMAORR]2.0.CO;2) for the ratio of means; Cochrane Handbook chapters 6 and 10.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import poch

from concordant.evidence.effects.effect import Effects, effects
from concordant.evidence.numbers import Floats, numbers, positive, refuse_where, sizes, spreads


def exact_correction(degrees: ArrayLike) -> Floats:
    """Hedges' factor J(m) = Γ(m/2) / (√(m/2) Γ((m-1)/2)), exact; m > 1 degrees of freedom (Hedges 1981)."""
    m = numbers(degrees, "degrees")
    refuse_where(m <= 1, m, "degrees", "gives no correction", "above 1")
    # Γ(a + 1/2)/Γ(a) by log-gamma, and by its expansion where two large logarithms would cancel.
    return np.asarray(poch((m - 1) / 2, 0.5) / np.sqrt(m / 2))


def approximate_correction(degrees: ArrayLike) -> Floats:
    """Hedges' approximation 1 - 3/(4m - 1), which RevMan uses."""
    m = numbers(degrees, "degrees")
    refuse_where(m <= 1, m, "degrees", "gives no correction", "above 1")
    return 1 - 3 / (4 * m - 1)


def pooled_sd(sd1: ArrayLike, n1: ArrayLike, sd2: ArrayLike, n2: ArrayLike) -> Floats:
    """√(((n1-1)sd1² + (n2-1)sd2²)/(n1+n2-2)), in the unit of the outcome."""
    sd1, n1, sd2, n2 = spreads(sd1, "sd1"), sizes(n1, "n1"), spreads(sd2, "sd2"), sizes(n2, "n2")
    return np.sqrt(((n1 - 1) * sd1**2 + (n2 - 1) * sd2**2) / (n1 + n2 - 2))


def mean_difference(
    mean1: ArrayLike,
    sd1: ArrayLike,
    n1: ArrayLike,
    mean2: ArrayLike,
    sd2: ArrayLike,
    n2: ArrayLike,
    *,
    variance: Literal["unequal", "pooled"] = "unequal",
) -> Effects:
    """Mean 1 minus mean 2, in the unit of the outcome.

    The variance is sd1²/n1 + sd2²/n2 (``unequal``, metafor's default) or sp²(1/n1 + 1/n2) (``pooled``). Final and
    change scores may share a pool of these, which has to say so. Raises Refused for fewer than 2 people in a group, a
    negative SD, and two SDs of 0.
    """
    mean1, mean2 = numbers(mean1, "mean1"), numbers(mean2, "mean2")
    sd1, n1, sd2, n2 = spreads(sd1, "sd1"), sizes(n1, "n1"), spreads(sd2, "sd2"), sizes(n2, "n2")
    if variance == "pooled":
        vi = pooled_sd(sd1, n1, sd2, n2) ** 2 * (1 / n1 + 1 / n2)
        says = "mean difference; variance from the pooled SD"
    else:
        vi = sd1**2 / n1 + sd2**2 / n2
        says = "mean difference; variance from each group's own SD"
    _refuse_no_spread(vi)
    return effects(mean1 - mean2, vi, "MD", says)


def standardised_mean_difference(
    mean1: ArrayLike,
    sd1: ArrayLike,
    n1: ArrayLike,
    mean2: ArrayLike,
    sd2: ArrayLike,
    n2: ArrayLike,
    *,
    variance: Literal["LS", "UB", "RevMan"] = "LS",
) -> Effects:
    """Hedges' g: the mean difference in pooled SDs, corrected for small groups.

    ``LS`` (metafor's default): exact J, variance 1/n1 + 1/n2 + g²/(2(n1+n2)). ``UB``: exact J, unbiased variance
    1/n1 + 1/n2 + (1 - (m-2)/(m J²)) g². ``RevMan``: approximate J, variance N/(n1 n2) + g²/(2(N - 3.94)).
    Never in one pool with change-standardised effects. Raises Refused as :func:`mean_difference` does.
    """
    mean1, mean2 = numbers(mean1, "mean1"), numbers(mean2, "mean2")
    n1, n2 = sizes(n1, "n1"), sizes(n2, "n2")
    sp = pooled_sd(sd1, n1, sd2, n2)
    _refuse_no_spread(sp)
    m = n1 + n2 - 2
    if variance == "RevMan":
        g = approximate_correction(m) * (mean1 - mean2) / sp
        vi = (n1 + n2) / (n1 * n2) + g**2 / (2 * (n1 + n2 - 3.94))
        return effects(g, vi, "SMD", "Hedges' g with the approximate correction; variance as RevMan 5 prints it")
    j = exact_correction(m)
    g = j * (mean1 - mean2) / sp
    if variance == "UB":
        vi = 1 / n1 + 1 / n2 + (1 - (m - 2) / (m * j**2)) * g**2
        return effects(g, vi, "SMD", "Hedges' g with the exact correction; unbiased variance")
    vi = 1 / n1 + 1 / n2 + g**2 / (2 * (n1 + n2))
    return effects(g, vi, "SMD", "Hedges' g with the exact correction; large-sample variance")


def standardised_mean_difference_unequal(
    mean1: ArrayLike, sd1: ArrayLike, n1: ArrayLike, mean2: ArrayLike, sd2: ArrayLike, n2: ArrayLike
) -> Effects:
    """The mean difference in √((sd1²+sd2²)/2), for groups whose SDs differ (Bonett 2008; metafor's SMDH)."""
    mean1, mean2 = numbers(mean1, "mean1"), numbers(mean2, "mean2")
    sd1, n1, sd2, n2 = spreads(sd1, "sd1"), sizes(n1, "n1"), spreads(sd2, "sd2"), sizes(n2, "n2")
    average = np.sqrt((sd1**2 + sd2**2) / 2)
    _refuse_no_spread(average)
    j = exact_correction(n1 + n2 - 2)
    d = j * (mean1 - mean2) / average
    vi = d**2 * (sd1**4 / (n1 - 1) + sd2**4 / (n2 - 1)) / (8 * average**4)
    vi = vi + (sd1**2 / (n1 - 1) + sd2**2 / (n2 - 1)) / average**2
    return effects(d, j**2 * vi, "SMDH", "standardised mean difference, SDs not assumed equal (Bonett 2008)")


def log_ratio_of_means(
    mean1: ArrayLike, sd1: ArrayLike, n1: ArrayLike, mean2: ArrayLike, sd2: ArrayLike, n2: ArrayLike
) -> Effects:
    """ln(mean 1 / mean 2), with variance sd1²/(n1 mean1²) + sd2²/(n2 mean2²); both means above 0."""
    mean1, mean2 = positive(mean1, "mean1"), positive(mean2, "mean2")
    sd1, n1, sd2, n2 = spreads(sd1, "sd1"), sizes(n1, "n1"), spreads(sd2, "sd2"), sizes(n2, "n2")
    vi = sd1**2 / (n1 * mean1**2) + sd2**2 / (n2 * mean2**2)
    _refuse_no_spread(vi)
    return effects(np.log(mean1 / mean2), vi, "ROM", "natural logarithm of the ratio of means")


def _refuse_no_spread(spread: Floats) -> None:
    refuse_where(
        np.asarray(spread == 0), np.asarray(spread), "sd1", "leaves both groups without spread", "above 0 in one"
    )
