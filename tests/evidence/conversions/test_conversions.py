"""Every conversion of the reference file, with its own inputs there."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from concordant.evidence import Refused
from concordant.evidence import conversions as c
from tests.evidence.references import CLOSED_FORM, expected

CASES = expected("conversions")["conversions"]


def combined(n, m, sd):
    arm = c.arms_combined(n, m, sd)
    return {"n": arm.n, "mean": arm.mean, "sd": arm.sd}


def from_p_t(difference, p, n1, n2):
    se = c.se_from_p(difference, p, degrees=n1 + n2 - 2)
    return {"se": se, "sd_within": c.sd_from_se_of_difference(se, n1, n2)}


def quartiles(q1, median, q3, n):
    luo, sd = c.mean_sd_from_quartiles(q1, median, q3, n)
    wan, _ = c.mean_sd_from_quartiles(q1, median, q3, n, mean="Wan")
    return {"mean_wan": wan, "sd_wan": sd, "mean_luo": luo}


def extremes(min, median, max, n):
    luo, sd = c.mean_sd_from_range(min, median, max, n)
    hozo, _ = c.mean_sd_from_range(min, median, max, n, mean="Wan")
    return {"mean_hozo_wan": hozo, "sd_wan": sd, "mean_luo": luo}


def five(min, q1, median, q3, max, n):
    mean, shi = c.mean_sd_from_five_numbers(min, q1, median, q3, max, n)
    _, wan = c.mean_sd_from_five_numbers(min, q1, median, q3, max, n, sd="Wan")
    return {"sd_wan": wan, "mean_luo": mean, "sd_shi": shi}


def scaled(got, estimate):
    return {estimate: got.estimate, "se": got.se}


CONVERSIONS = {
    "sd_from_se": lambda se, n: {"sd": c.sd_from_se(se, n)},
    "sd_from_ci_large": lambda low, high, n, level: {
        "sd": c.sd_from_interval_of_mean(low, high, n, level=level, distribution="normal")
    },
    "sd_from_ci_t": lambda low, high, n, level: {"sd": c.sd_from_interval_of_mean(low, high, n, level=level)},
    "se_of_difference_from_p_t": from_p_t,
    "se_of_difference_from_p_z": lambda difference, p: {"se": c.se_from_p(difference, p)},
    "se_of_difference_from_ci": lambda low, high, level: {"se": c.se_from_interval(low, high, level=level)},
    "mean_sd_from_median_iqr": quartiles,
    "mean_sd_from_median_range": extremes,
    "mean_sd_from_five_numbers": five,
    "sd_of_change": lambda sd_before, sd_after, r: {"sd": c.sd_of_change(sd_before, sd_after, r)},
    "r_from_sds": lambda **sds: {"r": c.correlation_from_sds(**sds)},
    "combine_arms": lambda n1, m1, sd1, n2, m2, sd2: combined([n1, n2], [m1, m2], [sd1, sd2]),
    "combine_three_arms": combined,
    "split_shared_control": lambda n_control, arms: {"n_each": c.control_split(n_control, arms)[0]},
    "md_from_smd": lambda smd, smd_se, sd_reference: scaled(c.standardised_to_scale(smd, smd_se, sd_reference), "md"),
    "log_or_from_smd": lambda smd, smd_se: scaled(c.log_odds_ratio_from_standardised(smd, smd_se), "log_or"),
}


def test_no_conversion_of_the_file_is_left_out():
    assert set(CONVERSIONS) == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_as_in_the_file(name):
    case = dict(CASES[name])
    got = CONVERSIONS[name](**case.pop("inputs"))
    assert set(got) == set(case)
    for each, wanted in case.items():
        assert_allclose(got[each], wanted, rtol=CLOSED_FORM)


def test_a_large_group_takes_the_normal_quantile_by_itself():
    assert c.sd_from_interval_of_mean(1, 2, 59) < c.sd_from_interval_of_mean(1, 2, 59, distribution="normal")
    assert c.sd_from_interval_of_mean(1, 2, 60) == c.sd_from_interval_of_mean(1, 2, 60, distribution="normal")


def test_a_worked_example_of_the_handbook():
    # Cochrane Handbook 6.5.2.2: 25 people, 95% CI 30.0 to 34.2, t 2.064 (24 df): SD = √25 (34.2-30.0)/4.128 = 5.09.
    assert c.sd_from_interval_of_mean(30.0, 34.2, 25) == pytest.approx(5.09, abs=0.005)
    # 6.5.2.3: MD 3.8, p 0.008, groups of 25 and 22 (45 df): t 2.78, SE 1.37, SD 4.69.
    se = c.se_from_p(3.8, 0.008, degrees=45)
    assert se == pytest.approx(1.37, abs=0.005)
    assert c.sd_from_se_of_difference(se, 25, 22) == pytest.approx(4.69, abs=0.01)


def test_a_bound_of_p_is_a_worst_case():
    bound = c.se_bound_from_p(-1.0, 0.05)
    assert bound.at_most == pytest.approx(1 / 1.959963984540054)
    assert "worst case" in bound.says


@pytest.mark.parametrize(
    ("estimate", "low", "high", "ratio", "is_centred"),
    [
        (-0.93, -1.40, -0.46, False, True),
        (-1.63, -2.15, -1.10, False, True),  # 0.52 and 0.53 away: rounding
        (-2, -3, -2, False, True),  # Satpute 2024: whole days
        (-1.63, -2.15, -1.09, False, True),  # a hundredth off the middle: as far as rounding goes
        (-1.63, -2.15, -1.08, False, False),
        (-1.63, -2.25, -1.10, False, False),
        (4.4, 1.3, 14.3, True, True),  # Haas 2010: log-centred
        (4.4, 1.3, 7.5, True, False),
    ],
)
def test_centred_as_far_as_rounding_lets_one_tell(estimate, low, high, ratio, is_centred):
    assert bool(c.centred(estimate, low, high, ratio=ratio)) is is_centred


def test_an_interval_without_its_estimate_is_refused():
    with pytest.raises(Refused, match=r"does not contain its estimate 4\.37") as refused:
        c.refuse_interval(4.37, -8.01, -0.74, row=3)
    assert (refused.value.row, refused.value.column) == (3, "ci_low")
    with pytest.raises(Refused, match="not centred"):
        c.refuse_interval(-1.0, -2.0, -0.9)
    c.refuse_interval(-1.51, -2.52, -0.5)


def test_an_odds_ratio_with_its_interval():
    log, se = c.log_ratio_from_interval(1.18, 0.90, 1.54)
    assert float(log) == pytest.approx(0.1655, abs=5e-5)  # Garfinkel 1981 as stored in metadat
    assert float(se) ** 2 == pytest.approx(0.01877688, rel=1e-4)


def test_contrasts_that_share_a_control_as_in_the_reference():
    wanted = expected("cgh_haas2018_responders30")["week12_three_doses_one_control"]["GLS_equal_effects_RD"]
    matrix = np.array(wanted["V"])
    shared = c.covariance_of_risk_differences(23, 58)
    assert_allclose(c.covariance_with_shared_control(np.diag(matrix), shared), matrix, rtol=CLOSED_FORM)
    with pytest.raises(Refused, match="shared"):
        c.covariance_with_shared_control([0.01, 0.01], 0.02)


def test_covariances_are_the_variance_that_the_control_brings():
    # The variance of a contrast less the covariance is what the other arm alone brings.
    assert c.covariance_of_mean_differences(2, 50) == pytest.approx(4 / 50)
    assert c.covariance_of_standardised_differences(50, 0, 0.4, 150) == pytest.approx(1 / 50)
    assert c.covariance_of_log_risk_ratios(10, 40) == pytest.approx(1 / 10 - 1 / 40)
    assert c.covariance_of_log_odds_ratios(10, 40) == pytest.approx(1 / 10 + 1 / 30)


@given(st.lists(st.lists(st.floats(-20, 20), min_size=2, max_size=9), min_size=2, max_size=4))
def test_combining_is_what_the_people_together_would_have_given(arms):
    got = c.arms_combined(
        [len(arm) for arm in arms], [np.mean(arm) for arm in arms], [np.std(arm, ddof=1) for arm in arms]
    )
    everyone = np.concatenate(arms)
    assert_allclose([got.n, got.mean, got.sd], [everyone.size, everyone.mean(), everyone.std(ddof=1)], atol=1e-9)


def test_units():
    week = c.days_per_four_weeks(-1.0, 0.2, per="week")
    assert (float(week.estimate), float(week.se)) == (-4.0, pytest.approx(0.8))
    month = c.days_per_four_weeks(-2.0, 0.5, per="month")
    assert float(month.estimate) == pytest.approx(-2 * 28 / 30.4375)
    assert float(c.ten_of_hundred(-16.3, 1).estimate) == pytest.approx(-1.63)
    assert float(c.ndi_percent(5, 1).estimate) == 10
    with pytest.raises(Refused, match="fortnight"):
        c.days_per_four_weeks(-1, 1, per="fortnight")


def test_a_skewed_outcome_is_flagged():
    assert c.looks_skewed([3.0, 6.0], [1.6, 1.6]).tolist() == [True, False]


@pytest.mark.parametrize(
    ("call", "column"),
    [
        (lambda: c.sd_from_se(0, 10), "se"),
        (lambda: c.sd_from_se(-1, 10), "se"),
        (lambda: c.sd_from_se(1, 1), "n"),
        (lambda: c.sd_from_interval_of_mean(2, 1, 10), "ci_low"),
        (lambda: c.se_from_interval(2, 2), "ci_low"),
        (lambda: c.se_from_p(1, 0), "p"),
        (lambda: c.se_from_p(1, 1.2), "p"),
        (lambda: c.se_from_p(0, 0.5), "difference"),
        (lambda: c.mean_sd_from_quartiles(3, 2, 4, 10), "q1"),
        (lambda: c.mean_sd_from_five_numbers(0, 1, 2, 5, 4, 10), "q3"),
        (lambda: c.sd_of_change(1, 1, 1.5), "r"),
        (lambda: c.correlation_from_sds(1, 1, 3), "sd_change"),
        (lambda: c.arms_combined([10, 10], [1], [1, 1]), "n"),
        (lambda: c.control_split(10, 0), "arms"),
        (lambda: c.control_split(10, 2, events=11), "events"),
        (lambda: c.standardised_to_scale(1, 1, 0), "sd_reference"),
        (lambda: c.log_ratio_from_interval(0, 1, 2), "ratio"),
        (lambda: c.covariance_of_log_odds_ratios(10, 10), "events_control"),
    ],
)
def test_refused(call, column):
    with pytest.raises(Refused) as refused:
        call()
    assert refused.value.column == column
