"""What has to hold for any data set."""

import math
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concordant.evidence.pooling import (
    Pool,
    likelihood_peaks,
    log_likelihood,
    one_of,
    pool,
    profile_likelihood,
    q_profile,
)
from tests.evidence.drawn import MODELS, TESTS, random_sets, trials

LINEAR = ("estimate", "ci_low", "ci_high", "prediction_interval_metafor", "prediction_interval_t_k_minus_2")
POWER = {"se": 1, "tau": 1, "tau2": 2, "se_tau2": 2} | dict.fromkeys(LINEAR, 1)
UNMOVED = ("k", "df", "I2_metafor", "H2_metafor", "I2_from_Q", "H2_from_Q", "Q", "Q_df", "Q_p", "tau2", "tau", "se")
models = st.sampled_from(MODELS)
tests = st.sampled_from(TESTS)
close = {"rel": 1e-7, "nan_ok": True}


def spread(yi, vi):
    """What is small against these data."""
    return 1e-9 * (float(np.ptp(yi)) + float(np.sqrt(vi.max())))


@given(trials(), models, tests, st.sampled_from([1e-6, 0.01, 1000.0, 1e6]))
def test_another_unit_changes_the_scale_alone(data, model, test, scale):
    yi, vi = data
    one, other = pool(yi, vi, model=model, test=test), pool(scale * yi, scale**2 * vi, model=model, test=test)
    small = spread(yi, vi)
    for field in fields(Pool)[:-4]:
        power = POWER.get(field.name, 0)
        wanted = np.multiply(getattr(one, field.name), scale**power)
        if field.name == "tau":  # the root of a tau² that is 0 but for rounding
            assert getattr(other, field.name) ** 2 == pytest.approx(wanted**2, rel=1e-7, abs=(small * scale) ** 2)
        elif field.name in {"statistic", "p"} and one.se < small:
            continue
        else:
            assert getattr(other, field.name) == pytest.approx(
                wanted, abs=(small * scale) ** power if power else 1e-9, **close
            )


@given(trials(), models, tests, st.sampled_from([-50.0, 7.25, 1000.0]))
def test_a_shift_moves_the_effect_alone(data, model, test, shift):
    yi, vi = data
    one, other = pool(yi, vi, model=model, test=test), pool(yi + shift, vi, model=model, test=test)
    for field in UNMOVED:
        assert getattr(other, field) == pytest.approx(getattr(one, field), rel=1e-6, abs=1e-6, nan_ok=True)
    for field in LINEAR:
        assert getattr(other, field) == pytest.approx(
            np.add(getattr(one, field), shift), rel=1e-7, abs=1e-6, nan_ok=True
        )


@given(trials(), models, tests, st.randoms(use_true_random=False))
def test_the_order_of_trials_does_not_matter(data, model, test, random):
    yi, vi = data
    order = list(range(yi.size))
    random.shuffle(order)
    one, other = pool(yi, vi, model=model, test=test), pool(yi[order], vi[order], model=model, test=test)
    for field in (*UNMOVED, *LINEAR, "se_tau2", "peaks"):
        assert getattr(other, field) == pytest.approx(getattr(one, field), rel=1e-7, abs=1e-7, nan_ok=True)


@settings(max_examples=60)
@given(st.lists(trials(fewest=1), min_size=1, max_size=4), models, tests)
def test_many_at_once_are_each_alone(sets, model, test):
    """Sets of different size, gaps as NaN."""
    most = max(yi.size for yi, _ in sets)
    padded = [[np.pad(one, (0, most - one.size), constant_values=np.nan) for one in data] for data in sets]
    together = pool([yi for yi, _ in padded], [vi for _, vi in padded], model=model, test=test)
    for place, (yi, vi) in enumerate(sets):
        alone, found = pool(yi, vi, model=model, test=test), one_of(together, place)
        small = spread(yi, vi)
        for field in fields(Pool):
            one, other = getattr(alone, field.name), getattr(found, field.name)
            if isinstance(one, str):
                assert one == other
            elif field.name in {"statistic", "p", "tau"} and (alone.se < small or alone.tau2 < small):
                continue
            else:
                assert other == pytest.approx(one, abs=small, **close), field.name


@pytest.mark.parametrize("model", ["REML", "ML", "PM", "DL"])
def test_more_sets_than_are_handled_in_one_go(model):
    yi, vi = random_sets(3, 3000, 12)
    together = pool(yi.reshape(3, 1000, 12), vi.reshape(3, 1000, 12), model=model, test="knha")
    assert np.shape(together.estimate) == (3, 1000)
    for place in ((0, 0), (1, 705), (2, 999), (2, 10)):
        alone = pool(yi[1000 * place[0] + place[1]], vi[1000 * place[0] + place[1]], model=model, test="knha")
        found = one_of(together, place)
        for field in ("k", "estimate", "se", "p", "ci_low", "tau2", "se_tau2", "Q", "I2_metafor", "peaks"):
            assert getattr(found, field) == pytest.approx(getattr(alone, field), rel=1e-9, abs=1e-12)


@settings(max_examples=150)
@given(trials(), st.sampled_from(["REML", "ML"]))
def test_no_point_of_a_grid_is_higher(data, model):
    yi, vi = data
    best = pool(yi, vi, model=model).tau2
    top = log_likelihood(yi, vi, best, model=model)
    grid = np.concatenate([[0.0], vi.min() * np.expm1(np.linspace(0, np.log1p(20 / vi.min()), 1500))])
    heights = log_likelihood(np.tile(yi, (grid.size, 1)), np.tile(vi, (grid.size, 1)), grid, model=model)
    assert top >= heights.max() - 1e-10 * max(1.0, abs(top))


@pytest.mark.parametrize("model", ["REML", "ML"])
def test_no_point_of_a_grid_is_higher_in_many_sets_of_few_trials(model):
    """Thousands of sets of the size in which two peaks were seen."""
    for k in (4, 5, 8):
        yi, vi = random_sets(k, 3000, k)
        found = pool(yi, vi, model=model)
        top = log_likelihood(yi, vi, found.tau2, model=model)
        for tau2 in np.concatenate([[0.0], np.geomspace(1e-6, 30, 240)]):
            assert (top >= log_likelihood(yi, vi, np.full(len(yi), tau2), model=model) - 1e-10).all()
        if model == "REML":
            assert (found.peaks > 1).any(), "the sets do not try what they are for"


@given(trials())
def test_peaks_are_sorted_and_flat(data):
    yi, vi = data
    found = likelihood_peaks(yi, vi)
    heights = [one.height for one in found]
    assert heights == sorted(heights, reverse=True)
    for one in found:
        step = 1e-4 * (one.tau2 + vi.min())
        beside = [log_likelihood(yi, vi, one.tau2 + side * step) for side in ((1,) if one.tau2 < step else (-1, 1))]
        assert log_likelihood(yi, vi, one.tau2) >= max(beside) - 1e-11 * max(1.0, abs(heights[0]))


@given(trials())
def test_paule_mandel_meets_its_degrees_of_freedom(data):
    yi, vi = data
    found = pool(yi, vi, model="PM")
    w = 1 / (vi + found.tau2)
    q = float((w * (yi - (w * yi).sum() / w.sum()) ** 2).sum())
    if found.tau2 > 0:
        assert q == pytest.approx(yi.size - 1, rel=1e-8)
    else:
        assert yi.size - 1 >= found.Q


@given(trials(), st.sampled_from([0.5, 0.8, 0.95, 0.99]))
def test_intervals_hold_their_middle_and_grow_with_the_level(data, level):
    yi, vi = data
    narrow, wide = q_profile(yi, vi, level=level), q_profile(yi, vi, level=0.999)
    assert wide.tau2[0] <= narrow.tau2[0] <= narrow.tau2[1] <= wide.tau2[1]
    low, high = profile_likelihood(yi, vi, level=level)
    assert low <= pool(yi, vi).tau2 <= high
    one = pool(yi, vi, test="knha_adhoc", level=level)
    assert one.ci_low <= one.estimate <= one.ci_high
    assert yi.min() - 1e-9 <= one.estimate <= yi.max() + 1e-9


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("ratio", [1e-12, 1e-8, 1e8, 1e12])
def test_one_study_beyond_all_measure(model, ratio):
    """Whatever is left of the digits: no failure, no endless search, an effect among the effects."""
    for yi in ([0.1, 0.4, -0.2, 0.3], [0.1, 0.1, 0.1, 0.1], [100.0, 0.4, -0.2, 0.3]):
        vi = [0.1 * ratio, 0.1, 0.2, 0.1]
        for test in TESTS:
            found = pool(yi, vi, model=model, test=test)
            many = one_of(pool([yi, yi], [vi, vi], model=model, test=test), 1)
            assert min(yi) - 1e-6 <= found.estimate <= max(yi) + 1e-6
            assert many.estimate == pytest.approx(found.estimate, rel=1e-5, abs=1e-5)
            assert found.tau2 >= 0


@given(trials(), models)
def test_the_guarded_interval_is_never_narrower_than_either_standard_error(data, model):
    yi, vi = data
    plain, knha, guarded = (pool(yi, vi, model=model, test=test) for test in TESTS)
    assert guarded.se == pytest.approx(max(plain.se, knha.se), rel=1e-12)
    assert math.isnan(plain.df)
    assert knha.df == guarded.df == yi.size - 1


@given(trials())
def test_pooling_a_set_twice_over_keeps_the_effect(data):
    """Each trial twice at twice the variance is the same evidence under one common effect."""
    yi, vi = data
    one, twice = pool(yi, vi, model="FE"), pool(np.tile(yi, 2), np.tile(2 * vi, 2), model="FE")
    assert (twice.estimate, twice.se) == pytest.approx((one.estimate, one.se), rel=1e-9, abs=1e-12)
