"""How far trials differ beyond chance, with intervals: tau², tau, I² and H² by Q-profile, tau² by profile likelihood.

Sources: Viechtbauer 2007, 10.1002/sim.2514 (both intervals); Higgins and Thompson 2002, 10.1002/sim.1186 (I², H² and
the typical sampling variance that turns tau² into them).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import brentq

from concordant.evidence.not_defined import NotDefined, Reason
from concordant.evidence.pooling.arrays import Numbers, Trials, trials
from concordant.evidence.pooling.choices import chosen, within
from concordant.evidence.pooling.distributions import chi2_limit
from concordant.evidence.pooling.tau2.closed import common
from concordant.evidence.pooling.tau2.likelihood import RUNG, Peak, constant, height, peaks
from concordant.evidence.pooling.tau2.roots import tau2_where_q_is
from concordant.evidence.refused import Refused

Likelihood = Literal["REML", "ML"]
LIKELIHOODS = ("REML", "ML")


@dataclass(frozen=True, slots=True)
class Heterogeneity:
    """Lower and upper ends. Both 0 where the trials agree better than chance would let them; NaN with one trial."""

    tau2: tuple[Numbers, Numbers]
    tau: tuple[Numbers, Numbers]
    I2_percent: tuple[Numbers, Numbers]
    H2: tuple[Numbers, Numbers]


def q_profile(yi: ArrayLike, vi: ArrayLike, *, level: float = 0.95) -> Heterogeneity:
    """Intervals of tau², tau, I² (percent) and H² that hold for any estimator; shapes as in `pool`."""
    within(level)
    t = trials(yi, vi)
    left, tail = t.k - 1, (1 - level) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        low, high = (
            np.where(left == 0, np.nan, tau2_where_q_is(t.y, t.v, chi2_limit(left, side))) for side in (tail, 1 - tail)
        )
        typical = left / common(t).trace
        tau2 = _shaped(t, low), _shaped(t, high)
        return Heterogeneity(
            tau2,
            (_shaped(t, np.sqrt(low)), _shaped(t, np.sqrt(high))),
            (_shaped(t, 100 * low / (low + typical)), _shaped(t, 100 * high / (high + typical))),
            (_shaped(t, 1 + low / typical), _shaped(t, 1 + high / typical)),
        )


def typical_variance(yi: ArrayLike, vi: ArrayLike) -> Numbers:
    """Higgins and Thompson's s², the sampling variance that I² compares tau² with; NaN with one trial."""
    t = trials(yi, vi)
    with np.errstate(divide="ignore", invalid="ignore"):
        return _shaped(t, (t.k - 1) / common(t).trace)


def log_likelihood(yi: ArrayLike, vi: ArrayLike, tau2: ArrayLike, *, model: Likelihood = "REML") -> Numbers:
    """The whole log-likelihood (constants as metafor counts them) of tau², one value for each data set."""
    chosen("model", model, LIKELIHOODS)
    t = trials(yi, vi)
    restricted = model == "REML"
    at = float(np.asarray(tau2)) if not t.sets else np.broadcast_to(np.asarray(tau2, float), t.sets).reshape(-1)
    return _shaped(t, height(t.y, t.v, at, restricted=restricted) + constant(t.k, restricted=restricted))


def likelihood_peaks(yi: ArrayLike, vi: ArrayLike, *, model: Likelihood = "REML") -> tuple[Peak, ...] | NotDefined:
    """Every maximum of one data set's likelihood on tau² >= 0, the highest first, heights without constants."""
    chosen("model", model, LIKELIHOODS)
    t = _single(yi, vi)
    if t.k == 1:
        return NotDefined("maximum of the likelihood", Reason.ONE_TRIAL)
    restricted = model == "REML"
    with np.errstate(divide="ignore", invalid="ignore"):
        found = peaks(t, restricted=restricted)
        return tuple(Peak(one.tau2, float(height(t.y, t.v, one.tau2, restricted=restricted))) for one in found)


def profile_likelihood(
    yi: ArrayLike, vi: ArrayLike, *, model: Likelihood = "REML", level: float = 0.95
) -> tuple[float, float] | NotDefined:
    """Interval of tau² by likelihood ratio, one data set; where two peaks cut it in two, from end to end."""
    within(level)
    t = _single(yi, vi)
    found = likelihood_peaks(yi, vi, model=model)
    if isinstance(found, NotDefined):
        return NotDefined("profile likelihood interval", found.reason)
    drop = float(chi2_limit(1, 1 - level)) / 2

    def above(tau2: float) -> float:
        return float(height(t.y, t.v, tau2, restricted=model == "REML")) - found[0].height + drop

    smallest = float(t.v.min())
    far = max(smallest, float(t.scatter))  # beyond this the curve only falls
    while above(far) > 0:
        far *= 2
    span = np.log1p(far / smallest)
    steps = smallest * np.expm1(np.linspace(0.0, span, max(8, int(np.ceil(span / RUNG)) + 1)))
    places = sorted({0.0, *steps.tolist(), *(one.tau2 for one in found)})
    inside = [place for place, tau2 in enumerate(places) if above(tau2) >= 0]
    first, last = inside[0], inside[-1]
    low = 0.0 if first == 0 else float(brentq(above, places[first - 1], places[first], xtol=1e-300, rtol=1e-14))
    return low, float(brentq(above, places[last], places[last + 1], xtol=1e-300, rtol=1e-14))


def _single(yi: ArrayLike, vi: ArrayLike) -> Trials:
    t = trials(yi, vi)
    if t.sets:
        raise Refused("one data set at a time", column="yi", value=t.sets, allowed="shape (k,)")
    return t


def _shaped(t: Trials, value: Any) -> Numbers:
    return float(value) if not t.sets else np.broadcast_to(value, (t.y.shape[1],)).reshape(t.sets)
