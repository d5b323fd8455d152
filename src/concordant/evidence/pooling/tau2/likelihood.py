"""Variance between trials at the highest point of the likelihood, restricted (REML) or full (ML), on tau² >= 0.

The curve can have more than one peak, and a climb from one side stops at whichever comes first. Here the slope is taken
on a ladder of tau² that reaches from 0 to a bound beyond which it is negative for certain; every change of its sign
from rising to falling holds a peak, which Newton's method then finds to rounding; the highest peak wins.

The bound: with λ the variances and z the sizes of k-1 independent contrasts, each root of the slope lies at or below
the largest z²-λ, and so below Σ(y-mean)² less the smallest v. The rungs are even in log(tau² + smallest v), because no
term of the slope bends faster than that.
Sources: Viechtbauer 2005, 10.3102/10769986030003261; two peaks: the sets `edge_two_peaks_*` of the reference numbers.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from concordant.evidence.pooling.arrays import Array, Trials
from concordant.evidence.pooling.tau2.closed import trace_of_square

RUNG = 0.3
FEWEST, MOST = 6, 120
MOST_STEPS = 100
NEAR = 1e-9
"""A step this small against tau² is the last: the error squares with each."""


@dataclass(frozen=True, slots=True)
class Peak:
    """One maximum of the likelihood; constants are left out of its height."""

    tau2: float
    height: float


def maximum(t: Trials, *, restricted: bool) -> tuple[Any, Any]:
    """tau² at the highest peak, and how many peaks the curve has."""
    if t.y.ndim == 1:
        found = peaks(t, restricted=restricted)
        return found[0].tau2, len(found)
    return _of_many(t, restricted)


def peaks(t: Trials, *, restricted: bool) -> tuple[Peak, ...]:
    """Every peak of one data set of at least two trials, the highest first."""
    y, v = t.y, t.v
    smallest = float(np.minimum.reduce(v))
    bound = 1.001 * float(t.scatter) - smallest
    if bound <= 0:
        return (Peak(0.0, math.nan),)
    ladder = _ladder(smallest, bound)
    rising, falling = _slope(y[:, None], v[:, None], ladder, restricted)
    up = (rising > falling).tolist()
    up[-1] = False
    brackets = [rung for rung in range(len(up) - 1) if up[rung] and not up[rung + 1]]
    if len(brackets) + (not up[0]) == 1:
        return (Peak(0.0 if not up[0] else _one_top(y, v, ladder, rising, falling, brackets[0], restricted), math.nan),)
    tops = [_one_top(y, v, ladder, rising, falling, rung, restricted) for rung in brackets]
    if not up[0]:
        tops.append(0.0)
    found = [Peak(top, float(height(y, v, top, restricted=restricted))) for top in tops]
    return tuple(sorted(found, key=lambda one: -one.height))


def height(y: Array, v: Array, tau2: Any, *, restricted: bool) -> Any:
    """Log-likelihood at tau², without its constants; a trial that is not there (infinite v) adds nothing."""
    spread = v + tau2
    w = 1 / spread
    total = np.add.reduce(w)
    rest = y - np.add.reduce(w * y) / total
    logs = np.log(np.where(np.isinf(spread), 1.0, spread))
    twice = np.add.reduce(logs) + np.add.reduce(w * rest * rest)
    return -0.5 * (twice + np.log(total) if restricted else twice)


def constant(k: Any, *, restricted: bool) -> Any:
    """What `height` leaves out, as metafor counts it."""
    if not restricted:
        return -0.5 * k * math.log(2 * math.pi)
    return -0.5 * (k - 1) * math.log(2 * math.pi) + 0.5 * np.log(k)


def standard_error(v: Array, tau2: Any, *, restricted: bool) -> Any:
    """Standard error of tau² from the expected information at tau²."""
    w = 1 / (v + tau2)
    return np.sqrt(2 / (trace_of_square(w) if restricted else np.add.reduce(w * w)))


def _ladder(smallest: float, bound: float) -> Array:
    span = math.log1p(bound / smallest)
    rungs = min(MOST, max(FEWEST, math.ceil(span / RUNG)))
    steps: Array = smallest * np.expm1(np.arange(rungs + 1) * (span / rungs))
    return steps


def _slope(y: Array, v: Array, tau2: Any, restricted: bool) -> tuple[Any, Any]:
    """Twice the slope of the log-likelihood in two parts, what lifts it and what lowers it."""
    w = v + tau2
    np.divide(1.0, w, out=w)
    rest = w * y
    total = np.add.reduce(w)
    estimate = np.add.reduce(rest) / total
    np.subtract(y, estimate, out=rest)
    rest *= w
    rest *= rest
    lifts = np.add.reduce(rest)
    if not restricted:
        return lifts, total
    w *= w
    return lifts, total - np.add.reduce(w) / total


def _one_top(y: Array, v: Array, ladder: Array, rising: Array, falling: Array, rung: int, restricted: bool) -> float:
    """The top of one data set between two rungs: plain floats and dot products, several times as fast as arrays."""
    low, high = float(ladder[rung]), float(ladder[rung + 1])
    one, other = float(falling[rung] / rising[rung]), float(falling[rung + 1] / rising[rung + 1])
    tau2 = low + (high - low) * min(1.0, max(0.0, (1 - one) / (other - one)))
    ones = np.ones_like(v)
    for _ in range(MOST_STEPS):
        w = 1 / (v + tau2)
        total = float(w.dot(ones))
        rest = y - float(w.dot(y)) / total
        w2 = w * w
        first = w * rest
        lifts = float(first.dot(first))
        total2 = float(w.dot(w))
        cross = float(first.dot(w))
        curve = float(w2.dot(first * rest)) - cross * cross / total
        if restricted:
            lowers = total - total2 / total
            bends = total2 - 2 * float(w2.dot(w)) / total + (total2 / total) ** 2
        else:
            lowers, bends = total, total2
        if lifts > lowers:
            low = tau2
        else:
            high = tau2
        down = 2 * lowers * curve - bends * lifts
        step = lifts * (lifts - lowers) / down if down > 0 else math.inf
        new = tau2 + step
        if abs(step) <= NEAR * tau2:
            return max(new, 0.0)
        tau2 = new if low < new < high else 0.5 * (low + high)
        if high - low <= 4e-16 * high:
            return tau2
    return tau2


def _of_many(t: Trials, restricted: bool) -> tuple[Array, Array]:
    """The same for many data sets, each step for all of them at once."""
    sets = t.y.shape[1]
    smallest = np.minimum.reduce(t.v)
    bound = 1.001 * t.scatter - smallest
    open_ = bound > 0
    span = np.log1p(np.maximum(bound, 0.0) / smallest)
    rungs = min(MOST, max(FEWEST, math.ceil(float(span.max()) / RUNG)))
    ladder = smallest * np.expm1(np.arange(rungs + 1)[:, None] * (span / rungs))
    ratio = np.empty((rungs + 1, sets))
    for rung, tau2 in enumerate(ladder):
        rising, falling = _slope(t.y, t.v, tau2, restricted)
        np.divide(falling, rising, out=ratio[rung])
    up = (ratio < 1) & open_
    up[-1] = False
    turns = up[:-1] & ~up[1:]
    inner = np.add.reduce(turns, axis=0, dtype=np.int64)
    many = inner + ~up[0]
    best = np.zeros(sets)
    several = many > 1
    tallest = np.full(sets, -np.inf)
    at_zero = np.flatnonzero(several & ~up[0])
    if at_zero.size:
        tallest[at_zero] = height(t.y[:, at_zero], t.v[:, at_zero], 0.0, restricted=restricted)
    order = np.cumsum(turns, axis=0) if several.any() else None
    for peak in range(1, int(inner.max(initial=0)) + 1):
        chosen = np.flatnonzero(inner >= peak)
        rung = (turns if order is None else turns & (order == peak))[:, chosen].argmax(axis=0)
        whole = chosen.size == sets
        y, v = (t.y, t.v) if whole else (t.y[:, chosen], t.v[:, chosen])
        low, high, one, other = (part[rung + step, chosen] for part in (ladder, ratio) for step in (0, 1))
        top = _tops(y, v, low, high, one, other, restricted)
        rival = several[chosen]
        best[chosen[~rival]] = top[~rival]
        if rival.any():
            held = chosen[rival]
            tall = height(y[:, rival], v[:, rival], top[rival], restricted=restricted)
            won = tall > tallest[held]
            tallest[held] = np.where(won, tall, tallest[held])
            best[held] = np.where(won, top[rival], best[held])
    return best, many


def _tops(y: Array, v: Array, low: Array, high: Array, one: Array, other: Array, restricted: bool) -> Array:
    """The tops between two rungs each, Newton's method on lowers/lifts, which is nearly straight in tau²."""
    with np.errstate(divide="ignore", invalid="ignore"):
        tau2 = low + (high - low) * np.clip(np.nan_to_num((1 - one) / (other - one), nan=0.5), 0.0, 1.0)
        for _ in range(MOST_STEPS):
            w = v + tau2
            np.divide(1.0, w, out=w)
            total = np.add.reduce(w)
            rest = w * y
            np.subtract(y, np.add.reduce(rest) / total, out=rest)
            first = w * rest
            w2 = w * w
            total2 = np.add.reduce(w2)
            cross = np.add.reduce(first * w)
            np.multiply(rest, first, out=rest)
            rest *= w2
            curve = np.add.reduce(rest) - cross * cross / total
            first *= first
            lifts = np.add.reduce(first)
            if restricted:
                lowers = total - total2 / total
                w2 *= w
                bends = total2 - 2 * np.add.reduce(w2) / total + (total2 / total) ** 2
            else:
                lowers, bends = total, total2
            rises = lifts > lowers
            low, high = np.where(rises, tau2, low), np.where(rises, high, tau2)
            down = 2 * lowers * curve - bends * lifts
            step = np.where(down > 0, lifts * (lifts - lowers) / down, np.inf)
            new = tau2 + step
            done = np.abs(step) <= NEAR * tau2
            inside = (new > low) & (new < high)
            tau2 = np.where(inside | done, new, 0.5 * (low + high))
            if (done | (high - low <= 4e-16 * high)).all():
                break
    return np.maximum(tau2, 0.0)
