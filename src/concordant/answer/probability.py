"""How sure: the probability of one headache, and what each result says for it."""

from __future__ import annotations

from typing import Any

from concordant.diagnosis.probability.judge import Probability, Weight


def probability(one: Probability) -> dict[str, Any]:
    """How sure it is of one headache. The three numbers are null where it is withheld."""
    estimate = one.estimate
    return {
        "code": one.code,
        "headache": one.headache,
        "prior": round(one.prior.mean, 4),
        "mean": None if estimate is None else round(estimate.mean, 4),
        "low": None if estimate is None else round(estimate.low, 4),
        "high": None if estimate is None else round(estimate.high, 4),
        "tests_used": [sign.fact for sign in one.used],
        "rivals": list(one.rivals),
        "setting": {
            "key": one.setting.key,
            "chosen_by": one.chosen_by,
            "low": round(one.prior.low, 4),
            "high": round(one.prior.high, 4),
            "sources": [study.source for study in one.setting.shares],
        },
        "weights": [_weight(weight) for weight in one.weights],
        "left_out": [{"test": test, "why": why} for test, why in one.left_out.items()],
        "sampling_error": None if estimate is None else round(estimate.sampling_error, 5),
        "says": list(one.says),
    }


def _weight(one: Weight) -> dict[str, Any]:
    return {
        "fact": one.sign.fact,
        "test": one.sign.name,
        "result": "positive" if one.positive else "negative",
        "ratio": round(one.ratio, 3),
        "low": round(one.low, 3),
        "high": round(one.high, 3),
        "against": {rival: round(ratio, 3) for rival, ratio in one.against.items()},
        "rows": list(one.sign.rows),
        "sources": list(one.sign.sources),
    }
