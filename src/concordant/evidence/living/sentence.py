"""The answer to a question, said to the person it is about."""

from __future__ import annotations

from concordant.evidence.library.plain import of_pool, plain
from concordant.evidence.living.moving import Standing
from concordant.evidence.living.questions import DAYS, INTENSITY
from concordant.evidence.pooling.cautions import FEWEST_FOR_PREDICTION
from concordant.evidence.pooling.fit import FIXED

_WORDED = {DAYS: ("days with CGH per 4 weeks", ""), INTENSITY: ("0-10", "headache intensity")}
"""The unit of a question as the plain sentences know it, and of what its points are."""


def sentence(one: Standing) -> str:
    """With absolute numbers; where no trial answers the question, that."""
    if one.pool is None:
        return "No trial answers this yet."
    scale, outcome = _WORDED[one.question.unit]
    fixed = one.pool.model in FIXED
    low, high = map(float, one.pool.prediction_interval_t_k_minus_2)
    predicted = None if fixed or one.pool.k < FEWEST_FOR_PREDICTION else (low, high)
    return plain(of_pool(one.pool, scale, one.question.against, outcome=outcome, prediction=predicted))
