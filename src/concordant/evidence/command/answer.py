"""The answers as JSON, under the names of metafor's fields. A number that is not defined is null."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from concordant.evidence.command.source import Source
from concordant.evidence.library.claims import Claim, caution, claims
from concordant.evidence.living import Moved, Proposed, Standing, not_entered
from concordant.evidence.not_defined import NotDefined
from concordant.evidence.pooling import Model, Pool, Test, cautions, one_of, pool, q_profile
from concordant.evidence.regression import regress, with_intercept
from concordant.evidence.sensitivity import leave_one_out
from concordant.evidence.small_study import egger, trim_and_fill

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
    interval = q_profile(yi, vi)
    told: dict[str, Any] = {
        "source": source.name, "measure": source.measure, "unit": source.unit, "says": source.says,
        "model": asked.model, "test": asked.test, "level": found.level, **numbers(found),
        "tau2_ci": _pair(getattr(interval, "tau2", None)),
        "trials": [
            {"label": label, "yi": float(y), "vi": float(v), "weight_percent": share}
            for label, y, v, share in zip(source.labels, yi, vi, weights(vi, found), strict=True)
        ],
        "cautions": [one.says for one in cautions(yi, vi, found)],
    }  # fmt: skip
    if asked.predict:
        told |= {name: _pair(getattr(found, name)) for name in PREDICTED}
    if asked.leave_one_out:
        without = leave_one_out(yi, vi, model=asked.model, test=asked.test)
        told["leave_one_out"] = [{"omitted": place + 1, **numbers(one_of(without, place))} for place in range(len(yi))]
    if asked.egger:
        told["egger"] = _told(egger(yi, vi, even_so=asked.even_so))
    if asked.trim_and_fill:
        told["trim_and_fill"] = _filled(trim_and_fill(yi, vi, model=asked.model, even_so=asked.even_so))
    if asked.moderator is not None:
        told["meta_regression"] = _regressed(source, asked.moderator, asked)
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


def _regressed(source: Source, column: str, asked: Asked) -> dict[str, Any]:
    design = with_intercept(source.moderator(column))
    fit = regress(source.yi, source.vi, design, model=asked.model, test=asked.test)
    rows = zip(
        ("intercept", column), fit.coefficients, fit.se, fit.statistic, fit.p, fit.ci_low, fit.ci_high, strict=True
    )
    names = ("estimate", "se", "statistic", "p", "ci_low", "ci_high")
    whole = ("tau2", "R2_percent", "I2_metafor", "QE", "QE_df", "QE_p", "QM", "QM_df", "QM_p")
    return {
        "coefficients": [{"name": name, **dict(zip(names, map(_number, found), strict=True))} for name, *found in rows],
        **{name: _number(getattr(fit, name)) for name in whole},
    }


def _filled(found: Any) -> dict[str, Any]:
    if isinstance(found, NotDefined):
        return _told(found)
    return {
        "k0": found.k0, "se_k0": _number(found.se_k0), "side": found.side, "estimator": found.estimator,
        "filled_yi": [float(one) for one in found.filled_yi], **numbers(found.pool),
    }  # fmt: skip


def _told(found: Any) -> dict[str, Any]:
    if isinstance(found, NotDefined):
        return {"not_defined": str(found)}
    return {
        name: _pair(getattr(found, name)) if isinstance(getattr(found, name), tuple) else _number(getattr(found, name))
        for name in found.__dataclass_fields__
    }


def _number(value: Any) -> Any:
    if value is None or isinstance(value, int | str):
        return value
    return float(value) if math.isfinite(value) else None


def _pair(value: Any) -> list[Any] | None:
    return None if value is None else [_number(float(end)) for end in value]
