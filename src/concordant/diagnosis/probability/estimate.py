"""One number with its interval, from a setting and results.

The mean follows the rule of ``shared.py``. The 90 % interval holds that of the rule and that of the model of
``joint.py``, so that it covers whatever the correlation between signs is (decision 0014).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from concordant.diagnosis.probability.joint import interval
from concordant.diagnosis.probability.prior import CareSetting
from concordant.diagnosis.probability.prior_draws import before_tests
from concordant.diagnosis.probability.shared import after_tests, evidence
from concordant.diagnosis.probability.signs import Sign

LOW, HIGH = 0.05, 0.95
BATCHES = 8


@dataclass(frozen=True, slots=True)
class Estimate:
    """A probability, 0 to 1, and what is not known of it."""

    mean: float
    low: float
    """5 % lie below."""
    high: float
    """95 % lie below."""
    sampling_error: float
    """Standard error of the mean from the finite number of draws."""


def estimated(setting: CareSetting, results: Mapping[Sign, bool]) -> Estimate:
    """The probability after the results."""
    shares = before_tests(setting.key)
    drawn = after_tests(shares, evidence(results))
    by_rule = np.quantile(drawn, (LOW, HIGH))
    by_model = interval(shares, results, LOW, HIGH)
    # Each batch takes every eighth point, so that it is spread as evenly as the whole.
    batches = np.array([drawn[first::BATCHES].mean() for first in range(BATCHES)])
    return Estimate(
        mean=float(drawn.mean()),
        low=min(float(by_rule[0]), by_model[0]),
        high=max(float(by_rule[1]), by_model[1]),
        sampling_error=float(batches.std(ddof=1) / BATCHES**0.5),
    )
