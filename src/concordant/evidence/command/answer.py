"""The answers as JSON, under the names of metafor's fields. A number that is not defined is null."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import Any, cast, get_args

import numpy as np

from concordant.evidence.command.source import Source
from concordant.evidence.library.claims import Claim, caution, claims
from concordant.evidence.living import Moved, Proposed, Standing, not_entered
from concordant.evidence.not_defined import NotDefined
from concordant.evidence.numbers import Floats
from concordant.evidence.pooling import (
    Model,
    Pool,
    Test,
    cautions,
    log_likelihood,
    mantel_haenszel,
    one_of,
    peto,
    pool,
    profile_likelihood,
    q_profile,
    typical_variance,
)
from concordant.evidence.pooling.heterogeneity import Likelihood
from concordant.evidence.pooling.mantel_haenszel import Measure
from concordant.evidence.refused import Refused
from concordant.evidence.regression import regress, subgroups, with_intercept
from concordant.evidence.sensitivity import influence, leave_one_out
from concordant.evidence.small_study import TrimAndFill, begg, egger, trim_and_fill
from concordant.evidence.small_study.begg import MOST as MOST_RANKED
from concordant.evidence.small_study.trim_and_fill import Estimator

PLAIN = (
    "k", "estimate", "se", "statistic", "df", "p", "ci_low", "ci_high", "tau2", "se_tau2", "tau", "I2_metafor",
    "H2_metafor", "I2_from_Q", "H2_from_Q", "Q", "Q_df", "Q_p",
)  # fmt: skip
PREDICTED = ("prediction_interval_metafor", "prediction_interval_t_k_minus_2")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked beside the pool itself."""

    model: Model
    test: Test
    moderator: str | None = None
    leave_one_out: bool = False
    egger: bool = False
    trim_and_fill: bool = False
    predict: bool = False
    even_so: bool = False


def pooled(source: Source, asked: Asked) -> dict[str, Any]:
    """One data set, pooled as asked."""
    yi, vi = source.yi, source.vi
    found = pool(yi, vi, model=asked.model, test=asked.test)
    told: dict[str, Any] = {
        "source": source.name, "measure": source.measure, "unit": source.unit, "says": source.says,
        "model": asked.model, "test": asked.test, "level": found.level, **numbers(found),
        **spread(yi, vi, asked.model),
        "trials": [
            {"label": label, "yi": float(y), "vi": float(v), "weight_percent": share}
            for label, y, v, share in zip(source.labels, yi, vi, weights(vi, found), strict=True)
        ],
        "left_out": list(source.left_out),
        "cautions": [*source.cautions, *(one.says for one in cautions(yi, vi, found))],
    }  # fmt: skip
    if source.counts is not None:
        told |= of_counts(source.counts, source.measure)
    if asked.predict:
        told |= {name: _pair(getattr(found, name)) for name in PREDICTED}
    if asked.leave_one_out:
        without = leave_one_out(yi, vi, model=asked.model, test=asked.test)
        told["leave_one_out"] = [{"omitted": place + 1, **numbers(one_of(without, place))} for place in range(len(yi))]
        told["influence"] = _fields(influence(yi, vi, model=asked.model))
    if asked.egger:
        told["small_study"] = small_study(yi, vi, asked)
    if asked.trim_and_fill:
        told["trim_and_fill"] = {
            f"{asked.model}_{each}": _filled(
                trim_and_fill(yi, vi, model=asked.model, estimator=each, even_so=asked.even_so)
            )
            for each in get_args(Estimator)
        }
    if asked.moderator is not None:
        told |= by_moderator(source, asked.moderator, asked)
    return told


def numbers(found: Pool) -> dict[str, Any]:
    """The fields of a pool."""
    return {name: _number(getattr(found, name)) for name in PLAIN}


def weights(vi: Any, found: Pool) -> list[float]:
    """Shares in percent."""
    each = 1 / (np.asarray(vi) + found.tau2)
    return [float(one) for one in 100 * each / each.sum()]


def moved(proposed: Proposed, found: tuple[Moved, ...]) -> dict[str, Any]:
    """What a further trial would change."""
    return {
        "trial_id": proposed.trial_id,
        "rows": len(proposed.rows),
        "moved": [
            {
                "question": one.before.question.id,
                "asks": one.before.question.asks,
                "unit": one.before.question.unit,
                "before": stood(one.before),
                "after": stood(one.after),
                "advice": [{"id": each.id, "advice": each.advice} for each in one.advice],
            }
            for one in found
        ],
        "not_entered": [one.says for one in not_entered(proposed)],
    }


def stood(one: Standing) -> dict[str, Any]:
    """The answer to one question."""
    trials = [{"name": each.name, "estimate": each.estimate, "se": each.se} for each in one.entered]
    return {"trials": trials, "pool": numbers(one.pool) if one.pool is not None else None}


def claimed() -> dict[str, Any]:
    """The four figures."""
    return {"claims": [_claim(one) for one in claims()], "caution": caution()}


def _claim(one: Claim) -> dict[str, Any]:
    printed, value = one.printed, one.recomputed.value
    return {
        "id": one.row.id,
        "review": one.row.review,
        "doi": one.row.doi,
        "estimate": printed.estimate,
        "ci_low": printed.ci_low,
        "ci_high": printed.ci_high,
        "se": printed.se,
        "recomputed": one.recomputed.answer.value,
        "why": one.recomputed.why,
        "value": None
        if value is None
        else {"estimate": value.estimate, "ci_low": value.ci_low, "ci_high": value.ci_high},
        "says": list(one.sentences),
    }


def spread(yi: Floats, vi: Floats, model: Model) -> dict[str, Any]:
    """How far the trials differ: intervals, and what I² compares tau² with."""
    interval = q_profile(yi, vi)
    told: dict[str, Any] = {
        "typical_sampling_variance": _number(typical_variance(yi, vi)),
        "q_profile_ci_95": _fields(interval),
    }
    if model in get_args(Likelihood):
        likelihood = cast("Likelihood", model)
        at = pool(yi, vi, model=model).tau2
        profile = profile_likelihood(yi, vi, model=likelihood)
        told |= {
            "log_likelihood": {model: _number(log_likelihood(yi, vi, at, model=likelihood))},
            f"profile_likelihood_ci_95_{model}": {"tau2": None if isinstance(profile, NotDefined) else _pair(profile)},
        }
    return told


def of_counts(counts: tuple[Floats, ...], measure: str) -> dict[str, Any]:
    """What pools tables with few events without adding anything to them."""
    told = {"mantel_haenszel": {measure: _fields(mantel_haenszel(*counts, measure=cast("Measure", measure)))}}
    return told | ({"peto": _fields(peto(*counts))} if measure == "OR" else {})


def small_study(yi: Floats, vi: Floats, asked: Asked) -> dict[str, Any]:
    """Slope on the standard error, as Egger has it and with the model that was asked for, and the rank correlation."""
    classical = _fields(egger(yi, vi, even_so=asked.even_so))
    mixed = _fields(egger(yi, vi, form=asked.model, even_so=asked.even_so))
    told = {
        "classical_lm": {"t" if name == "statistic" else name: each for name, each in classical.items()},
        f"meta_regression_{asked.model}": {"z" if name == "statistic" else name: each for name, each in mixed.items()},
    }
    if len(yi) <= MOST_RANKED:
        told["begg_rank"] = _fields(begg(yi, vi, even_so=asked.even_so))
    return told


def by_moderator(source: Source, column: str, asked: Asked) -> dict[str, Any]:
    """Numbers: the slope on them. Words: the groups that they name."""
    of = source.moderator(column)
    if isinstance(of, tuple):
        return {"subgroups": {"moderator": column, "kind": "factor", **_grouped(source, of, asked)}}
    fit = regress(source.yi, source.vi, _design(of, column), model=asked.model, test=asked.test)
    names = ("tau2", "R2_percent", "I2_metafor", "QE", "QE_df", "QE_p", "QM", "QM_df", "QM_p")
    told: dict[str, Any] = {"moderator": column, "kind": "numeric", "k": fit.k}
    for place, name in enumerate(("intercept", "slope")):
        told[name] = _number(fit.coefficients[place])
        for field in ("se", "statistic", "p"):
            told[f"{field}_{name}"] = _number(getattr(fit, field)[place])
        told[f"ci_{name}"] = _pair((fit.ci_low[place], fit.ci_high[place]))
    return {"meta_regression": told | {name: _number(getattr(fit, name)) for name in names}}


def _design(of: Floats, column: str) -> Floats:
    if np.ptp(of) == 0:
        raise Refused("is the same in all trials", column=column, value=float(of[0]), allowed="a column that differs")
    return with_intercept(of)


def _grouped(source: Source, of: tuple[str, ...], asked: Asked) -> dict[str, Any]:
    found = subgroups(source.yi, source.vi, of, model=asked.model, test=asked.test)
    common = found.common
    groups = zip(found.levels, found.pools, strict=True)
    return {
        "levels": list(found.levels),
        "k": [each.k for each in found.pools],
        "separate_tau2": {
            "Q_between": _number(found.Q_between), "df": found.df, "p": _number(found.p),
            "per_group": [{"level": level, **numbers(each)} for level, each in groups],
        },
        "common_tau2": {
            "coefficients": [_number(one) for one in common.coefficients], "se": [_number(one) for one in common.se],
            "tau2": _number(common.tau2), "QM": _number(common.QM), "df": common.QM_df, "QM_p": _number(common.QM_p),
        },
    }  # fmt: skip


def _filled(found: TrimAndFill | NotDefined) -> dict[str, Any]:
    if isinstance(found, NotDefined):
        return _fields(found)
    return {
        "k0": found.k0, "se_k0": _number(found.se_k0), "side": found.side, "estimator": found.estimator,
        "filled_yi": [float(one) for one in found.filled_yi], **numbers(found.pool),
    }  # fmt: skip


def _fields(found: Any) -> dict[str, Any]:
    """A dataclass of numbers, pairs and columns; what is not defined says why."""
    if isinstance(found, NotDefined):
        return {"not_defined": str(found)}
    return {each.name: _number(getattr(found, each.name)) for each in fields(found)}


def _number(value: Any) -> Any:
    if value is None or isinstance(value, int | str):
        return value
    if isinstance(value, tuple | np.ndarray):
        return [_number(each) for each in value]
    return float(value) if math.isfinite(value) else None


def _pair(value: Any) -> list[Any]:
    return [_number(float(end)) for end in value]
