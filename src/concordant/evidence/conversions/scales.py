"""The same result in another unit.

Linear changes of unit are exact. Standardised to raw, and to log odds, are approximations that the result names
(Cochrane Handbook 15.5.3.2 and 10.6; Chinn 2000, 10.1002/1097-0258(20001130)19:22<3127::AID-SIM784>3.0.CO;2-M).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from numpy.typing import ArrayLike

from concordant.evidence.numbers import Floats, numbers, positive
from concordant.evidence.refused import Refused

DAYS_IN = {"week": 7.0, "4 weeks": 28.0, "month": 30.4375, "year": 365.25}
"""Days in the period of a diary; a month is a twelfth of a year of 365.25 days."""


@dataclass(frozen=True, slots=True, eq=False)
class Scaled:
    """An effect and its standard error in another unit."""

    estimate: Floats
    se: Floats
    says: str


def rescaled(estimate: ArrayLike, se: ArrayLike, factor: float, says: str) -> Scaled:
    """Both times ``factor``; the variance is then times factor². A negative factor turns the direction."""
    if not math.isfinite(factor) or factor == 0:
        raise Refused("is no change of unit", column="factor", value=factor, allowed="finite, not 0")
    return Scaled(numbers(estimate, "estimate") * factor, positive(se, "se") * abs(factor), says)


def days_per_four_weeks(estimate: ArrayLike, se: ArrayLike, *, per: str) -> Scaled:
    """A frequency per week, per 4 weeks, per month or per year, as per 4 weeks (28 days)."""
    if per not in DAYS_IN:
        raise Refused("is no period known here", column="per", value=per, allowed=", ".join(DAYS_IN))
    return rescaled(estimate, se, 28 / DAYS_IN[per], f"per {per} to per 4 weeks: times 28/{DAYS_IN[per]:g}")


def ten_of_hundred(estimate: ArrayLike, se: ArrayLike) -> Scaled:
    """A difference on 0-100 as one on 0-10."""
    return rescaled(estimate, se, 0.1, "0-100 to 0-10: divided by 10")


def ndi_percent(estimate: ArrayLike, se: ArrayLike) -> Scaled:
    """A difference in NDI points (0-50) as one in percent (0-100): ten items of 0 to 5."""
    return rescaled(estimate, se, 2.0, "NDI 0-50 points to percent: times 2")


def standardised_to_scale(smd: ArrayLike, se: ArrayLike, sd_reference: float) -> Scaled:
    """A standardised difference in the unit of a scale, times the SD of a named reference group on it."""
    if not sd_reference > 0:
        raise Refused("is no SD", column="sd_reference", value=sd_reference, allowed="above 0")
    return rescaled(smd, se, sd_reference, f"standardised difference times a reference SD of {sd_reference:g}")


def log_odds_ratio_from_standardised(smd: ArrayLike, se: ArrayLike) -> Scaled:
    """Times π/√3, as if the outcome were logistic (Chinn 2000)."""
    return rescaled(smd, se, math.pi / math.sqrt(3), "standardised difference times π/√3 (logistic outcome assumed)")
