"""Trials with more than two arms: combine arms, split a shared control, or keep contrasts with their covariance.

Sources: Cochrane Handbook 6.5.2.10 (combining) and 23.3.4 (splitting, and why it mends little). The covariances follow
from the variance of the control that both contrasts hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.numbers import Floats, events_of, numbers, refuse_where, sizes, spreads, variances
from concordant.evidence.refused import Refused


@dataclass(frozen=True, slots=True, eq=False)
class Arm:
    """Size, mean and SD of a group; numbers or arrays of one shape."""

    n: Floats
    mean: Floats
    sd: Floats


def arms_combined(n: Sequence[ArrayLike], mean: Sequence[ArrayLike], sd: Sequence[ArrayLike]) -> Arm:
    """The arms as if they had been one: exact, not an approximation. One entry an arm; each may be an array."""
    if not len(n) == len(mean) == len(sd) or not n:
        raise Refused("the arms do not have the same number of sizes, means and SDs", column="n")
    whole = Arm(sizes(n[0], "n"), numbers(mean[0], "mean"), spreads(sd[0], "sd"))
    for size, middle, spread in zip(n[1:], mean[1:], sd[1:], strict=True):
        whole = _two(whole, Arm(sizes(size, "n"), numbers(middle, "mean"), spreads(spread, "sd")))
    return whole


def control_split(n: ArrayLike, arms: int, events: ArrayLike | None = None) -> tuple[Floats, Floats | None]:
    """The size (and events) of a shared control for each of ``arms`` contrasts: a fraction, means and SDs unchanged.

    It only partly mends the double counting; the covariance below mends it whole.
    """
    if arms < 1:
        raise Refused("a control is shared by one arm or more", column="arms", value=arms, allowed="1 or more")
    size = sizes(n, "n")
    return size / arms, None if events is None else events_of(events, "events", size, "n") / arms


def covariance_of_mean_differences(sd_control: ArrayLike, n_control: ArrayLike) -> Floats:
    """sd0²/n0: the variance of the control mean that both contrasts share."""
    return spreads(sd_control, "sd_control") ** 2 / sizes(n_control, "n_control")


def covariance_of_standardised_differences(
    n_control: ArrayLike, g1: ArrayLike, g2: ArrayLike, n_all: ArrayLike
) -> Floats:
    """1/n0 + g1 g2/(2N), N over all arms of the trial."""
    return 1 / sizes(n_control, "n_control") + numbers(g1, "g1") * numbers(g2, "g2") / (2 * sizes(n_all, "n_all"))


def covariance_of_risk_differences(events_control: ArrayLike, n_control: ArrayLike) -> Floats:
    """p0(1-p0)/n0."""
    size = sizes(n_control, "n_control", at_least=1)
    p = events_of(events_control, "events_control", size, "n_control") / size
    return p * (1 - p) / size


def covariance_of_log_risk_ratios(events_control: ArrayLike, n_control: ArrayLike) -> Floats:
    """1/c - 1/n0; a control without events has none (add 1/2 as the contrasts did)."""
    size = sizes(n_control, "n_control", at_least=1)
    c = events_of(events_control, "events_control", size, "n_control")
    refuse_where(np.asarray(c == 0), c, "events_control", "leaves no logarithm", "above 0")
    return 1 / c - 1 / size


def covariance_of_log_odds_ratios(events_control: ArrayLike, n_control: ArrayLike) -> Floats:
    """1/c + 1/(n0-c); a control with no events, or only events, has none (add 1/2 as the contrasts did)."""
    size = sizes(n_control, "n_control", at_least=1)
    c = events_of(events_control, "events_control", size, "n_control")
    refuse_where(np.asarray((c == 0) | (c == size)), np.asarray(c), "events_control", "leaves no odds", "0 < c < n0")
    return 1 / c + 1 / (size - c)


def covariance_with_shared_control(vi: ArrayLike, shared: ArrayLike) -> Floats:
    """The k by k matrix of k contrasts with one control: ``vi`` on the diagonal, ``shared`` everywhere else.

    ``shared`` is one number, or k by k where it differs (standardised differences). Raises Refused for a matrix that
    no data can have (a shared part above the variances).
    """
    diagonal = variances(vi)
    if diagonal.ndim != 1:
        raise Refused("one trial at a time", column="vi", value=diagonal.shape, allowed="one row of variances")
    matrix = np.array(np.broadcast_to(numbers(shared, "shared"), (diagonal.size, diagonal.size)))
    np.fill_diagonal(matrix, diagonal)
    if np.linalg.eigvalsh(matrix).min() <= 0:
        raise Refused("is more than the contrasts' own variances allow", column="shared", value=shared)
    return matrix


def _two(one: Arm, other: Arm) -> Arm:
    n = one.n + other.n
    between = one.n * other.n / n * (one.mean - other.mean) ** 2
    within = (one.n - 1) * one.sd**2 + (other.n - 1) * other.sd**2
    return Arm(n, (one.n * one.mean + other.n * other.mean) / n, np.sqrt((within + between) / (n - 1)))
