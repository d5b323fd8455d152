"""The model of correlated signs, which widens the interval: every correlation that may be, none capped.

Signs of one kind share a latent normal factor within each headache (one-factor probit model), so that each keeps its
published accuracy and all are correlated by rho, drawn anew from 0 to LARGEST_CORRELATION. Draws that foretell the
results seen weigh more, by Bayes' theorem.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
from scipy.special import ndtr, ndtri

from concordant.diagnosis.probability.assumptions import LARGEST_CORRELATION
from concordant.diagnosis.probability.draws import Draws, between
from concordant.diagnosis.probability.signs import Kind, Sign, positive_chances

_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(21)
"""Gauss-Hermite quadrature over the factor."""


@cache
def _given_factor(sign: Sign, positive: bool) -> Draws:
    """Chance of a result: nodes of the factor, headaches, draws."""
    rho = between("correlation", 0.0, float(LARGEST_CORRELATION))
    cut = ndtri(positive_chances(sign))
    nodes = _NODES[:, None, None]
    seen: Draws = ndtr((cut - np.sqrt(rho) * nodes) / np.sqrt(1 - rho))
    return seen if positive else 1 - seen


def likelihood(results: Mapping[Sign, bool]) -> Draws:
    """The chance of all results together in each headache (rows), draw by draw."""
    total: Draws = np.ones((1, 1))
    for kind in Kind:
        of_kind = [
            (sign, positive)
            for sign, positive in results.items()
            if sign.kind is kind and not (sign.only_negative and positive)
        ]
        if len(of_kind) == 1:
            chances = positive_chances(of_kind[0][0])
            total = total * (chances if of_kind[0][1] else 1 - chances)
        elif of_kind:
            product = _given_factor(*of_kind[0])
            for sign, positive in of_kind[1:]:
                product = product * _given_factor(sign, positive)
            total = total * np.tensordot(_WEIGHTS / _WEIGHTS.sum(), product, axes=1)
    return total


def interval(shares: Draws, results: Mapping[Sign, bool], low: float, high: float) -> tuple[float, float]:
    """Quantiles of the probability after the results, draws weighed by how well they foretell them."""
    joint = shares * likelihood(results)
    foretold = joint.sum(axis=0)
    return _quantiles(joint[0] / foretold, foretold, low, high)


def _quantiles(values: Draws, weights: Draws, low: float, high: float) -> tuple[float, float]:
    order = np.argsort(values)
    reached = np.cumsum(weights[order])
    at = np.searchsorted(reached, np.array([low, high]) * reached[-1])
    found = values[order][np.minimum(at, values.size - 1)]
    return float(found[0]), float(found[1])
