"""Simulation-based calibration (Talts 2018, arXiv:1804.06788): where truth comes from the priors, ranks are uniform."""

import numpy as np
import pytest
from scipy import stats

from concordant.evidence.bayes import HalfCauchy, HalfNormal, LogNormal, NormalMean, random_effects

SETS, BINS = 2000, 20


def drawn(prior, generator, size):
    if isinstance(prior, HalfNormal):
        return np.abs(generator.normal(0, prior.scale, size))
    if isinstance(prior, LogNormal):
        return np.exp(generator.normal(prior.location, prior.scale, size))
    return prior.scale * np.abs(generator.standard_cauchy(size))


def simulated(prior, mean, k, seed):
    generator = np.random.default_rng(seed)
    tau = drawn(prior, generator, SETS)
    mu = generator.normal(mean.mean, mean.sd, SETS)
    vi = generator.uniform(0.02, 1.0, (SETS, k))
    yi = generator.normal(mu[:, None], np.sqrt(vi + tau[:, None] ** 2))
    return mu, tau, generator.normal(mu, tau), yi, vi


def p_of_uniform(ranks):
    counts, _ = np.histogram(ranks, bins=BINS, range=(0, 1))
    assert counts.sum() == SETS
    return stats.chisquare(counts).pvalue


@pytest.mark.parametrize(
    ("prior", "k", "seed"),
    [(HalfNormal(0.5), 4, 1), (HalfNormal(0.5), 1, 2), (LogNormal(-1, 0.7), 6, 3), (HalfCauchy(0.3), 3, 4)],
)
def test_ranks_are_uniform(prior, k, seed):
    mean = NormalMean(-0.3, 1.2)
    mu, tau, new, yi, vi = simulated(prior, mean, k, seed)
    got = random_effects(yi, vi, mean=mean, tau=prior)
    ranks = {"mu": got.probability_below(mu), "tau": got.tau_below(tau), "new trial": got.predicted_below(new)}
    for name, rank in ranks.items():
        assert p_of_uniform(rank) > 0.001, name


def test_a_wrong_prior_is_found_out():
    """The check itself can fail: intervals from too narrow a heterogeneity leave too many truths in their tails."""
    mean = NormalMean(-0.3, 1.2)
    mu, _, _, yi, vi = simulated(HalfNormal(1.0), mean, 4, 5)
    got = random_effects(yi, vi, mean=mean, tau=HalfNormal(0.05))
    assert p_of_uniform(got.probability_below(mu)) < 1e-6
