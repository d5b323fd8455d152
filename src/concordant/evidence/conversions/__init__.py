"""Conversions: the number a pool needs, from the numbers a paper prints.

Each function names its source; none fills a gap. What a paper gives only as "p < 0.05" becomes a bound and says so.
"""

from concordant.evidence.conversions.arms import (
    Arm,
    arms_combined,
    control_split,
    covariance_of_log_odds_ratios,
    covariance_of_log_risk_ratios,
    covariance_of_mean_differences,
    covariance_of_risk_differences,
    covariance_of_standardised_differences,
    covariance_with_shared_control,
)
from concordant.evidence.conversions.correlation import correlation_from_sds, sd_of_change
from concordant.evidence.conversions.intervals import (
    centred,
    log_ratio_from_interval,
    normal_interval,
    refuse_interval,
    se_from_interval,
)
from concordant.evidence.conversions.quantiles import (
    mean_sd_from_five_numbers,
    mean_sd_from_quartiles,
    mean_sd_from_range,
)
from concordant.evidence.conversions.scales import (
    Scaled,
    days_per_four_weeks,
    log_odds_ratio_from_standardised,
    ndi_percent,
    rescaled,
    standardised_to_scale,
    ten_of_hundred,
)
from concordant.evidence.conversions.spread import (
    Bound,
    looks_skewed,
    sd_from_interval_of_mean,
    sd_from_se,
    sd_from_se_of_difference,
    se_bound_from_p,
    se_from_p,
)

__all__ = [
    "Arm",
    "Bound",
    "Scaled",
    "arms_combined",
    "centred",
    "control_split",
    "correlation_from_sds",
    "covariance_of_log_odds_ratios",
    "covariance_of_log_risk_ratios",
    "covariance_of_mean_differences",
    "covariance_of_risk_differences",
    "covariance_of_standardised_differences",
    "covariance_with_shared_control",
    "days_per_four_weeks",
    "log_odds_ratio_from_standardised",
    "log_ratio_from_interval",
    "looks_skewed",
    "mean_sd_from_five_numbers",
    "mean_sd_from_quartiles",
    "mean_sd_from_range",
    "ndi_percent",
    "normal_interval",
    "refuse_interval",
    "rescaled",
    "sd_from_interval_of_mean",
    "sd_from_se",
    "sd_from_se_of_difference",
    "sd_of_change",
    "se_bound_from_p",
    "se_from_interval",
    "se_from_p",
    "standardised_to_scale",
    "ten_of_hundred",
]
