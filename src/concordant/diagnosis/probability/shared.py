"""The rule for correlated signs, from which the mean comes (examination 6 rule 4).

Signs of one kind that point the same way share their evidence: the strongest counts in full, every other with its
likelihood ratio to the power of SHARED_EXPONENT. Signs that point different ways each count for what they say. Each
kind together is capped at LARGEST_RATIO, for and against.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from concordant.diagnosis.probability.assumptions import LARGEST_RATIO, SHARED_EXPONENT
from concordant.diagnosis.probability.draws import HOW_MANY, Draws
from concordant.diagnosis.probability.signs import RIVALS, Kind, Sign, log_ratios


def evidence(results: Mapping[Sign, bool]) -> Draws:
    """Logarithms of the likelihood ratio of all results, against each rival (rows), draw by draw."""
    total = np.zeros((len(RIVALS), HOW_MANY))
    for kind in Kind:
        of_kind = [log_ratios(sign, positive) for sign, positive in results.items() if sign.kind is kind]
        if of_kind:
            total += _together(of_kind)
    return total


def _together(logs: list[Draws]) -> Draws:
    most = np.log(LARGEST_RATIO)
    if len(logs) == 1:
        return np.asarray(np.clip(logs[0], -most, most))
    stacked = np.stack(logs)
    total = _shared(np.maximum(stacked, 0)) - _shared(np.maximum(-stacked, 0))
    return np.asarray(np.clip(total, -most, most))


def _shared(strength: Draws) -> Draws:
    strongest = strength.max(axis=0)
    return np.asarray(strongest + SHARED_EXPONENT * (strength.sum(axis=0) - strongest))


def after_tests(shares: Draws, logs: Draws) -> Draws:
    """Draws of the probability of cervicogenic headache after the evidence; shares as before the tests."""
    return np.asarray(shares[0] / (shares[0] + (shares[1:] * np.exp(-logs)).sum(axis=0)))
