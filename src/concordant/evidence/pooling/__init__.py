"""Pooled effects without moderators, over one data set or thousands in one call.

`fit.pool` is the door; `tau2` holds the estimators of the variance between trials, `heterogeneity` its intervals,
`prediction` both prediction intervals, `cautions` what a reader must know before believing a pool. `mantel_haenszel`
and `peto` pool tables of counts, `correlated` contrasts that share a control.
"""

from concordant.evidence.pooling.cautions import Caution, Code, cautions
from concordant.evidence.pooling.correlated import Correlated, pool_correlated
from concordant.evidence.pooling.fit import Model, Pool, Test, one_of, pool
from concordant.evidence.pooling.heterogeneity import (
    Heterogeneity,
    likelihood_peaks,
    log_likelihood,
    profile_likelihood,
    q_profile,
    typical_variance,
)
from concordant.evidence.pooling.mantel_haenszel import mantel_haenszel
from concordant.evidence.pooling.peto import peto
from concordant.evidence.pooling.tables import CountPool

__all__ = [
    "Caution", "Code", "Correlated", "CountPool", "Heterogeneity", "Model", "Pool", "Test", "cautions",
    "likelihood_peaks", "log_likelihood", "mantel_haenszel", "one_of", "peto", "pool", "pool_correlated",
    "profile_likelihood", "q_profile", "typical_variance",
]  # fmt: skip
