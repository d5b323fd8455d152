"""What cannot be pooled is refused with its place; what is not defined is said, not raised."""

import math

import numpy as np
import pytest

from concordant.evidence.not_defined import NotDefined, Reason
from concordant.evidence.pooling import (
    Code,
    cautions,
    likelihood_peaks,
    log_likelihood,
    mantel_haenszel,
    peto,
    pool,
    pool_correlated,
    profile_likelihood,
    q_profile,
)
from concordant.evidence.refused import Refused
from concordant.evidence.regression import regress, three_level
from concordant.evidence.small_study import egger, trim_and_fill
from tests.evidence.agreement import column
from tests.evidence.drawn import MODELS, TESTS

nan, inf = math.nan, math.inf


@pytest.mark.parametrize(
    ("yi", "vi", "row", "of_column"),
    [
        ([0.1, 0.2, 0.3], [0.1, -0.1, 0.2], 2, "vi"),
        ([0.1, 0.2, 0.3], [0.1, 0.1, 0.0], 3, "vi"),
        ([0.1, 0.2], [nan, 0.1], 1, "vi"),
        ([0.1, 0.2], [inf, 0.1], 1, "vi"),
        ([0.1, nan], [0.2, 0.1], 2, "yi"),
        ([0.1, 1e200, -1e200], [0.2, 0.1, 0.1], 2, "yi"),
        ([0.1, 0.2], [1e-200, 0.1], 1, "vi"),
        ([[0.1, 0.2], [0.1, 0.2]], [[0.1, 1e200], [0.1, 0.1]], 2, "vi"),
        ([-inf, 0.1], [0.2, 0.1], 1, "yi"),
        ([[0.1, 0.2], [0.3, 0.4]], [[0.1, 0.1], [0.1, -0.1]], 2, "vi"),
        ([[0.1, 0.2], [nan, 0.4]], [[0.1, 0.1], [0.1, 0.1]], 1, "yi"),
    ],
)
def test_a_trial_that_cannot_be_pooled(yi, vi, row, of_column):
    with pytest.raises(Refused) as refused:
        pool(yi, vi)
    assert (refused.value.row, refused.value.column) == (row, of_column)
    assert f"row {row}" in str(refused.value)
    assert f"column {of_column}" in str(refused.value)


def test_a_trial_of_one_set_among_many_is_named_with_its_set():
    with pytest.raises(Refused, match="trial 2 of data set 3"):
        pool(np.zeros((4, 2)), [[1, 1], [1, 1], [1, -1], [1, 1]])


@pytest.mark.parametrize(
    ("yi", "vi"), [([], []), ([0.1], [0.1, 0.2]), (0.1, 0.1), ([nan, nan], [nan, nan]), ([[nan], [1]], [[nan], [1]])]
)
def test_nothing_to_pool(yi, vi):
    with pytest.raises(Refused):
        pool(yi, vi)


@pytest.mark.parametrize("choice", [{"model": "XX"}, {"test": "t"}, {"level": 1.0}, {"level": 0.0}, {"level": 95}])
def test_unknown_choices(choice):
    with pytest.raises(Refused) as refused:
        pool([0.1, 0.2], [0.1, 0.1], **choice)
    assert refused.value.column == next(iter(choice))
    assert refused.value.allowed


PAIR = [0.1, 0.2], [0.1, 0.1]
TWELVE = np.arange(12.0), np.arange(1.0, 13.0)


@pytest.mark.parametrize(
    ("asked", "data", "choice"),
    [
        (log_likelihood, (*PAIR, 0.0), {"model": "RML"}),
        (likelihood_peaks, PAIR, {"model": "RML"}),
        (profile_likelihood, PAIR, {"model": "DL"}),
        (profile_likelihood, PAIR, {"level": 95}),
        (q_profile, PAIR, {"level": 95}),
        (mantel_haenszel, ([1], [2], [1], [2]), {"measure": "or"}),
        (pool_correlated, ([0.1], [[0.1]]), {"level": 95}),
        (regress, (*PAIR, [[1], [1]]), {"model": "RML"}),
        (regress, (*PAIR, [[1], [1]]), {"test": "t"}),
        (three_level, (*PAIR, [1, 2]), {"model": "DL"}),
        (three_level, (*PAIR, [1, 2]), {"test": "knha"}),
        (trim_and_fill, TWELVE, {"estimator": "Q0"}),
        (trim_and_fill, TWELVE, {"side": "top"}),
        (egger, TWELVE, {"form": "lm"}),
    ],
)
def test_a_misspelt_choice_never_falls_through_to_another(asked, data, choice):
    with pytest.raises(Refused) as refused:
        asked(*data, **choice)
    assert refused.value.value == next(iter(choice.values()))


def test_peaks_are_of_one_data_set():
    with pytest.raises(Refused, match="one data set"):
        likelihood_peaks([[0.1, 0.2]], [[0.1, 0.1]])


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("test", TESTS)
def test_one_trial(model, test):
    for found in (pool([-0.4], [0.09], model=model, test=test), pool([-0.4, nan], [0.09, nan], model=model, test=test)):
        assert (found.k, found.estimate, found.tau2, found.Q, found.Q_p) == (1, pytest.approx(-0.4), 0, 0, 1)
        ends = (found.se, found.p, found.ci_low, found.ci_high)
        assert all(map(math.isnan, ends)) if test != "z" else not any(map(math.isnan, ends))
        said = {one.code: one for one in cautions([-0.4], [0.09], found)}
        assert said[Code.ONE_TRIAL].undefined[:2] == ("se_tau2", "H2_from_Q")
        for field in said[Code.ONE_TRIAL].undefined:
            assert math.isnan(getattr(found, field))


def test_one_trial_has_no_spread():
    ends = q_profile([0.1], [0.2]).tau2
    assert all(map(math.isnan, ends))
    for found in (likelihood_peaks([0.1], [0.2]), profile_likelihood([0.1], [0.2])):
        assert isinstance(found, NotDefined)
        assert found.reason is Reason.ONE_TRIAL


@pytest.mark.parametrize(
    ("k", "few", "small", "prediction"),
    [(2, 1, 1, 1), (3, 1, 1, 0), (4, 1, 1, 0), (5, 0, 1, 0), (9, 0, 1, 0), (10, 0, 0, 0)],
)
def test_cautions_by_number_of_trials(k, few, small, prediction):
    yi, vi = np.linspace(-1, 1, k), np.full(k, 0.1)
    codes = [one.code for one in cautions(yi, vi, pool(yi, vi))]
    assert codes.count(Code.FEW_TRIALS) == few
    assert codes.count(Code.NO_SMALL_STUDY_TESTS) == small
    assert codes.count(Code.NO_PREDICTION) == prediction
    assert math.isnan(pool(yi, vi).prediction_interval_t_k_minus_2[0]) == bool(prediction)


def test_knapp_hartung_far_too_narrow_is_said_with_both_widths():
    yi, vi = column("edge_homogeneous", "yi"), column("edge_homogeneous", "vi")
    found = pool(yi, vi, test="knha")
    caution = next(one for one in cautions(yi, vi, found) if one.code is Code.KNAPP_HARTUNG_NARROW)
    numbers = dict(caution.numbers)
    assert numbers["width"] < numbers["width_normal"] / 5
    guarded = pool(yi, vi, test="knha_adhoc")
    assert Code.KNAPP_HARTUNG_NARROW not in {one.code for one in cautions(yi, vi, guarded)}


def test_identical_trials_under_knapp_hartung():
    yi, vi = [-0.5, -0.5], [0.04, 0.09]
    codes = {one.code for one in cautions(yi, vi, pool(yi, vi, test="knha"))}
    assert Code.ALL_AGREE in codes


def test_two_peaks_are_said_with_both():
    yi, vi = column("edge_two_peaks_zero", "yi"), column("edge_two_peaks_zero", "vi")
    caution = next(one for one in cautions(yi, vi, pool(yi, vi)) if one.code is Code.TWO_PEAKS)
    numbers = dict(caution.numbers)
    assert (numbers["tau2_1"], numbers["tau2_2"]) == pytest.approx((0, 1.1326060396704), rel=1e-6)
    assert numbers["log_likelihood_1"] > numbers["log_likelihood_2"]


@pytest.mark.parametrize(
    ("counts", "row", "of_column"),
    [
        (([1, 5], [10, 4], [1, 1], [10, 10]), 2, "ai"),
        (([1, -1], [10, 4], [1, 1], [10, 10]), 2, "ai"),
        (([1, 1], [10, 4], [11, 1], [10, 10]), 1, "ci"),
        (([0, 1], [0, 4], [1, 1], [10, 10]), 1, "n1i"),
        (([0, nan], [3, 4], [1, 1], [10, 10]), 2, "ai"),
        (([0, 1], [3, 4], [1, 1], [10, nan]), 2, "n2i"),
    ],
)
def test_counts_that_cannot_be(counts, row, of_column):
    for refusing in (lambda: peto(*counts), lambda: mantel_haenszel(*counts, measure="OR")):
        with pytest.raises(Refused) as refused:
            refusing()
        assert (refused.value.row, refused.value.column) == (row, of_column)


def test_counts_without_any_event():
    counts = [0, 0], [10, 10], [0, 0], [10, 12]
    assert isinstance(peto(*counts), NotDefined)
    for measure in ("OR", "RR", "RD"):
        assert isinstance(mantel_haenszel(*counts, measure=measure), NotDefined)


def test_correlated_contrasts_that_are_not_correlated_are_the_plain_pool():
    yi, vi = [0.3, -0.2, 0.5], [0.1, 0.2, 0.05]
    found, plain = pool_correlated(yi, np.diag(vi)), pool(yi, vi, model="FE")
    for field in ("estimate", "se", "statistic", "p", "ci_low", "ci_high", "Q", "Q_df", "Q_p"):
        assert getattr(found, field) == pytest.approx(getattr(plain, field), rel=1e-12)


@pytest.mark.parametrize(
    "covariance", [[[1, 2], [2, 1]], [[1, 0.2], [0.1, 1]], [[1.0]], [[1, nan], [nan, 1]], [[0.0, 0], [0, 1]]]
)
def test_a_covariance_that_cannot_be(covariance):
    with pytest.raises(Refused):
        pool_correlated([0.1, 0.2], covariance)
