"""Small-study tests against other computations of the same numbers, and their refusals."""

import numpy as np
import pytest
from scipy.stats import kendalltau, linregress

from concordant.evidence.not_defined import NotDefined, Reason
from concordant.evidence.pooling import pool
from concordant.evidence.refused import Refused
from concordant.evidence.small_study import begg, egger, funnel, trim_and_fill
from tests.evidence.agreement import column


def drawn(seed, k):
    draws = np.random.default_rng(seed)
    vi = draws.uniform(0.01, 0.5, k)
    return draws.normal(0.2, np.sqrt(vi)) + 0.8 * np.sqrt(vi), vi


@pytest.mark.parametrize("small", [egger, begg, trim_and_fill])
def test_fewer_than_ten_trials_are_refused_with_the_number_needed(small):
    yi, vi = drawn(1, 9)
    with pytest.raises(Refused, match="10 trials or more"):
        small(yi, vi)
    assert not isinstance(small(yi, vi, even_so=True), NotDefined)
    yi, vi = drawn(1, 10)
    assert not isinstance(small(yi, vi), NotDefined)


@pytest.mark.parametrize(
    ("yi", "vi"), [([0.1] * 2, [0.1] * 2), ([0.1] * 3, [0.1, -1, 2]), ([0.1, np.nan, 3], [0.1] * 3)]
)
def test_refused(yi, vi):
    with pytest.raises(Refused):
        egger(yi, vi, even_so=True)


@pytest.mark.parametrize("seed", range(5))
def test_egger_is_the_regression_of_the_standard_normal_deviate_on_precision(seed):
    yi, vi = drawn(seed, 14)
    found, other = egger(yi, vi), linregress(1 / np.sqrt(vi), yi / np.sqrt(vi))
    assert found.slope_sei == pytest.approx(other.intercept, rel=1e-9)
    assert found.slope_se == pytest.approx(other.intercept_stderr, rel=1e-9)
    assert found.limit_estimate == pytest.approx(other.slope, rel=1e-9)
    assert found.df == 12


@pytest.mark.parametrize("k", [10, 11, 20, 40])
def test_begg_without_ties_is_exact(k):
    yi, vi = drawn(k, k)
    found = begg(yi, vi)
    w = 1 / vi
    deviates = (yi - pool(yi, vi, model="FE").estimate) / np.sqrt(vi - 1 / w.sum())
    other = kendalltau(deviates, vi, method="exact")
    assert found.exact
    assert (found.kendall_tau, found.p) == pytest.approx((other.statistic, other.pvalue), rel=1e-10)


def test_begg_with_ties_is_normal():
    yi, vi = drawn(3, 12)
    vi[:4], vi[4:6] = vi[0], vi[4]
    w = 1 / vi
    deviates = (yi - pool(yi, vi, model="FE").estimate) / np.sqrt(vi - 1 / w.sum())
    found, other = begg(yi, vi), kendalltau(deviates, vi, method="asymptotic")
    assert not found.exact
    assert (found.kendall_tau, found.p) == pytest.approx((other.statistic, other.pvalue), rel=1e-10)


@pytest.mark.parametrize("estimator", ["L0", "R0"])
@pytest.mark.parametrize("model", ["FE", "DL", "REML"])
def test_a_mirrored_funnel_fills_the_other_side(estimator, model):
    yi, vi = column("bcg_rr", "yi"), column("bcg_rr", "vi")
    one = trim_and_fill(yi, vi, model=model, estimator=estimator)
    other = trim_and_fill(-yi, vi, model=model, estimator=estimator)
    assert {one.side, other.side} == {"left", "right"}
    assert (other.k0, other.se_k0) == (one.k0, pytest.approx(one.se_k0))
    assert sorted(-other.filled_yi) == pytest.approx(sorted(one.filled_yi))
    assert other.pool.estimate == pytest.approx(-one.pool.estimate)


def test_a_side_can_be_named():
    yi, vi = column("bcg_rr", "yi"), column("bcg_rr", "vi")
    sides = [trim_and_fill(yi, vi, model="FE", side=side) for side in ("left", "right")]
    assert [one.side for one in sides] == ["left", "right"]
    assert sides[1].k0 == 4
    assert sides[0].pool.k == yi.size + sides[0].k0
    equal = np.full(yi.size, 0.1)
    assert trim_and_fill(yi, equal, side="left").side == "left"


@pytest.mark.parametrize("small", [egger, begg, trim_and_fill])
def test_equal_standard_errors_say_so(small):
    found = small(np.linspace(0, 1, 12), np.full(12, 0.2))
    assert isinstance(found, NotDefined)
    assert found.reason is Reason.EQUAL_STANDARD_ERRORS
    assert str(Reason.EQUAL_STANDARD_ERRORS) in str(found)


def test_the_funnel_as_numbers():
    yi, vi = column("bcg_rr", "yi"), column("bcg_rr", "vi")
    found = funnel(yi, vi, steps=5)
    assert found.middle == pytest.approx(pool(yi, vi, model="FE").estimate)
    assert found.se_axis[-1] == pytest.approx(np.sqrt(vi).max())
    half = next(one for one in found.around_middle if one.level == 0.95)
    assert half.high - half.low == pytest.approx(2 * 1.959963984540054 * found.se_axis)
    assert (half.high + half.low) / 2 == pytest.approx(np.full(5, found.middle))
    zero = next(one for one in found.around_zero if one.level == 0.95)
    outside = np.abs(found.effect) > np.interp(found.se, found.se_axis, zero.high)
    assert outside.tolist() == [pool([y], [v], model="FE").p < 0.05 for y, v in zip(yi, vi, strict=True)]
    with pytest.raises(Refused):
        funnel(yi, vi, steps=1)
