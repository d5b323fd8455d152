"""What must be so of any number, whatever the accuracies are."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.diagnosis.probability.assumptions import LARGEST_RATIO
from concordant.diagnosis.probability.draws import HOW_MANY
from concordant.diagnosis.probability.estimate import estimated
from concordant.diagnosis.probability.joint import interval, likelihood
from concordant.diagnosis.probability.prior import CARE_SETTINGS, FREQUENT_HEADACHE
from concordant.diagnosis.probability.prior_draws import before_tests
from concordant.diagnosis.probability.shared import evidence
from concordant.diagnosis.probability.signs import (
    CONCORDANT,
    FLEXION_ROTATION,
    SIGNS,
    TENDERNESS,
    Chances,
    Kind,
    log_ratios,
    positive_chances,
)

found = st.dictionaries(st.sampled_from(SIGNS), st.booleans())
settings_of_care = st.sampled_from(CARE_SETTINGS)


@given(settings_of_care, found)
def test_a_probability_is_one_and_lies_in_its_interval(setting, results):
    number = estimated(setting, results)
    assert 0 <= number.low <= number.mean <= number.high <= 1
    assert number.sampling_error < 0.005


@given(settings_of_care, found)
def test_a_positive_flexion_rotation_test_never_lowers_and_a_negative_never_raises(setting, results):
    without = {sign: value for sign, value in results.items() if sign is not FLEXION_ROTATION}
    now = estimated(setting, without).mean
    assert estimated(setting, {**without, FLEXION_ROTATION: True}).mean >= now - 1e-9
    assert estimated(setting, {**without, FLEXION_ROTATION: False}).mean <= now + 1e-9


@given(found, st.sampled_from([sign for sign in SIGNS if sign.kind is Kind.NECK]), st.booleans())
def test_a_further_sign_never_says_more_than_an_independent_one_would(results, sign, positive):
    without = {one: value for one, value in results.items() if one is not sign}
    moved = evidence({**without, sign: positive}) - evidence(without)
    assert (np.abs(moved) <= np.abs(log_ratios(sign, positive)) + 1e-9).all()


@given(found)
def test_the_cap_holds_for_each_kind(results):
    for kind in Kind:
        of_kind = {sign: value for sign, value in results.items() if sign.kind is kind}
        assert (np.abs(evidence(of_kind)) <= np.log(LARGEST_RATIO) + 1e-9).all()


def test_flexion_rotation_and_concordant_sign_share_as_the_rule_says():
    # examination 6 rule 4: the second likelihood ratio with exponent 0.5
    first, second = log_ratios(FLEXION_ROTATION, True), log_ratios(CONCORDANT, True)
    told = np.clip(np.maximum(first, second) + 0.5 * np.minimum(first, second), None, np.log(10))
    both = evidence({FLEXION_ROTATION: True, CONCORDANT: True})
    agree = (first > 0) & (second > 0)
    assert agree.mean() > 0.6
    assert both[agree] == pytest.approx(told[agree])


def test_tenderness_says_nothing_and_a_painless_neck_speaks_against():
    now = estimated(FREQUENT_HEADACHE, {}).mean
    assert estimated(FREQUENT_HEADACHE, {TENDERNESS: True}).mean == pytest.approx(now)
    assert estimated(FREQUENT_HEADACHE, {TENDERNESS: False}).mean < now / 2


@given(found)
def test_the_same_results_give_the_same_number_in_any_order(results):
    backwards = dict(reversed(results.items()))
    assert estimated(FREQUENT_HEADACHE, results).mean == pytest.approx(estimated(FREQUENT_HEADACHE, backwards).mean)


def test_the_number_is_the_one_of_this_release():
    number = estimated(FREQUENT_HEADACHE, {FLEXION_ROTATION: True})
    assert (number.mean, number.low, number.high) == pytest.approx((0.2309, 0.0540, 0.4994), abs=5e-4)


def test_more_people_behind_a_test_make_the_interval_narrower():
    shares = before_tests(FREQUENT_HEADACHE.key)
    fixed = np.repeat(shares.mean(axis=1, keepdims=True), HOW_MANY, axis=1)
    chances = positive_chances(FLEXION_ROTATION)
    certain = np.repeat(chances.mean(axis=1, keepdims=True), HOW_MANY, axis=1)
    sure = replace(FLEXION_ROTATION, key="frt, certain", chances=lambda: _chances(certain))
    wide = interval(fixed, {FLEXION_ROTATION: True}, 0.05, 0.95)
    narrow = interval(fixed, {sure: True}, 0.05, 0.95)
    assert wide[1] - wide[0] > narrow[1] - narrow[0] == pytest.approx(0, abs=1e-9)


def _chances(table):
    return Chances(*table)


@given(st.dictionaries(st.sampled_from([sign for sign in SIGNS if not sign.only_negative]), st.booleans(), max_size=3))
def test_the_chances_of_all_patterns_of_two_signs_add_up(results):
    pair = [sign for sign in results if sign.kind is Kind.NECK][:2]
    if len(pair) < 2:
        return
    total = sum(likelihood({pair[0]: a, pair[1]: b}) for a in (True, False) for b in (True, False))
    assert total == pytest.approx(1, abs=1e-6)
