"""Effects from the columns of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np

from concordant.evidence.conversions.intervals import log_ratio_from_interval, se_from_interval
from concordant.evidence.conversions.spread import se_from_p
from concordant.evidence.effects import (
    Effects,
    arcsine_proportion,
    double_arcsine_proportion,
    incidence_rate,
    incidence_rate_difference,
    log_incidence_rate_ratio,
    log_odds_ratio,
    log_proportion,
    log_ratio_of_means,
    log_risk_ratio,
    logit_proportion,
    mean_change,
    mean_difference,
    proportion,
    risk_difference,
    standardised_mean_change,
    standardised_mean_difference,
    standardised_mean_difference_unequal,
)
from concordant.evidence.numbers import Floats, positive
from concordant.evidence.refused import Refused

TWO_GROUPS = ("m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i")
COUNTS = ("ai", "n1i", "ci", "n2i")
BEFORE_AFTER = ("mean_after", "sd_after", "mean_before", "sd_before", "r", "n")
RATES = ("x1i", "t1i", "x2i", "t2i")
ONE_GROUP = ("xi", "ni")
ONE_RATE = ("xi", "ti")

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
    "IRR": (RATES, log_incidence_rate_ratio),
    "IRD": (RATES, incidence_rate_difference),
    "PR": (ONE_GROUP, proportion),
    "PLN": (ONE_GROUP, log_proportion),
    "PLO": (ONE_GROUP, logit_proportion),
    "PAS": (ONE_GROUP, arcsine_proportion),
    "PFT": (ONE_GROUP, double_arcsine_proportion),
    "IRLN": (ONE_RATE, incidence_rate),
    "IR": (ONE_RATE, lambda *columns: incidence_rate(*columns, log=False)),
}
"""What can be computed, and the columns that it needs."""
RATIOS = frozenset({"OR", "RR", "IRR", "ROM", "HR"})
"""Measures that are pooled as logarithms of ratios."""
OWN = ("HR",)
"""Measures that a file can name for the yi and vi it holds, and that nothing here computes; ratios as logarithms."""
USUAL = {TWO_GROUPS: "MD", COUNTS: "RR", BEFORE_AFTER: "MC", RATES: "IRR", ONE_GROUP: "PLO", ONE_RATE: "IRLN"}
"""What is computed where no measure was asked for."""
NAMED = {
    TWO_GROUPS: ("mean1", "sd1", "n1", "mean2", "sd2", "n2"),
    COUNTS: ("events1", "n1", "events2", "n2"),
    BEFORE_AFTER: BEFORE_AFTER,
    RATES: ("events1", "time1", "events2", "time2"),
    ONE_GROUP: ("events", "n"),
    ONE_RATE: ("events", "time"),
}
"""What the functions of `effects` call the same columns, for a refusal in the words of the file."""


def effects_of(columns: Mapping[str, Floats], measure: str, header: Sequence[str]) -> Effects:
    """yi and vi from the file's own, or computed; ``header`` holds all names of columns, those with words too.

    Raises Refused, with row and column of the file, where the columns give neither.
    """
    if measure and measure not in (*MEASURES, *OWN):
        raise Refused("is no measure known here", column="measure", value=measure, allowed=", ".join(MEASURES))
    if "yi" in columns and "vi" in columns:
        return Effects(columns["yi"], columns["vi"], measure, "yi and vi as the file gives them")
    if "yi" in columns and "sei" in columns:
        return Effects(columns["yi"], columns["sei"] ** 2, measure, "yi and the square of sei as the file gives them")
    wanted = measure or next((name for needs, name in USUAL.items() if all(each in columns for each in needs)), "")
    if wanted in MEASURES and all(each in columns for each in MEASURES[wanted][0]):
        needs, compute = MEASURES[wanted]
        with _in_the_words_of(dict(zip(NAMED[needs], needs, strict=True))):
            return compute(*(columns[each] for each in needs))
    if measure and f"yi_{measure}" in columns and f"vi_{measure}" in columns:
        return Effects(
            columns[f"yi_{measure}"], columns[f"vi_{measure}"], measure, f"yi_{measure} and vi_{measure} of the file"
        )
    if "or" in columns and "or_low" in columns and "or_high" in columns:
        with _in_the_words_of({"ratio": "or", "ci_low": "or_low", "ci_high": "or_high"}):
            log, se = log_ratio_from_interval(columns["or"], columns["or_low"], columns["or_high"])
        return Effects(log, se**2, "OR", "log odds ratio and its variance from the printed interval")
    if "estimate" in columns:
        with _in_the_words_of({"difference": "estimate"}):
            return _from_estimate(columns, measure)
    needed = (
        "yi and vi; " + "; ".join(", ".join(each) for each in USUAL) + "; estimate with ci_low and ci_high, se or p"
    )
    if measure:
        needed = ", ".join(("yi", "vi") if measure in OWN else MEASURES[measure][0])
    raise Refused("the columns give no effect with a variance", value=", ".join(header), allowed=needed)


@contextmanager
def _in_the_words_of(names: Mapping[str, str]) -> Iterator[None]:
    """A refusal of one place of an array as one of a row of the file."""
    try:
        yield
    except Refused as error:
        if not error.index:
            raise
        column = names.get(error.column, error.column)
        raise Refused(
            error.says, row=error.index[0] + 1, column=column, value=error.value, allowed=error.allowed
        ) from error


def _from_estimate(columns: Mapping[str, Floats], measure: str) -> Effects:
    """A printed difference: the SE as given, else from its interval, else from an exact p. Of a ratio its logarithm."""
    estimate = columns["estimate"]
    nothing = np.full_like(estimate, np.nan)
    low, high, p = (columns.get(name, nothing) for name in ("ci_low", "ci_high", "p"))
    ratio = measure in RATIOS
    if ratio:
        estimate, se, how = np.log(positive(estimate, "estimate")), nothing, []
        low, high = np.log(positive(low, "ci_low")), np.log(positive(high, "ci_high"))
    else:
        se, how = columns.get("se", nothing), ["se"]
    if "ci_low" in columns and "ci_high" in columns:
        unknown = np.isnan(se)
        se = np.where(unknown, se_from_interval(*(np.where(unknown, end, np.nan) for end in (low, high))), se)
        how.append("its 95% interval")
    if "p" in columns:
        unknown = np.isnan(se) & ~np.isnan(p)
        se = np.where(unknown, se_from_p(*(np.where(unknown, each, np.nan) for each in (estimate, p))), se)
        how.append("an exact p (normal)")
    missing = np.argwhere(np.isnan(se) & ~np.isnan(estimate))
    if missing.size:
        allowed = "an interval or an exact p" if ratio else "a standard error, an interval or an exact p"
        raise Refused("gives no variance", row=int(missing[0, 0]) + 1, column="estimate", allowed=allowed)
    printed = "natural logarithm of the ratio as printed" if ratio else "difference as printed"
    return Effects(estimate, se**2, measure, f"{printed}; variance from {', else '.join(how)}")
