"""The distributions give back what the papers print."""

import numpy as np
import pytest
from scipy.special import betaincinv

from concordant.diagnosis.probability import published as p
from concordant.diagnosis.probability.assumptions import FRT_MIGRAINE_NEGATIVE, FRT_MIGRAINE_POSITIVE
from concordant.diagnosis.probability.draws import DIMENSIONS, beta, uniform
from concordant.diagnosis.probability.prior import FREQUENT_HEADACHE
from concordant.diagnosis.probability.signs import FLEXION_ROTATION, SIGNS, positive_chances


def interval(one):
    return betaincinv(one.a, one.b, 0.025), betaincinv(one.a, one.b, 0.975)


@pytest.mark.parametrize(
    ("pooled", "low", "high"),
    [(p.FRT_SENSITIVITY, 0.70, 0.92), (p.FRT_SPECIFICITY, 0.71, 0.91)],
    ids=["sensitivity", "specificity"],
)
def test_the_pooled_flexion_rotation_test_gives_back_its_published_interval(pooled, low, high):
    # Demont 2022: 0.83 (0.70-0.92), 0.83 (0.71-0.91)
    assert interval(pooled) == pytest.approx((low, high), abs=0.005)
    assert pooled.mean == pytest.approx(0.82, abs=0.005)


def test_the_pooled_likelihood_ratios_are_the_published_ones():
    own, _, tension, _ = positive_chances(FLEXION_ROTATION)
    # LR+ 5.0 (2.6-9.5), LR- 0.2 (0.1-0.4), from 0.83 and 0.83; the Beta means are 0.82
    assert np.median(own / tension) == pytest.approx(5.0, rel=0.1)
    assert np.median((1 - own) / (1 - tension)) == pytest.approx(0.2, abs=0.03)
    assert np.quantile(own / tension, (0.025, 0.975)) == pytest.approx((2.6, 9.5), rel=0.15)


def test_against_migraine_the_flexion_rotation_test_says_less_than_against_tension_type():
    own, migraine, tension, other = positive_chances(FLEXION_ROTATION)
    assert (FRT_MIGRAINE_NEGATIVE, FRT_MIGRAINE_POSITIVE) == (5, 5)
    assert migraine.mean() == pytest.approx(0.5, abs=0.005)
    assert np.median(own / migraine) < np.median(own / tension)
    assert (tension == other).all()


def test_a_cell_of_zero_is_no_proof():
    # examination 6: Jeffreys Beta(18.5, 0.5), 95 % from 0.87
    assert (p.CLUSTER_SENSITIVITY.a, p.CLUSTER_SENSITIVITY.b) == (18.5, 0.5)
    assert interval(p.CLUSTER_SENSITIVITY)[0] == pytest.approx(0.87, abs=0.005)


def test_nilsson_gives_back_its_published_interval():
    # 17.8 % (8-32 %), 8 of 45
    assert interval(FREQUENT_HEADACHE.shares[0]) == pytest.approx((0.08, 0.32), abs=0.02)


def test_no_single_study_enters_beside_its_pool():
    rows = {row for sign in SIGNS for row in sign.rows}
    assert "FRT-POOL" in rows
    assert not rows & {"A01", "A02", "A04", "A06"}


def test_draws_follow_their_distribution():
    drawn = beta("FRT sensitivity", 36.3, 7.8)
    assert drawn.mean() == pytest.approx(36.3 / 44.1, abs=1e-4)
    assert np.quantile(drawn, (0.05, 0.95)) == pytest.approx(betaincinv(36.3, 7.8, np.array([0.05, 0.95])), abs=1e-3)


def test_different_quantities_are_drawn_independently():
    correlations = np.corrcoef(np.stack([uniform(name) for name in DIMENSIONS]))
    assert np.abs(correlations - np.eye(len(DIMENSIONS))).max() < 0.013
