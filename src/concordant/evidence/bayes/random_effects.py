"""The posterior of a random-effects pool."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.interpolate import CubicHermiteSpline
from scipy.special import ndtr, ndtri

from concordant.evidence.bayes.priors import NormalMean, TauPrior
from concordant.evidence.bayes.quadrature import NODES, PANELS, Along, along
from concordant.evidence.numbers import Floats, numbers, refuse_where, variances
from concordant.evidence.refused import Refused


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """What is believed after the trials; every number has the shape of the data sets, ``(...)``."""

    k: Floats
    """Trials of each data set."""
    mean_prior: NormalMean
    tau_prior: TauPrior
    log_evidence: Floats
    """ln of the marginal likelihood, for comparing priors of τ on the same trials and prior of μ."""
    _along: Along

    @property
    def mean(self) -> Floats:
        """Posterior mean of the mean effect."""
        return np.asarray((self._along.weight * self._along.mean).sum(axis=-1))

    @property
    def sd(self) -> Floats:
        """Posterior SD of the mean effect."""
        return self._sd(self._along.variance)

    @property
    def median(self) -> Floats:
        """Posterior median of the mean effect."""
        return self.quantile(0.5)

    def quantile(self, probability: float) -> Floats:
        """The mean effect below which that much of the posterior lies."""
        return self._normal_mixture_quantile(probability, self._along.variance)

    def interval(self, level: float = 0.95) -> tuple[Floats, Floats]:
        """The central interval of the mean effect."""
        return self.quantile((1 - level) / 2), self.quantile((1 + level) / 2)

    def probability_below(self, effect: ArrayLike) -> Floats:
        """How probable a mean effect below ``effect`` is: with lower is better, below minus the smallest worthwhile."""
        return self._normal_mixture(numbers(effect, "effect"), self._along.variance)

    def probability_above(self, effect: ArrayLike) -> Floats:
        """How probable a mean effect above ``effect`` is."""
        return 1 - self.probability_below(effect)

    def probability_worthwhile(self, smallest: float, *, lower_is_better: bool = True) -> Floats:
        """How probable a mean effect better by more than ``smallest`` (the smallest worthwhile change, above 0) is."""
        if not smallest > 0:
            raise Refused("is the size of a change", column="smallest", value=smallest, allowed="above 0")
        return self.probability_below(-smallest) if lower_is_better else self.probability_above(smallest)

    @property
    def predicted_sd(self) -> Floats:
        """SD of the true effect in a new trial like these."""
        return self._sd(self._new)

    def predicted_quantile(self, probability: float) -> Floats:
        """The true effect of a new trial below which that much of the prediction lies."""
        return self._normal_mixture_quantile(probability, self._new)

    def predicted_interval(self, level: float = 0.95) -> tuple[Floats, Floats]:
        """The central interval of the true effect in a new trial like these. It is about trials, not about persons."""
        return self.predicted_quantile((1 - level) / 2), self.predicted_quantile((1 + level) / 2)

    def predicted_below(self, effect: ArrayLike) -> Floats:
        """How probable it is that the true effect of a new trial lies below ``effect``."""
        return self._normal_mixture(numbers(effect, "effect"), self._new)

    @property
    def tau_mean(self) -> Floats:
        """Posterior mean of the heterogeneity τ, in the unit of the effect."""
        return np.asarray((self._along.weight * self._along.tau).sum(axis=-1))

    @property
    def tau_sd(self) -> Floats:
        """Posterior SD of τ."""
        apart = (self._along.tau - self.tau_mean[..., None]) ** 2
        return np.asarray(np.sqrt((self._along.weight * apart).sum(axis=-1)))

    def tau_below(self, tau: ArrayLike) -> Floats:
        """How probable a heterogeneity below ``tau`` is."""
        at = np.broadcast_to(numbers(tau, "tau"), self.k.shape)
        refuse_where(at < 0, at, "tau", "is no heterogeneity", "0 or more")
        first, last = self._along.tau[..., 0], self._along.tau[..., -1]
        log = np.log(np.clip(at, first, last)).ravel()
        reached = [float(curve(each)) for curve, each in zip(self._tau_curves(), log, strict=True)]
        inside = np.clip(np.reshape(reached, at.shape), 0.0, 1.0)
        return np.where(at <= first, 0.0, np.where(at >= last, 1.0, inside))

    def tau_quantile(self, probability: float) -> Floats:
        """The heterogeneity below which that much of the posterior lies."""
        _refuse_probability(probability)
        found = [curve.solve(probability, extrapolate=False)[0] for curve in self._tau_curves()]
        return np.exp(np.reshape(np.array(found), self.k.shape))

    @property
    def says(self) -> str:
        """Model and priors, for the reader."""
        return f"Bayesian random effects; {self.mean_prior.says}; {self.tau_prior.says}"

    @property
    def _new(self) -> Floats:
        return self._along.variance + self._along.tau**2

    def _sd(self, variance: Floats) -> Floats:
        spread = variance + (self._along.mean - self.mean[..., None]) ** 2
        return np.asarray(np.sqrt((self._along.weight * spread).sum(axis=-1)))

    def _normal_mixture(self, at: Floats, variance: Floats) -> Floats:
        z = (at[..., None] - self._along.mean) / np.sqrt(variance)
        # Weights add up to 1 but for rounding, and a probability is never above it.
        return np.asarray(np.minimum((self._along.weight * ndtr(z)).sum(axis=-1), 1.0))

    def _normal_mixture_quantile(self, probability: float, variance: Floats) -> Floats:
        _refuse_probability(probability)
        root = np.sqrt(variance)
        # Every component's own quantile brackets that of the mixture; points without weight are left out.
        each = self._along.mean + root * ndtri(probability)
        felt = self._along.weight > 0
        low = np.where(felt, each, np.inf).min(axis=-1)
        high = np.where(felt, each, -np.inf).max(axis=-1)
        mean, weight = self._along.mean, self._along.weight

        def reached(at: Floats) -> tuple[Floats, Floats]:
            z = (at[..., None] - mean) / root
            density = np.exp(-0.5 * z**2) / (root * math.sqrt(2 * math.pi))
            return (weight * ndtr(z)).sum(axis=-1), (weight * density).sum(axis=-1)

        start = self.mean + self._sd(variance) * ndtri(probability)
        return _root(reached, probability, low, high, np.clip(start, low, high))

    def _tau_curves(self) -> list[CubicHermiteSpline]:
        """Of each data set, the posterior probability reached at each ln τ, with its density as the slope."""
        weight = self._along.weight.reshape(-1, PANELS, NODES)
        before = np.cumsum(weight.sum(axis=-1), axis=-1) - weight.sum(axis=-1)
        reached = (before[..., None] + weight @ _REACHED.T).reshape(weight.shape[0], -1)
        log = np.log(self._along.tau).reshape(weight.shape[0], -1)
        slope = self._along.density.reshape(weight.shape[0], -1)
        return [CubicHermiteSpline(*each) for each in zip(log, reached, slope, strict=True)]


def random_effects(yi: ArrayLike, vi: ArrayLike, *, mean: NormalMean, tau: TauPrior) -> Posterior:
    """The posterior of one data set, or of many of shape ``(..., k)`` in one call.

    Priors are in the unit of ``yi`` and have no default. Raises Refused for a variance that is not above 0, for an
    effect without a variance, and for a data set without any trial.
    """
    effect, variance = np.broadcast_arrays(numbers(yi, "yi"), variances(vi))
    refuse_where(variance == 0, variance, "vi", "is a variance of 0", "above 0")
    refuse_where(np.isnan(effect) != np.isnan(variance), variance, "vi", "stands without its effect, or lacks", "both")
    if effect.ndim == 0:
        raise Refused("is one number, not a row of trials", column="yi", value=float(effect))
    k = np.asarray((~np.isnan(effect)).sum(axis=-1))
    if (k == 0).any():
        raise Refused("has a data set without any trial", column="yi")
    found = along(effect, variance, mean, tau)
    return Posterior(k, mean, tau, found.log_evidence, found)


def _reached() -> Floats:
    """Row i: the shares of each node's weight that lie between the start of a panel and node i."""
    node, weight = np.polynomial.legendre.leggauss(NODES)
    vandermonde = np.polynomial.legendre.legvander(node, NODES - 1)
    coefficient = np.linalg.inv(vandermonde)
    integral = np.polynomial.legendre.legint(np.eye(NODES), lbnd=-1)
    return np.asarray(np.polynomial.legendre.legval(node, integral).T @ coefficient / weight)


_REACHED = _reached()


def _root(
    rising: Callable[[Floats], tuple[Floats, Floats]], target: float, low: Floats, high: Floats, start: Floats
) -> Floats:
    """Where a rising function meets the target: Newton's step where it stays inside the bracket, else its middle."""
    low, high = np.array(low), np.array(high)
    near = 1e-14 * (high - low) + 4 * np.finfo(np.float64).eps * np.maximum(np.abs(low), np.abs(high))
    at = start
    for _ in range(100):
        value, slope = rising(at)
        under = value < target
        low, high = np.where(under, at, low), np.where(under, high, at)
        with np.errstate(divide="ignore", invalid="ignore"):
            step = at - (value - target) / slope
        after = np.where((step >= low) & (step <= high), step, (low + high) / 2)
        done = np.abs(after - at) <= near
        at = after
        if done.all():
            break
    return np.asarray(at)


def _refuse_probability(probability: float) -> None:
    if not 0 < probability < 1:
        raise Refused("is no probability of a quantile", column="probability", value=probability, allowed="0 to 1")
