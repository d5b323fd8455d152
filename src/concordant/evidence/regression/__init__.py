"""Why effects differ: meta-regression on any design matrix, subgroups, and effects nested in studies."""

from concordant.evidence.regression.cluster_robust import Robust, cluster_robust
from concordant.evidence.regression.fit import Regression, regress, with_intercept
from concordant.evidence.regression.subgroups import Subgroups, subgroups
from concordant.evidence.regression.three_level import (
    ThreeLevel,
    profile_interval,
    study_effects,
    three_level,
    without_level,
)

__all__ = [
    "Regression", "Robust", "Subgroups", "ThreeLevel", "cluster_robust", "profile_interval", "regress", "study_effects",
    "subgroups", "three_level", "with_intercept", "without_level",
]  # fmt: skip
