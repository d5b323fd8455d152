"""Effect sizes: what one trial found, as a number and its sampling variance.

Every function takes arrays that broadcast against each other and gives :class:`Effects`. In all of them 1 is the
experimental group and 2 the control: a negative mean difference says that the experimental group has the lower mean.
Where any input is NaN, the effect and its variance are both NaN: there is no trial.
"""

from concordant.evidence.effects.before_after import mean_change, standardised_mean_change
from concordant.evidence.effects.effect import Effects
from concordant.evidence.effects.proportions import (
    arcsine_proportion,
    double_arcsine_proportion,
    log_proportion,
    logit_proportion,
    proportion,
    proportion_from_double_arcsine,
)
from concordant.evidence.effects.rates import incidence_rate, incidence_rate_difference, log_incidence_rate_ratio
from concordant.evidence.effects.two_by_two import log_odds_ratio, log_risk_ratio, risk_difference
from concordant.evidence.effects.two_groups import (
    approximate_correction,
    exact_correction,
    log_ratio_of_means,
    mean_difference,
    pooled_sd,
    standardised_mean_difference,
    standardised_mean_difference_unequal,
)

__all__ = [
    "Effects",
    "approximate_correction",
    "arcsine_proportion",
    "double_arcsine_proportion",
    "exact_correction",
    "incidence_rate",
    "incidence_rate_difference",
    "log_incidence_rate_ratio",
    "log_odds_ratio",
    "log_proportion",
    "log_ratio_of_means",
    "log_risk_ratio",
    "logit_proportion",
    "mean_change",
    "mean_difference",
    "pooled_sd",
    "proportion",
    "proportion_from_double_arcsine",
    "risk_difference",
    "standardised_mean_change",
    "standardised_mean_difference",
    "standardised_mean_difference_unequal",
]
