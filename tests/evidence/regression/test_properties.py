"""What has to hold for any regression, any subgroups and any nesting."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.evidence.pooling import log_likelihood, pool
from concordant.evidence.refused import Refused
from concordant.evidence.regression import regress, subgroups, three_level, with_intercept
from tests.evidence.agreement import column
from tests.evidence.drawn import MODELS, TESTS, random_sets, trials


@given(trials(), st.sampled_from(MODELS), st.sampled_from(TESTS))
def test_an_intercept_alone_is_the_pool(data, model, test):
    yi, vi = data
    fit, pooled = regress(yi, vi, np.ones((yi.size, 1)), model=model, test=test), pool(yi, vi, model=model, test=test)
    assert fit.tau2 == pytest.approx(pooled.tau2, rel=1e-7, abs=1e-10)
    assert fit.coefficients[0] == pytest.approx(pooled.estimate, rel=1e-7, abs=1e-8)
    assert fit.se[0] == pytest.approx(pooled.se, rel=1e-7, abs=1e-8)
    assert pytest.approx(pooled.Q, rel=1e-7, abs=1e-8) == fit.QE
    assert fit.I2_metafor == pytest.approx(pooled.I2_metafor, rel=1e-6, abs=1e-6)
    assert fit.R2_percent is None


@pytest.mark.parametrize("model", ["REML", "ML", "PM", "DL"])
@pytest.mark.parametrize(("shift", "scale"), [(2000.0, 1.0), (0.0, 1e-3), (-3.0, 1e4)])
def test_another_unit_of_the_moderator(model, shift, scale):
    yi, vi = column("bcg_rr", "yi"), column("bcg_rr", "vi")
    latitude = column("bcg_rr", "ablat")
    one = regress(yi, vi, with_intercept(latitude), model=model, test="knha")
    other = regress(yi, vi, with_intercept(scale * latitude + shift), model=model, test="knha")
    assert other.coefficients[1] * scale == pytest.approx(one.coefficients[1], rel=1e-8)
    assert other.coefficients[0] + shift * other.coefficients[1] == pytest.approx(one.coefficients[0], rel=1e-7)
    for field in ("tau2", "QM", "QM_p", "QE", "R2_percent", "log_likelihood_REML"):
        assert getattr(other, field) == pytest.approx(getattr(one, field), rel=1e-8)
    at, errors = one.predicted([[1, 33], [1, 55]])
    again, more = other.predicted([[1, scale * 33 + shift], [1, scale * 55 + shift]])
    assert (again, more) == (pytest.approx(at, rel=1e-8), pytest.approx(errors, rel=1e-8))


@settings(max_examples=40)
@given(trials(fewest=4), st.sampled_from(["REML", "ML"]))
def test_no_point_of_a_grid_is_higher_with_a_moderator(data, model):
    yi, vi = data
    design = with_intercept(np.arange(yi.size) % 2)
    fit = regress(yi, vi, design, model=model)
    restricted = model == "REML"
    from concordant.evidence.regression.curve import curve

    heights = curve(yi, vi, design)
    top = heights.height(fit.tau2, restricted=restricted)
    for tau2 in [0.0, *np.geomspace(1e-5, 30, 120)]:
        assert top >= heights.height(float(tau2), restricted=restricted) - 1e-9 * max(1, abs(top))


def test_two_moderators_are_tested_together():
    yi, vi = column("bcg_rr", "yi"), column("bcg_rr", "vi")
    columns = [column("bcg_rr", key) for key in ("ablat", "year")]
    both = regress(yi, vi, with_intercept(*columns))
    assert (both.QM_df, both.QE_df) == (2, 10)
    wald = both.coefficients[1:] @ np.linalg.inv(both.covariance[1:, 1:]) @ both.coefficients[1:]
    assert pytest.approx(wald) == both.QM


@pytest.mark.parametrize(
    ("yi", "vi", "design", "says"),
    [
        ([1, 2, 3], [1, 1, 1], [[1, 2], [1, 2], [1, 2]], "sum of others"),
        ([1, 2], [1, 1], [[1, 1], [1, 2]], "too few trials"),
        ([1, 2, 3], [1, 1, 1], [[1, 1], [1, 2]], "do not belong together"),
        ([1, 2, 3], [1, -1, 1], [[1], [1], [1]], "row 2"),
        ([1, 2, math.nan], [1, 1, 1], [[1], [1], [1]], "row 3"),
        ([1, 2, 3], [1, 1, 1], [[1, math.nan], [1, 2], [1, 3]], "row 1"),
    ],
)
def test_refused(yi, vi, design, says):
    with pytest.raises(Refused, match=says):
        regress(yi, vi, design)


def test_subgroups_under_one_effect_split_q():
    """Of a fixed effect, Q in all is Q between and Q within."""
    yi, vi = column("raudenbush1985", "yi"), column("raudenbush1985", "vi")
    groups = [place % 3 for place in range(yi.size)]
    found = subgroups(yi, vi, groups, model="FE")
    assert found.levels == ("0", "1", "2")
    assert found.Q_between + sum(one.Q for one in found.pools) == pytest.approx(pool(yi, vi, model="FE").Q, rel=1e-10)


@pytest.mark.parametrize("groups", [["a", "a"], ["a"], []])
def test_subgroups_that_cannot_be_compared(groups):
    with pytest.raises(Refused):
        subgroups([0.1, 0.2], [0.1, 0.1], groups)


@pytest.mark.parametrize("model", ["REML", "ML"])
def test_three_levels_with_one_effect_a_study_are_two(model):
    """The two variances cannot be told apart then, but their sum and the likelihood are those of the pool."""
    for seed in range(4):
        yi, vi = (one[0] for one in random_sets(seed, 1, 7))
        fit, pooled = three_level(yi, vi, list(range(7)), model=model), pool(yi, vi, model=model)
        assert fit.sigma2_outer + fit.sigma2_inner == pytest.approx(pooled.tau2, rel=1e-5, abs=1e-9)
        assert fit.log_likelihood == pytest.approx(log_likelihood(yi, vi, pooled.tau2, model=model), rel=1e-9)
        assert fit.coefficients[0] == pytest.approx(pooled.estimate, rel=1e-6)


def test_no_point_of_a_grid_is_higher_with_three_levels():
    draws = np.random.default_rng(11)
    for _ in range(5):
        studies = np.repeat(np.arange(5), 3)
        vi = draws.uniform(0.02, 0.3, 15)
        yi = draws.normal(0, np.sqrt(vi + 0.1)) + draws.normal(0, 0.5, 5)[studies]
        fit = three_level(yi, vi, studies.tolist())
        for outer in np.linspace(0, 1, 9):
            for inner in np.linspace(0, 1, 9):
                assert fit.log_likelihood >= fit.data.at(np.array([outer, inner])).height - 1e-9


def test_a_shift_moves_the_three_level_effect_alone():
    studies = [1, 1, 2, 2, 3, 3, 4]
    yi, vi = np.array([0.1, 0.3, -0.2, 0.4, 0.9, 1.1, 0.2]), np.full(7, 0.05)
    one, other = three_level(yi, vi, studies), three_level(yi + 500, vi, studies)
    assert other.coefficients[0] - 500 == pytest.approx(one.coefficients[0], abs=1e-9)
    assert (other.sigma2_outer, other.sigma2_inner) == pytest.approx((one.sigma2_outer, one.sigma2_inner), rel=1e-6)


@pytest.mark.parametrize(
    ("yi", "vi", "outer"),
    [([1, 2], [1, 1], [1]), ([1, 2], [1, 0], [1, 2]), ([1, math.nan], [1, 1], [1, 2]), ([1], [1], [1])],
)
def test_three_levels_refused(yi, vi, outer):
    with pytest.raises(Refused):
        three_level(yi, vi, outer)
