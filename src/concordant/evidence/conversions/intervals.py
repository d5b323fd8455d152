"""What a printed confidence interval gives, and whether it can be right.

Source: Cochrane Handbook 6.3.1 and 6.5.2.3. An interval of a difference is centred on it; one of a ratio is centred on
the logarithmic scale. Printed numbers are rounded, so "centred" allows for half a unit of the last decimal of each.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from concordant.evidence.numbers import Floats, numbers, positive, refuse_where
from concordant.evidence.refused import Refused


def se_from_interval(ci_low: ArrayLike, ci_high: ArrayLike, *, level: float = 0.95) -> Floats:
    """(high - low)/(2 z), in the unit of the estimate; limits of a difference on its own scale."""
    low, high = numbers(ci_low, "ci_low"), numbers(ci_high, "ci_high")
    refuse_where(low >= high, *_both(low, high), "is not below the upper limit", "below ci_high")
    return (high - low) / (2 * normal_quantile(level))


def log_ratio_from_interval(
    ratio: ArrayLike, ci_low: ArrayLike, ci_high: ArrayLike, *, level: float = 0.95
) -> tuple[Floats, Floats]:
    """ln of a printed odds, risk or rate ratio, and its standard error from the limits; all above 0."""
    ratio, low, high = positive(ratio, "ratio"), positive(ci_low, "ci_low"), positive(ci_high, "ci_high")
    return np.log(ratio), se_from_interval(np.log(low), np.log(high), level=level)


def centred(
    estimate: ArrayLike, ci_low: ArrayLike, ci_high: ArrayLike, *, decimals: int | None = None, ratio: bool = False
) -> NDArray[np.bool_]:
    """Whether each interval is centred on its estimate, as far as rounding to ``decimals`` lets one tell.

    Without ``decimals`` the printed ones are counted from the numbers themselves (at least one of the three has that
    many).
    """
    triple = [numbers(each, name) for each, name in ((estimate, "estimate"), (ci_low, "ci_low"), (ci_high, "ci_high"))]
    half = 0.5 * 10.0 ** -(decimals_of(*triple) if decimals is None else decimals)
    mid, low, high = triple
    if ratio:
        # Each number may be half a unit off in its own place; on the log scale a small one is then further off.
        floor = np.finfo(np.float64).tiny
        span = [(np.log(np.maximum(each - half, floor)), np.log(each + half)) for each in triple]
        lowest = (span[1][0] + span[2][0]) / 2
        highest = (span[1][1] + span[2][1]) / 2
        return np.asarray((lowest <= span[0][1]) & (highest >= span[0][0]))
    # Half a unit in the estimate, and half in each limit, which their mean halves again.
    return np.asarray(np.abs((low + high) / 2 - mid) <= 2 * half * (1 + 1e-9))


def refuse_interval(
    estimate: float,
    ci_low: float,
    ci_high: float,
    *,
    row: int | None = None,
    column: str = "ci_low",
    decimals: int | None = None,
    ratio: bool = False,
) -> None:
    """Raise Refused where an interval does not contain its estimate, or is not centred on it beyond rounding."""
    if not ci_low <= ci_high:
        raise Refused("the lower limit is above the upper", row=row, column=column, value=(ci_low, ci_high))
    if not ci_low <= estimate <= ci_high:
        raise Refused(
            f"the interval does not contain its estimate {estimate:g}",
            row=row,
            column=column,
            value=(ci_low, ci_high),
            allowed="an interval around the estimate (a sign lost in print is the usual reason)",
        )
    if not bool(centred(estimate, ci_low, ci_high, decimals=decimals, ratio=ratio)):
        raise Refused(
            f"the interval is not centred on its estimate {estimate:g}, beyond what rounding explains",
            row=row,
            column=column,
            value=(ci_low, ci_high),
            allowed="limits at equal distance (of a ratio: on the logarithmic scale)",
        )


def normal_quantile(level: float) -> float:
    """z of a two-sided interval; 1.96 at 0.95."""
    if not 0 < level < 1:
        raise Refused("is no confidence level", column="level", value=level, allowed="between 0 and 1")
    return float(ndtri((1 + level) / 2))


def normal_interval(estimate: float, se: float, *, level: float = 0.95) -> tuple[float, float]:
    """The limits of one effect on its normal interval, in the unit of the effect (a ratio as its logarithm)."""
    half = normal_quantile(level) * se
    return estimate - half, estimate + half


def decimals_of(*printed: Floats) -> int:
    """The most decimals that any of the numbers was printed with (0 to 6)."""
    for decimals in range(6):
        if all(np.allclose(each, np.round(each, decimals), rtol=0, atol=1e-9, equal_nan=True) for each in printed):
            return decimals
    return 6


def _both(low: Floats, high: Floats) -> tuple[Floats, str]:
    return np.broadcast_arrays(low, high)[0], "ci_low"
