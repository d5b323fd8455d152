"""Variance between trials that moderators leave unexplained, by the estimators of `pooling`, for any design matrix.

Sources: DerSimonian and Laird's moment, Hedges, Hunter-Schmidt, REML, ML and empirical Bayes with moderators as in
Viechtbauer 2005 (10.3102/10769986030003261) and Berkey et al. 1995 (10.1002/sim.4780140406); Sidik and Jonkman 2005
(10.1081/BIP-200067915); Paule-Mandel, DerSimonian and Kacker 2007 (10.1016/j.cct.2006.04.004).
"""

from __future__ import annotations

import math

from concordant.evidence.pooling.tau2.likelihood import FEWEST, MOST, MOST_STEPS, NEAR, RUNG
from concordant.evidence.regression.curve import At, Curve


def estimate(c: Curve, model: str) -> float:
    """tau² >= 0 by the named estimator; FE and EE have none, which is 0."""
    k, p = int(c.x.shape[0]), int(c.x.shape[1])
    if model in {"FE", "EE"}:
        return 0.0
    if model == "DL":
        fixed = c.at(0.0)
        return max(0.0, (fixed.q - (k - p)) / fixed.trace)
    if model == "HS":
        fixed = c.at(0.0)
        return max(0.0, (fixed.q - k) / float(fixed.w.sum()))
    if model == "HE":
        squares, kept = c.plain()
        return max(0.0, (squares - float(kept @ c.v)) / (k - p))
    if model == "SJ":
        start = float(c.y.var())
        return start * c.at(start).q / (k - p) if start > 0 else 0.0
    if model in {"PM", "EB"}:
        return where_q_is(c, k - p)
    return highest(c, restricted=model == "REML")


def where_q_is(c: Curve, wanted: float) -> float:
    """tau² at which Q has this value, by Newton's method on 1/Q (see `pooling.tau2.roots`); 0 if Q starts below."""
    tau2 = 0.0
    for _ in range(5 * MOST_STEPS):
        one = c.at(tau2)
        step = one.q * (one.q / wanted - 1) / one.lifts if one.lifts > 0 else 0.0
        if step <= NEAR * tau2:
            return max(0.0, tau2 + max(0.0, step))
        tau2 += step
    raise ArithmeticError("the generalised Q did not reach the wanted value")  # pragma: no cover - cannot happen


def highest(c: Curve, *, restricted: bool) -> float:
    """tau² at the highest peak of the likelihood, found on a ladder and refined (see `pooling.tau2.likelihood`)."""
    smallest = float(c.v.min())
    bound = 1.001 * c.plain()[0] - smallest
    if bound <= 0:
        return 0.0
    span = math.log1p(bound / smallest)
    rungs = min(MOST, max(FEWEST, math.ceil(span / RUNG)))
    ladder = [c.at(smallest * math.expm1(rung * span / rungs)) for rung in range(rungs + 1)]
    up = [one.lifts > one.lowers(restricted) for one in ladder[:-1]] + [False]
    tops = [_top(c, low, high, restricted) for low, high, *_ in _turns(ladder, up)]
    if not up[0]:
        tops.append(0.0)
    return max(tops, key=lambda tau2: c.height(tau2, restricted=restricted)) if len(tops) > 1 else tops[0]


def _turns(ladder: list[At], up: list[bool]) -> list[tuple[float, float]]:
    return [(ladder[one].tau2, ladder[one + 1].tau2) for one in range(len(up) - 1) if up[one] and not up[one + 1]]


def _top(c: Curve, low: float, high: float, restricted: bool) -> float:
    tau2 = 0.5 * (low + high)
    for _ in range(MOST_STEPS):
        one = c.at(tau2)
        lowers = one.lowers(restricted)
        bends = one.squares if restricted else float(one.w @ one.w)
        low, high = (tau2, high) if one.lifts > lowers else (low, tau2)
        down = 2 * lowers * one.curve - bends * one.lifts
        step = one.lifts * (one.lifts - lowers) / down if down > 0 else math.inf
        if abs(step) <= NEAR * tau2:
            return tau2 + step
        tau2 = tau2 + step if low < tau2 + step < high else 0.5 * (low + high)
        if high - low <= 4e-16 * high:
            break
    return tau2
