"""A contrast of the library in the unit of a question. Episodes are not days; a scale that is not known is refused."""

from __future__ import annotations

import re

from concordant.evidence.conversions.scales import Scaled, days_per_four_weeks, rescaled, ten_of_hundred
from concordant.evidence.library.contrast import Contrast
from concordant.evidence.living.questions import DAYS, INTENSITY
from concordant.evidence.refused import Refused

_DAYS = re.compile(r"^days\b.* (?:per|past) (week|4 weeks|month|year)$")
_TO_TEN = re.compile(r"^(?:VAS |NPRS |NRS )?0-10$")
_TO_HUNDRED = re.compile(r"\b0-100\b")


MOST = {DAYS: 28, INTENSITY: 10}
"""No two groups can differ by more, nor can the standard error of their difference be larger."""
LEAST_SE = 0.001
"""Of a day or a point; no trial has the millions of people that it would take."""


def in_unit(found: Contrast, unit: str) -> tuple[float, float]:
    """Estimate and standard error in the unit.

    Raises Refused where the scale of the row does not say how, and for numbers that no trial in this unit can have.
    """
    scaled = _scaled(found, unit)
    estimate, se = float(scaled.estimate), float(scaled.se)
    if max(abs(estimate), se) > MOST[unit] or se < LEAST_SE:
        raise Refused(
            f"cannot be a difference in {unit}", row=found.rows[0], column="scale",
            value=f"{estimate:g} with a standard error of {se:g}",
            allowed=f"at most {MOST[unit]} with a standard error from {LEAST_SE:g}; is the unit right?",
        )  # fmt: skip
    return estimate, se


def _scaled(found: Contrast, unit: str) -> Scaled:
    if found.measure == "MD":
        days = _DAYS.search(found.scale)
        if unit == DAYS and days is not None:
            return days_per_four_weeks(found.yi, found.se, per=days[1])
        if unit == INTENSITY and _TO_TEN.search(found.scale):
            return rescaled(found.yi, found.se, 1, "as it is")
        if unit == INTENSITY and _TO_HUNDRED.search(found.scale):
            return ten_of_hundred(found.yi, found.se)
    raise Refused(
        f"cannot be said in {unit}",
        row=found.rows[0],
        column="scale",
        value=f"{found.measure}, {found.scale}",
        allowed="a mean difference of days per week, 4 weeks, month or year; of intensity on 0-10 or 0-100",
    )
