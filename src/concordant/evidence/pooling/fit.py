"""Pool the effects of trials: one data set or thousands in one call, by nine estimators and three tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from concordant.evidence.pooling.arrays import Numbers, Trials, trials
from concordant.evidence.pooling.choices import chosen, within
from concordant.evidence.pooling.distributions import chi2_p, normal_limit, normal_p, t_limit, t_p
from concordant.evidence.pooling.prediction import half_width, t_limit_k_minus_2
from concordant.evidence.pooling.tau2.closed import (
    Common,
    common,
    dersimonian_laird,
    hedges,
    hunter_schmidt,
    sidik_jonkman,
)
from concordant.evidence.pooling.tau2.likelihood import maximum, standard_error
from concordant.evidence.pooling.tau2.roots import paule_mandel

Model = Literal["FE", "EE", "DL", "PM", "EB", "SJ", "REML", "ML", "HE", "HS"]
"""FE and EE are two names for one fixed (equal) effect; PM and EB solve one equation."""
Test = Literal["z", "knha", "knha_adhoc"]
"""Normal; Knapp-Hartung; Knapp-Hartung that is never narrower than the weights alone allow."""

CHOICES = 3
"""Fields at the end of a Pool that say what was asked."""
FIXED = frozenset({"FE", "EE"})
"""Models that assume one effect in all trials."""
TOGETHER = 32_768
"""Trials handled in one go: few enough to stay near the processor, many enough to make each step long."""


@dataclass(frozen=True, slots=True)
class Pool:
    """A pooled effect, or arrays of them. Fields carry the names of the reference files; NaN = not defined.

    All in the unit of the effects (tau2 and se_tau2 in its square); I2 in percent; intervals at the asked level, p
    two-sided. `cautions` (in `pooling.cautions`) says in words what is undefined or fragile, and why.
    """

    k: int | Any
    estimate: Numbers
    se: Numbers
    statistic: Numbers
    df: Numbers
    """Degrees of freedom of t; NaN where the test is normal."""
    p: Numbers
    ci_low: Numbers
    ci_high: Numbers
    tau2: Numbers
    se_tau2: Numbers
    tau: Numbers
    I2_metafor: Numbers
    """100 tau²/(tau² + typical sampling variance); for FE the same as from Q."""
    H2_metafor: Numbers
    I2_from_Q: Numbers
    H2_from_Q: Numbers
    Q: Numbers
    Q_df: int | Any
    Q_p: Numbers
    prediction_interval_metafor: tuple[Numbers, Numbers]
    prediction_interval_t_k_minus_2: tuple[Numbers, Numbers]
    peaks: int | Any
    """Maxima of the likelihood; 0 for models that have none."""
    model: str
    test: str
    level: float


_TAU2: dict[str, Callable[[Trials, Common], tuple[Any, Any]]] = {
    "DL": dersimonian_laird,
    "HS": hunter_schmidt,
    "HE": hedges,
    "SJ": sidik_jonkman,
}
MODELS, TESTS = frozenset(get_args(Model)), frozenset(get_args(Test))


def pool(yi: ArrayLike, vi: ArrayLike, *, model: Model = "REML", test: Test = "z", level: float = 0.95) -> Pool:
    """Pool effects with sampling variances, both of shape (..., k): one data set, or one for each leading place.

    NaN in both means that a set has no such trial, so that sets of different size pool together. Refused (with the
    trial's place): a variance that is not above 0, a value that is not finite, an unknown model or test.
    Knapp-Hartung: Knapp and Hartung 2003, 10.1002/sim.1482; both forms: Jackson et al. 2017, 10.1002/sim.7411.
    """
    chosen("model", model, MODELS)
    chosen("test", test, TESTS)
    within(level)
    one = trials(yi, vi)
    with np.errstate(divide="ignore", invalid="ignore"):
        if not one.sets:
            return Pool(*map(_plain, _fitted(one, model, test, level)))
        sets = one.y.shape[1]
        at_once = max(1, TOGETHER // one.y.shape[0])
        if sets <= at_once:
            return _many([_fitted(one, model, test, level)], one.sets)
        starts = range(0, sets, at_once)
        return _many([_fitted(one.part(slice(at, at + at_once)), model, test, level) for at in starts], one.sets)


def _fitted(t: Trials, model: str, test: str, level: float) -> tuple[Any, ...]:
    """All fields in their order."""
    c, left = common(t), t.k - 1
    tau2, se_tau2, peaks = _between(t, c, model)
    w = c.w if model in FIXED else 1 / (t.v + tau2)
    total = np.add.reduce(w)
    estimate = np.add.reduce(w * t.y) / total
    variance, df, limit = 1 / total, np.nan, normal_limit(level)
    if test != "z":
        rest = t.y - estimate
        factor = np.add.reduce(w * rest * rest) / _unless_alone(t.k, np.nan, left)
        variance = variance * (factor if test == "knha" else np.maximum(factor, 1.0))
        df, limit = left, t_limit(left, level)
    se = np.sqrt(variance)
    estimate = estimate + t.centre
    statistic = estimate / se
    p = normal_p(statistic) if test == "z" else t_p(statistic, df)
    wide = limit * se
    if model in FIXED:  # one effect in all trials leaves nothing to predict
        half = half_t = np.nan * se
    else:
        half, half_t = half_width(limit, tau2, se), half_width(t_limit_k_minus_2(t.k, level), tau2, se)
    return (
        t.k, estimate, se, statistic, df, p, estimate - wide, estimate + wide, tau2, se_tau2, np.sqrt(tau2),
        *_inconsistency(c, left, tau2, model), c.q, left, chi2_p(c.q, left),
        (estimate - half, estimate + half), (estimate - half_t, estimate + half_t), peaks, model, test, level,
    )  # fmt: skip


def _between(t: Trials, c: Common, model: str) -> tuple[Any, Any, Any]:
    """tau², its standard error, and how many peaks the likelihood has; one trial alone has tau² 0."""
    peaks: Any = 0
    if model in FIXED or (isinstance(t.k, int) and t.k == 1):
        return 0.0 * c.q, np.nan * c.q, peaks
    if model in _TAU2:
        tau2, error = _TAU2[model](t, c)
    elif model in {"PM", "EB"}:
        tau2, error = paule_mandel(t)
    else:
        tau2, peaks = maximum(t, restricted=model == "REML")
        error = standard_error(t.v, tau2, restricted=model == "REML")
    return _unless_alone(t.k, 0.0, tau2), _unless_alone(t.k, np.nan, error), _unless_alone(t.k, 0, peaks)


def _inconsistency(c: Common, left: Any, tau2: Any, model: str) -> tuple[Any, Any, Any, Any]:
    """I² and H² from tau², then from Q."""
    k = left + 1
    from_q = c.q / _unless_alone(k, np.nan, left)
    share = _unless_alone(k, 0.0, 100 * np.maximum(0.0, 1 - 1 / from_q))
    if model in FIXED:
        return share, _unless_alone(k, 1.0, from_q), share, from_q
    typical = left / c.trace
    return (
        _unless_alone(k, 0.0, 100 * tau2 / (typical + tau2)),
        _unless_alone(k, 1.0, tau2 / typical + 1),
        share,
        from_q,
    )


def _unless_alone(k: Any, usual: Any, value: Any) -> Any:
    """The value, but what is usual where a set has one trial."""
    if isinstance(k, int):
        return usual if k == 1 else value
    alone = k == 1
    return np.where(alone, usual, value) if alone.any() else value


def _plain(value: Any) -> Any:
    """NumPy's scalars as Python's own."""
    if type(value) is tuple:
        return float(value[0]), float(value[1])
    return value if type(value) in (int, str) else float(value)


def _many(parts: list[tuple[Any, ...]], sets: tuple[int, ...]) -> Pool:
    """The fields of all parts, each in the shape of the leading axes."""
    sizes = [part[1].shape[0] for part in parts]

    def whole(values: list[Any]) -> Any:
        if type(values[0]) is tuple:
            return tuple(whole([value[side] for value in values]) for side in (0, 1))
        if len(values) == 1 and np.ndim(values[0]):
            return values[0].reshape(sets)
        rows = [np.broadcast_to(value, size) for value, size in zip(values, sizes, strict=True)]
        return np.concatenate(rows).reshape(sets)

    columns: list[Any] = [whole(list(values)) for values in zip(*(part[:-CHOICES] for part in parts), strict=True)]
    return Pool(*columns, *parts[0][-CHOICES:])


def one_of(pools: Pool, place: Any) -> Pool:
    """One of many pooled results, as plain numbers."""
    taken: list[Any] = []
    for field in fields(Pool):
        value = getattr(pools, field.name)
        if isinstance(value, tuple):
            taken.append(tuple(float(side[place]) for side in value))
        else:
            taken.append(value[place].item() if isinstance(value, np.ndarray) else value)
    return Pool(*taken)
