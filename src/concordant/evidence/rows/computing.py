"""Effects from the columns of a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from concordant.evidence.conversions.intervals import log_ratio_from_interval, se_from_interval
from concordant.evidence.conversions.spread import se_from_p
from concordant.evidence.effects import (
    Effects,
    log_odds_ratio,
    log_ratio_of_means,
    log_risk_ratio,
    mean_change,
    mean_difference,
    risk_difference,
    standardised_mean_change,
    standardised_mean_difference,
    standardised_mean_difference_unequal,
)
from concordant.evidence.numbers import Floats
from concordant.evidence.refused import Refused

TWO_GROUPS = ("m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i")
COUNTS = ("ai", "n1i", "ci", "n2i")
BEFORE_AFTER = ("mean_after", "sd_after", "mean_before", "sd_before", "r", "n")

MEASURES: Mapping[str, tuple[tuple[str, ...], Callable[..., Effects]]] = {
    "MD": (TWO_GROUPS, mean_difference),
    "SMD": (TWO_GROUPS, standardised_mean_difference),
    "SMDH": (TWO_GROUPS, standardised_mean_difference_unequal),
    "ROM": (TWO_GROUPS, log_ratio_of_means),
    "RR": (COUNTS, log_risk_ratio),
    "OR": (COUNTS, log_odds_ratio),
    "RD": (COUNTS, risk_difference),
    "MC": (BEFORE_AFTER, mean_change),
    "SMCC": (BEFORE_AFTER, lambda *columns: standardised_mean_change(*columns, by="sd_change")),
    "SMCR": (BEFORE_AFTER, lambda *columns: standardised_mean_change(*columns, by="sd_before")),
}
"""What can be computed, and the columns that it needs."""
USUAL = {TWO_GROUPS: "MD", COUNTS: "RR", BEFORE_AFTER: "MC"}
"""What is computed where no measure was asked for."""


def effects_of(columns: Mapping[str, Floats], measure: str) -> Effects:
    """yi and vi from the file's own, or computed. Raises Refused where the columns give neither."""
    if measure and measure not in MEASURES:
        raise Refused("is no measure known here", column="measure", value=measure, allowed=", ".join(MEASURES))
    if "yi" in columns and "vi" in columns:
        return Effects(columns["yi"], columns["vi"], measure, "yi and vi as the file gives them")
    if "yi" in columns and "sei" in columns:
        return Effects(columns["yi"], columns["sei"] ** 2, measure, "yi and the square of sei as the file gives them")
    wanted = measure or next((name for needs, name in USUAL.items() if all(each in columns for each in needs)), "")
    if wanted and all(each in columns for each in MEASURES[wanted][0]):
        needs, compute = MEASURES[wanted]
        return compute(*(columns[each] for each in needs))
    if measure and f"yi_{measure}" in columns and f"vi_{measure}" in columns:
        return Effects(
            columns[f"yi_{measure}"], columns[f"vi_{measure}"], measure, f"yi_{measure} and vi_{measure} of the file"
        )
    if "or" in columns and "or_low" in columns and "or_high" in columns:
        log, se = log_ratio_from_interval(columns["or"], columns["or_low"], columns["or_high"])
        return Effects(log, se**2, "OR", "log odds ratio and its variance from the printed interval")
    if "estimate" in columns:
        return _from_estimate(columns, measure)
    needed = (
        "yi and vi; " + "; ".join(", ".join(each) for each in USUAL) + "; estimate with ci_low and ci_high, se or p"
    )
    if measure:
        needed = ", ".join(MEASURES[measure][0])
    raise Refused("the columns give no effect with a variance", value=", ".join(columns), allowed=needed)


def _from_estimate(columns: Mapping[str, Floats], measure: str) -> Effects:
    """A printed difference: the SE as given, else from its interval, else from an exact p."""
    estimate = columns["estimate"]
    nothing = np.full_like(estimate, np.nan)
    se, how = columns.get("se", nothing), ["se"]
    if "ci_low" in columns and "ci_high" in columns:
        low, high = columns["ci_low"], columns["ci_high"]
        known = ~np.isnan(low) & ~np.isnan(high)
        from_interval = np.array(nothing)
        from_interval[known] = se_from_interval(low[known], high[known])
        se = np.where(np.isnan(se), from_interval, se)
        how.append("its 95% interval")
    if "p" in columns:
        known = ~np.isnan(columns["p"])
        from_p = np.array(nothing)
        from_p[known] = se_from_p(estimate[known], columns["p"][known])
        se = np.where(np.isnan(se), from_p, se)
        how.append("an exact p (normal)")
    missing = np.argwhere(np.isnan(se) & ~np.isnan(estimate))
    if missing.size:
        raise Refused("has no standard error, interval or exact p", row=int(missing[0, 0]) + 1, column="estimate")
    return Effects(estimate, se**2, measure, f"difference as printed; variance from {', else '.join(how)}")
