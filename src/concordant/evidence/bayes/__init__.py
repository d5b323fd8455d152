"""Bayesian random effects: the probability that an effect is worth having, with every prior stated.

The normal-normal model: y_i ~ N(θ_i, v_i), θ_i ~ N(μ, τ²), with a normal prior on μ and one of several on τ. μ is
integrated in closed form and τ by quadrature, so that there is no sampler, no chain to watch and no seed.
"""

from concordant.evidence.bayes.assumed import assumed_priors
from concordant.evidence.bayes.priors import (
    EMPIRICAL,
    FLAT,
    EmpiricalPrior,
    HalfCauchy,
    HalfNormal,
    HalfT,
    LogNormal,
    LogT,
    NormalMean,
    TauPrior,
)
from concordant.evidence.bayes.random_effects import Posterior, random_effects

__all__ = [
    "EMPIRICAL",
    "FLAT",
    "EmpiricalPrior",
    "HalfCauchy",
    "HalfNormal",
    "HalfT",
    "LogNormal",
    "LogT",
    "NormalMean",
    "Posterior",
    "TauPrior",
    "assumed_priors",
    "random_effects",
]
