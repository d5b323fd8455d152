"""Every pooled value of the reference files: nine models, three tests, one data set alone and as one of many."""

import numpy as np
import pytest

from concordant.evidence.pooling import (
    likelihood_peaks,
    log_likelihood,
    mantel_haenszel,
    one_of,
    peto,
    pool,
    pool_correlated,
    profile_likelihood,
    q_profile,
    typical_variance,
)
from tests.evidence import disagreements
from tests.evidence.agreement import CLOSED, ITERATIVE, TOLERANCE, Agreement, column, pooled_sets
from tests.evidence.references import expected, rows


@pytest.mark.parametrize("many", [False, True])
def test_models(many):
    agreement = Agreement()
    for name in pooled_sets():
        yi, vi = column(name, "yi"), column(name, "vi")
        for model, tests in expected(name)["models"].items():
            for test, wanted in tests.items():
                if many:
                    beside = np.stack([yi + 1, yi, 2 * yi])
                    found = one_of(pool(beside, np.stack([vi, vi, 3 * vi]), model=model, test=test), 1)
                else:
                    found = pool(yi, vi, model=model, test=test)
                for field, value in wanted.items():
                    where = (name, model, test, field)
                    agreement.check(where, getattr(found, field), value, TOLERANCE[model])
    agreement.settle("Pools: nine models, three tests", disagreements.POOLING)


def test_every_model_of_the_files_is_offered_with_three_tests():
    assert {test for name in pooled_sets() for tests in expected(name)["models"].values() for test in tests} == {
        "z",
        "knha",
        "knha_adhoc",
    }


def test_the_likelihood_falls_from_0_on_where_metafor_stops_beside_it():
    yi, vi = column("edge_one_giant_study", "yi"), column("edge_one_giant_study", "vi")
    at = [log_likelihood(yi, vi, tau2, model="ML") for tau2 in (0.0, 1e-6, 1e-5, 1e-4)]
    assert at == sorted(at, reverse=True)


def test_heterogeneity():
    agreement = Agreement()
    for name in pooled_sets("q_profile_ci_95"):
        wanted = expected(name)
        yi, vi = column(name, "yi"), column(name, "vi")
        found = q_profile(yi, vi)
        many = q_profile(np.stack([2 * yi, yi]), np.stack([vi, vi]))
        for field, ends in wanted["q_profile_ci_95"].items():
            if field != "note":
                agreement.check((name, "q_profile", field), getattr(found, field), ends)
                agreement.check((name, "q_profile_of_many", field), [end[1] for end in getattr(many, field)], ends)
        ends = wanted["profile_likelihood_ci_95_REML"]["tau2"]
        agreement.check((name, "profile_likelihood"), profile_likelihood(yi, vi), ends)
        agreement.check((name, "typical"), typical_variance(yi, vi), wanted["typical_sampling_variance"], CLOSED)
        for model, height in wanted["log_likelihood"].items():
            tau2 = pool(yi, vi, model=model).tau2
            agreement.check((name, "log_likelihood", model), log_likelihood(yi, vi, tau2, model=model), height)
    agreement.settle("Intervals of tau² (Q-profile, profile likelihood), typical variance, log-likelihood")


@pytest.mark.parametrize("many", [False, True])
def test_two_peaks(many):
    agreement = Agreement()
    for name in ("edge_two_peaks_inner", "edge_two_peaks_zero"):
        wanted = expected(name)
        yi, vi = column(name, "yi"), column(name, "vi")
        plain, knha = (
            one_of(pool([yi, yi], [vi, vi], test=test), 0) if many else pool(yi, vi, test=test)
            for test in ("z", "knha")
        )
        best = wanted["REML_global"]
        first, *others = likelihood_peaks(yi, vi)
        for field, value in (
            ("tau2", plain.tau2),
            ("minus_log_likelihood", -first.height),
            ("estimate", plain.estimate),
            ("se", plain.se),
            ("ci_z", (plain.ci_low, plain.ci_high)),
            ("se_knha", knha.se),
            ("ci_knha", (knha.ci_low, knha.ci_high)),
        ):
            agreement.check((name, field), value, best[field])
        assert plain.peaks == 1 + len(others) == 1 + len(wanted["REML_other_peaks"])
        for other, peak in zip(others, wanted["REML_other_peaks"], strict=True):
            agreement.check((name, "other tau2"), other.tau2, peak["tau2"])
            agreement.check((name, "other height"), -other.height, peak["minus_log_likelihood"])
    agreement.settle("Both peaks of a two-peaked likelihood")


def test_counts():
    agreement = Agreement()
    for name in ("bcg_rr", "edge_zero_cells"):
        counts = [column(name, key) for key in ("ai", "n1i", "ci", "n2i")]
        wanted = expected(name)
        for measure, values in wanted["mantel_haenszel"].items():
            found = mantel_haenszel(*counts, measure=measure)
            for field, value in values.items():
                if field != "note":
                    agreement.check((name, measure, field), getattr(found, field), value, CLOSED)
        for field, value in wanted["peto"].items():
            if field != "note":
                agreement.check((name, "peto", field), getattr(peto(*counts), field), value, CLOSED)
    agreement.settle("Mantel-Haenszel and Peto")


def test_three_doses_against_one_control():
    wanted = expected("cgh_haas2018_responders30")["week12_three_doses_one_control"]
    together = wanted["GLS_equal_effects_RD"]
    found = pool_correlated(together["contrasts"], together["V"])
    assert (found.estimate, found.se) == pytest.approx((together["estimate"], together["se"]), rel=CLOSED)
    assert (found.Q, found.Q_df) == pytest.approx((together["Q"], together["df"]), rel=CLOSED)
    agreement = Agreement()
    apart = pool(together["contrasts"], np.diag(together["V"]), model="FE")
    split = wanted["split_control"]
    halved = pool(split["yi"], split["vi"], model="FE")
    for where, pooled, values in (
        ("apart", apart, wanted["wrong_treats_contrasts_as_independent_RD"]),
        ("split", halved, split["FE"]),
    ):
        for field, value in values.items():
            agreement.check((where, field), getattr(pooled, field), value, CLOSED)
    agreement.settle("Three doses against one control group")
    alone = [row for row in rows("cgh_haas2018_responders30") if row["week"] == "12" and row["dose"] == "18"]
    week12 = next(one for one in expected("cgh_haas2018_responders30")["dose18_each_week_RD"] if one["week"] == 12)
    found = pool([float(alone[0]["yi_RD"])], [float(alone[0]["vi_RD"])], model="FE")
    assert (found.estimate, found.se) == pytest.approx((week12["rd"], week12["se"]), rel=CLOSED)
    assert [found.ci_low, found.ci_high] == pytest.approx(week12["ci"], rel=ITERATIVE)
