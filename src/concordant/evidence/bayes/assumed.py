"""The priors used where nobody states others: assumptions, which a clinic may change and a page has to show."""

from __future__ import annotations

from concordant.evidence.bayes.priors import HalfNormal, NormalMean
from concordant.evidence.refused import Refused
from concordant.settings import number

HETEROGENEITY_SCALE = number(
    "evidence_prior_heterogeneity_scale",
    0.5,
    unit="SD of the outcome",
    says="Scale of the half-normal prior of the differences between trials, in SDs of the outcome.",
    source="assumption: with the default, the median belief is that trials differ by a third of an SD",
    low=0.001,
    high=100,
)
MEAN_SCALE = number(
    "evidence_prior_mean_scale",
    2.0,
    unit="SD of the outcome",
    says="SD of the normal prior of the mean effect around no effect, in SDs of the outcome.",
    source="assumption: wide beside any effect seen in this field",
    low=0.001,
    high=1000,
)


def assumed_priors(sd: float = 1.0) -> tuple[NormalMean, HalfNormal]:
    """Priors of mean and heterogeneity, on a scale where the outcome has this SD (1 where it is standardised)."""
    if not 0 < sd < float("inf"):
        raise Refused("is no SD of an outcome", column="sd", value=sd, allowed="above 0")
    return NormalMean(0.0, float(MEAN_SCALE) * sd), HalfNormal(float(HETEROGENEITY_SCALE) * sd)
