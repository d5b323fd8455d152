"""Meta-regressions, subgroups and the three-level model of every reference file."""

from fractions import Fraction

import pytest

from concordant.evidence.regression import (
    cluster_robust,
    profile_interval,
    regress,
    study_effects,
    subgroups,
    three_level,
    with_intercept,
    without_level,
)
from tests.evidence import disagreements
from tests.evidence.agreement import ITERATIVE, THREE_LEVEL, TOLERANCE, Agreement, column, pooled_sets
from tests.evidence.references import expected, rows


def moderator(name, key):
    if key == "year_centred":
        years = column(name, "year")
        return years - years.mean()
    return column(name, key)


def test_meta_regression():
    agreement = Agreement()
    for name in pooled_sets("meta_regression"):
        for wanted in expected(name)["meta_regression"]:
            design = with_intercept(moderator(name, wanted["moderator"]))
            for model in ("FE", "DL", "PM", "REML", "ML", "EB", "SJ", "HE"):
                for test, values in wanted[model].items():
                    fit = regress(column(name, "yi"), column(name, "vi"), design, model=model, test=test)
                    assert fit.k == wanted["k"]
                    found = {
                        "intercept": fit.coefficients[0],
                        "slope": fit.coefficients[1],
                        "se_intercept": fit.se[0],
                        "se_slope": fit.se[1],
                        "statistic_slope": fit.statistic[1],
                        "p_slope": fit.p[1],
                        "ci_slope": (fit.ci_low[1], fit.ci_high[1]),
                        "ci_intercept": (fit.ci_low[0], fit.ci_high[0]),
                    }
                    for field, value in values.items():
                        where = (name, wanted["moderator"], model, test, field)
                        agreement.check(where, found.get(field, getattr(fit, field, None)), value, TOLERANCE[model])
    agreement.settle("Meta-regression", disagreements.META_REGRESSION)


def test_the_disagreement_in_exact_fractions():
    yi = [Fraction(value) for value in column("bcg_rd", "yi").tolist()]
    w = [1 / Fraction(value) for value in column("bcg_rd", "vi").tolist()]
    years = [Fraction(value) for value in column("bcg_rd", "year").tolist()]
    total = sum(w)
    x0 = sum(a * b for a, b in zip(w, years, strict=True)) / total
    y0 = sum(a * b for a, b in zip(w, yi, strict=True)) / total
    shares = list(zip(w, years, yi, strict=True))
    slope = sum(a * (x - x0) * (y - y0) for a, x, y in shares) / sum(a * (x - x0) ** 2 for a, x, _ in shares)
    exact = float(sum(a * (y - y0 - slope * (x - x0)) ** 2 for a, x, y in shares))
    fit = regress(column("bcg_rd", "yi"), column("bcg_rd", "vi"), with_intercept(column("bcg_rd", "year")), model="FE")
    assert pytest.approx(exact, rel=1e-12) == fit.QE


def test_subgroups():
    agreement = Agreement()
    for name in pooled_sets("subgroups"):
        for wanted in expected(name)["subgroups"]:
            groups = [row[wanted["moderator"]] for row in rows(name)]
            for model in ("FE", "DL", "REML"):
                found = subgroups(column(name, "yi"), column(name, "vi"), groups, model=model)
                assert list(found.levels) == wanted["levels"]
                apart, common = wanted[model]["separate_tau2"], wanted[model]["common_tau2"]
                where = (name, wanted["moderator"], model)
                for pooled, group in zip(found.pools, apart["per_group"], strict=True):
                    for field, value in group.items():
                        if field != "level":
                            agreement.check((*where, group["level"], field), getattr(pooled, field), value)
                for field, value in (("Q_between", found.Q_between), ("df", found.df), ("p", found.p)):
                    agreement.check((*where, field), value, apart[field])
                for field, value in (
                    ("QM", found.common.QM),
                    ("df", found.common.QM_df),
                    ("QM_p", found.common.QM_p),
                    ("tau2", found.common.tau2),
                    ("coefficients", found.common.coefficients),
                    ("se", found.common.se),
                ):
                    agreement.check((*where, "common", field), value, common[field])
    agreement.settle("Subgroups")


@pytest.fixture(scope="module")
def schools():
    """The data of Konstantopoulos and what metafor makes of them."""
    name = "konstantopoulos2011"
    districts, lines = ([row[key] for row in rows(name)] for key in ("district", "school"))
    return column(name, "yi"), column(name, "vi"), districts, lines, expected(name)["three_level"]


@pytest.mark.parametrize("model", ["REML", "ML"])
@pytest.mark.parametrize("test", ["z", "t"])
def test_three_level(schools, model, test):
    *data, wanted = schools
    fit = three_level(*data, model=model, test=test)
    agreement = Agreement()
    named = {"estimate": fit.coefficients[0], "logLik": fit.log_likelihood}
    for field, value in wanted[model][test].items():
        if field == "I2_percent":
            for part, number in value.items():
                found = fit.typical_variance if part == "typical_variance" else getattr(fit, f"I2_{part}")
                agreement.check((part,), found, number, THREE_LEVEL)
        else:
            found = named.get(field, getattr(fit, field, None))
            agreement.check((field,), found, value, THREE_LEVEL if "sigma2" in field else ITERATIVE)
    agreement.settle("Three-level model, REML and ML, z and t", share=4)


def test_intervals_and_tests_of_the_levels(schools):
    *data, wanted = schools
    fit = three_level(*data)
    agreement = Agreement()
    for level in ("outer", "inner"):
        agreement.check(
            ("interval", level), profile_interval(fit, level), wanted["profile_ci_sigma2"][level], THREE_LEVEL
        )
        found = without_level(fit, level)
        for field, value in wanted["lrt_REML"][f"{level}_zero"].items():
            agreement.check((level, field), getattr(found, field), value, THREE_LEVEL)
    agreement.settle("Three-level model: intervals and tests of its variances")


def test_cluster_robust(schools):
    *data, wanted = schools
    fit = three_level(*data)
    agreement = Agreement()
    for form, values in zip(("CR0_adjusted", "CR0", "CR2"), wanted["cluster_robust"].values(), strict=True):
        found = cluster_robust(fit, form=form)
        for field, value in values.items():
            agreement.check((form, field), getattr(found, field), value)
    agreement.settle("Three-level model: cluster-robust errors")


def test_moderator_and_study_effects(schools):
    yi, vi, districts, lines, wanted = schools
    agreement = Agreement()
    years = moderator("konstantopoulos2011", "year_centred")
    fit = three_level(yi, vi, districts, lines, design=with_intercept(years))
    values = wanted["moderator_REML"]
    for field, found in (
        ("intercept", fit.coefficients[0]),
        ("slope", fit.coefficients[1]),
        ("se", fit.se),
        ("p_slope", fit.p[1]),
        ("sigma2_outer", fit.sigma2_outer),
        ("sigma2_inner", fit.sigma2_inner),
        ("QM", fit.QM),
        ("QM_p", fit.QM_p),
    ):
        agreement.check((field,), found, values[field], THREE_LEVEL if "sigma2" in field else ITERATIVE)
    alone = three_level(yi, vi, districts, lines)
    effects, errors = study_effects(alone)
    assert list(alone.groups) == wanted["blup_outer"]["level"]
    agreement.check(("effects",), effects, wanted["blup_outer"]["estimate"])
    agreement.check(("errors",), errors, wanted["blup_outer"]["se"])
    agreement.settle("Three-level model: moderator, effects of the studies")
