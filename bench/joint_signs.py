"""Simulated people whose signs are correlated, to check the probability against a truth that is known.

One world: a setting's prior and every accuracy are drawn anew for each person from the distributions that the engine
declares; the signs of one kind share a latent normal factor within cervicogenic headache and within each rival (a
one-factor probit model with correlation rho), so their marginal accuracies stay what was drawn. Each sign is known
with a given chance. The true probability is Bayes' theorem with the drawn accuracies and the true joint chances.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from concordant.diagnosis.probability import published as p
from concordant.diagnosis.probability import signs as s
from concordant.diagnosis.probability.assumptions import (
    CLUSTER_PEOPLE,
    CLUSTER_SPECIFICITY,
    CONCORDANT_LEAST,
    CONCORDANT_MOST,
    FRT_MIGRAINE_NEGATIVE,
    FRT_MIGRAINE_POSITIVE,
    STUDY_CASES,
    STUDY_RIVALS,
)
from concordant.diagnosis.probability.estimate import estimated
from concordant.diagnosis.probability.prior import CareSetting
from concordant.diagnosis.probability.published import Proportion

Array = NDArray[np.float64]
USED = (s.FLEXION_ROTATION, s.CLUSTER, s.CONCORDANT, s.SIDE_LOCKED, s.MIGRAINE_CRITERIA, s.TENSION_CRITERIA)
UNKNOWN, NEGATIVE, POSITIVE = 0, 1, 2
NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(61)


@dataclass(frozen=True)
class People:
    """What happened, what is known of it, and the probability that an all-knowing observer would give."""

    is_cervicogenic: NDArray[np.bool_]
    results: NDArray[np.int64]
    """People in rows, signs in columns: UNKNOWN, NEGATIVE or POSITIVE."""
    true_probability: Array


@dataclass(frozen=True)
class Told:
    """What the engine says of the same people."""

    mean: Array
    low: Array
    high: Array


def people(seed: int, how_many: int, setting: CareSetting, rho: float, known: float = 0.7) -> People:
    """Draw people. ``rho`` is the correlation of the latent signs of one kind; ``known`` the chance of each result."""
    rng = np.random.default_rng(seed)
    share = _prior(rng, how_many, setting)
    chances = _accuracies(rng, how_many)
    status = (rng.random(how_many)[:, None] > np.cumsum(share, axis=1)[:, :-1]).sum(axis=1)
    of_status = np.take_along_axis(chances, status[None, None, :], axis=1)[:, 0, :]
    results = np.empty((how_many, len(USED)), dtype=np.int64)
    for columns in _kinds():
        factor = rng.standard_normal(how_many)
        for column in columns:
            latent = np.sqrt(rho) * factor + np.sqrt(1 - rho) * rng.standard_normal(how_many)
            results[:, column] = np.where(latent < ndtri(of_status[column]), POSITIVE, NEGATIVE)
    results[rng.random(results.shape) >= known] = UNKNOWN
    return People(status == 0, results, _truth(share, chances, results, rho))


def told(results: NDArray[np.int64], setting: CareSetting) -> Told:
    """The engine's mean and 90 % interval for each person; each pattern of results is worked out once."""
    patterns, which = np.unique(results, axis=0, return_inverse=True)
    said = np.empty((len(patterns), 3))
    for row, pattern in enumerate(patterns):
        found = {sign: value == POSITIVE for sign, value in zip(USED, pattern, strict=True) if value != UNKNOWN}
        number = estimated(setting, found)
        said[row] = (number.mean, number.low, number.high)
    mean, low, high = said[which.reshape(-1)].T
    return Told(mean, low, high)


def _kinds() -> list[list[int]]:
    return [[column for column, sign in enumerate(USED) if sign.kind is kind] for kind in s.Kind]


def _prior(rng: np.random.Generator, n: int, setting: CareSetting) -> Array:
    """Shares of cervicogenic, migraine, tension-type and other headache, a row for each person."""
    study = rng.integers(len(setting.shares), size=n)
    drawn = np.stack([_scaled(rng, one, n) for one in setting.shares])
    own = drawn[study, np.arange(n)]
    split = []
    for one in setting.rivals:
        counts = np.array([one.migraine, one.tension_type, one.other]) + 0.5
        split.append(rng.dirichlet(counts * min(1.0, STUDY_RIVALS / counts.sum()), size=n))
    rivals = np.stack(split)[rng.integers(len(split), size=n), np.arange(n)]
    return np.column_stack([own, (1 - own)[:, None] * rivals])


def _scaled(rng: np.random.Generator, study: Proportion, n: int) -> Array:
    scale = min(1.0, STUDY_CASES / study.a)
    return np.asarray(rng.beta(study.a * scale, study.b * scale, size=n))


def _accuracies(rng: np.random.Generator, n: int) -> Array:
    """Chance of a positive result: signs, then cervicogenic and the three rivals, then people."""

    def of(one: Proportion) -> Array:
        return np.asarray(rng.beta(one.a, one.b, size=n))

    frt = of(p.FRT_SENSITIVITY)
    frt_other = 1 - of(p.FRT_SPECIFICITY)
    frt_migraine = 1 - rng.beta(FRT_MIGRAINE_NEGATIVE, FRT_MIGRAINE_POSITIVE, size=n)
    cluster = of(p.CLUSTER_SENSITIVITY)
    cluster_rival = 1 - rng.beta(
        CLUSTER_SPECIFICITY * CLUSTER_PEOPLE, (1 - CLUSTER_SPECIFICITY) * CLUSTER_PEOPLE, size=n
    )
    concordant = of(p.CONCORDANT_SENSITIVITY)
    concordant_rival = concordant / rng.uniform(CONCORDANT_LEAST, CONCORDANT_MOST, size=n)
    locked = [of(one) for one in (p.SIDE_LOCKED_MIGRAINE, p.SIDE_LOCKED_TENSION, p.SIDE_LOCKED_OTHER)]
    least = np.max(np.stack(locked), axis=0)
    own_locked = least + (0.999 - least) * rng.random(n)
    not_migraine = of(p.MIGRAINE_CRITERIA_NOT)
    tension = of(p.TENSION_CRITERIA_CERVICOGENIC)
    table = [
        [frt, frt_migraine, frt_other, frt_other],
        # Where the engine declares no estimate for a rival, neither does the world.
        [cluster, cluster_rival, cluster_rival, cluster],
        [concordant, concordant_rival, concordant_rival, concordant],
        [own_locked, *locked],
        [of(p.MIGRAINE_CRITERIA_CERVICOGENIC), of(p.MIGRAINE_CRITERIA_MIGRAINE), not_migraine, not_migraine],
        [tension, tension, of(p.TENSION_CRITERIA_TENSION), tension],
    ]
    return np.asarray(np.clip(np.stack([np.stack(row) for row in table]), 1e-6, 1 - 1e-6))


def _truth(share: Array, chances: Array, results: NDArray[np.int64], rho: float) -> Array:
    likelihood = np.ones((4, len(share)))
    for columns in _kinds():
        likelihood *= _joint(chances[columns], results[:, columns].T, rho)
    joint = share.T * likelihood
    return np.asarray(joint[0] / joint.sum(axis=0))


def _joint(chances: Array, results: NDArray[np.int64], rho: float) -> Array:
    """The chance of all results of one kind together, by Gauss-Hermite quadrature over the factor."""
    cut = ndtri(chances)
    total = np.zeros(cut.shape[1:])
    for node, weight in zip(NODES, WEIGHTS / WEIGHTS.sum(), strict=True):
        positive = ndtr((cut - np.sqrt(rho) * node) / np.sqrt(1 - rho))
        seen = np.where(results[:, None, :] == POSITIVE, positive, 1 - positive)
        total += weight * np.where(results[:, None, :] == UNKNOWN, 1.0, seen).prod(axis=0)
    return np.asarray(total)
