"""Leaving out, adding up and influence agree with pooling the trials that are left."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.evidence.pooling import one_of, pool
from concordant.evidence.refused import Refused
from concordant.evidence.sensitivity import cumulative, influence, leave_one_out
from tests.evidence.drawn import MODELS, random_sets, trials

FIELDS = ("k", "estimate", "se", "ci_low", "ci_high", "tau2", "Q", "I2_metafor")


@given(trials(), st.sampled_from(MODELS))
def test_leaving_one_out_is_pooling_the_others(data, model):
    yi, vi = data
    found = leave_one_out(yi, vi, model=model)
    for place in range(yi.size):
        alone = pool(np.delete(yi, place), np.delete(vi, place), model=model)
        for field in FIELDS:
            assert getattr(found, field)[place] == pytest.approx(getattr(alone, field), rel=1e-7, abs=1e-8)


def test_leaving_one_out_of_many_sets_at_once():
    yi, vi = random_sets(7, 40, 6)
    found = leave_one_out(yi, vi, test="knha")
    assert np.shape(found.estimate) == (40, 6)
    for place in ((0, 0), (17, 5), (39, 3)):
        alone = pool(np.delete(yi[place[0]], place[1]), np.delete(vi[place[0]], place[1]), test="knha")
        assert one_of(found, place).ci_low == pytest.approx(alone.ci_low, rel=1e-9)


@given(trials(fewest=1), st.sampled_from(MODELS))
def test_the_last_step_is_the_whole_and_each_step_its_trials(data, model):
    yi, vi = data
    order, found = cumulative(yi, vi, by=-np.arange(yi.size), model=model)
    assert order.tolist() == list(range(yi.size))[::-1]
    for step in range(yi.size):
        alone = pool(yi[order[: step + 1]], vi[order[: step + 1]], model=model)
        for field in FIELDS:
            assert getattr(found, field)[step] == pytest.approx(getattr(alone, field), rel=1e-7, abs=1e-8)


def test_ties_keep_their_order():
    order, _ = cumulative([0.1, 0.2, 0.3, 0.4], [1.0] * 4, by=[2001, 1999, 2001, 1999])
    assert order.tolist() == [1, 3, 0, 2]


@given(trials())
def test_influence_adds_up(data):
    yi, vi = data
    found = influence(yi, vi)
    assert found.hat.sum() == pytest.approx(1)
    assert found.weight_percent == pytest.approx(100 * found.hat)
    assert (found.cook_d >= 0).all()
    assert (found.cov_r > 0).all()


@pytest.mark.parametrize(
    "asked",
    [
        lambda: leave_one_out([0.1], [0.1]),
        lambda: leave_one_out([0.1, 0.2], [0.1]),
        lambda: cumulative([0.1, np.nan], [0.1, np.nan]),
        lambda: cumulative([0.1, 0.2], [0.1, 0.1], by=[1]),
        lambda: cumulative([0.1, 0.2], [0.1, 0.1], by=[1, np.nan]),
        lambda: influence([[0.1, 0.2]], [[0.1, 0.1]]),
        lambda: influence([0.1, np.nan, 0.3], [0.1, np.nan, 0.2]),
    ],
)
def test_refused(asked):
    with pytest.raises(Refused):
        asked()
