"""Sets on which digits are lost, against exact fractions: one giant trial, effects far from 0, variances 1e-12 to 1e8.

metafor 3.8 itself loses up to all digits of Q on the last of them, so that it cannot be the measure there.
"""

from fractions import Fraction

import numpy as np
import pytest

from concordant.evidence.pooling import cautions, pool, q_profile
from concordant.evidence.regression import regress, with_intercept
from concordant.evidence.sensitivity import influence
from concordant.evidence.small_study import begg, egger
from concordant.evidence.small_study.begg import MOST_EXACT


def hard_sets():
    draws = np.random.default_rng(7)
    for k in (4, 9, 25):
        wide = np.exp(draws.uniform(np.log(1e-12), np.log(1e8), k))
        yield draws.normal(0, np.sqrt(wide + 1e4)), wide
        near = np.exp(draws.uniform(np.log(1e-4), np.log(1e-2), k))
        yield 1e6 + draws.normal(0, np.sqrt(4 * near)), near
        giant = np.exp(draws.uniform(np.log(0.01), 0.0, k))
        giant[0] = 1e-8
        yield draws.normal(0.3, np.sqrt(giant + 0.05)), giant


SETS = list(hard_sets())


def fractions(values):
    return [Fraction(float(one)) for one in values]


def exact(yi, vi, tau2=0.0):
    """Estimate, sum of weights, Q, and the trace of the squared weighting matrix."""
    y, w = fractions(yi), [1 / (one + Fraction(float(tau2))) for one in fractions(vi)]
    total = sum(w)
    estimate = sum(a * b for a, b in zip(w, y, strict=True)) / total
    q = sum(a * (b - estimate) ** 2 for a, b in zip(w, y, strict=True))
    squares = sum(a**2 for a in w)
    return estimate, total, q, squares - 2 * sum(a**3 for a in w) / total + (squares / total) ** 2


@pytest.mark.parametrize(("yi", "vi"), SETS)
def test_pools_keep_their_digits(yi, vi):
    k = len(yi)
    estimate, total, q, _ = exact(yi, vi)
    fixed, moment, reml = (pool(yi, vi, model=model) for model in ("FE", "DL", "REML"))
    assert fixed.estimate == pytest.approx(float(estimate), rel=1e-12, abs=0)
    assert pytest.approx(float(q), rel=1e-10) == fixed.Q
    slope = total - sum(1 / one**2 for one in fractions(vi)) / total
    assert moment.tau2 == pytest.approx(float(max(Fraction(0), (q - (k - 1)) / slope)), rel=1e-8)
    assert reml.se_tau2 == pytest.approx(float(2 / exact(yi, vi, reml.tau2)[3]) ** 0.5, rel=1e-9)
    for end, tail in zip(q_profile(yi, vi).tau2, (0.025, 0.975), strict=True):
        if end > 0:
            from scipy.special import chdtri

            assert float(exact(yi, vi, end)[2]) == pytest.approx(chdtri(k - 1, tail), rel=1e-7)


@pytest.mark.parametrize(("yi", "vi"), SETS)
def test_regressions_keep_their_digits(yi, vi):
    for x in (np.sqrt(vi), np.arange(len(yi)) + 2000.0):
        y, w, z = fractions(yi), [1 / one for one in fractions(vi)], fractions(x)
        s0, s1 = sum(w), sum(a * b for a, b in zip(w, z, strict=True))
        s2 = sum(a * b * b for a, b in zip(w, z, strict=True))
        t0 = sum(a * b for a, b in zip(w, y, strict=True))
        t1 = sum(a * b * c for a, b, c in zip(w, z, y, strict=True))
        slope = (s0 * t1 - s1 * t0) / (s0 * s2 - s1 * s1)
        limit = (t0 - slope * s1) / s0
        left = sum(a * (c - limit - slope * b) ** 2 for a, b, c in zip(w, z, y, strict=True))
        fit = regress(yi, vi, with_intercept(x), model="FE")
        assert fit.coefficients.tolist() == pytest.approx([float(limit), float(slope)], rel=1e-9, abs=0)
        assert pytest.approx(float(left), rel=1e-8) == fit.QE
    found = egger(yi, vi, form="FE", even_so=True)
    assert found.limit_estimate == regress(yi, vi, with_intercept(np.sqrt(vi)), model="FE").coefficients[0]


def test_influence_far_from_zero_is_that_near_it():
    yi, vi = SETS[1]
    near = yi - 1e6
    for field in ("cook_d", "dffits", "rstudent"):
        assert np.allclose(getattr(influence(yi, vi), field), getattr(influence(near, vi), field), rtol=1e-9)


@pytest.mark.parametrize("value", [0.37, -1.25, 0.1, 1e6 + 1 / 3])
def test_effects_that_agree_agree_exactly(value):
    vi = np.array([0.3, 0.07, 1.1, 0.5, 0.21])
    found = pool(np.full(5, value), vi, test="knha")
    assert (found.estimate, found.se, found.Q) == (value, 0.0, 0.0)
    assert "all_agree" in {one.code for one in cautions(np.full(5, value), vi, found)}
    assert "same" in str(begg(np.full(5, value), vi, even_so=True))


def test_many_trials_take_no_square_of_memory():
    many = np.linspace(0.0, 1.0, 40_000)
    assert regress(many, many + 0.1, with_intercept(np.sin(many)), model="REML").k == 40_000
    k = MOST_EXACT + 1
    some = np.random.default_rng(1).normal(size=k)
    assert not begg(some, np.linspace(1, 2, k)).exact
