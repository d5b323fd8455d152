"""Two groups, against metafor's escalc on three data sets."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from concordant.evidence import Refused
from concordant.evidence.effects import (
    approximate_correction,
    exact_correction,
    log_ratio_of_means,
    mean_difference,
    pooled_sd,
    standardised_mean_difference,
    standardised_mean_difference_unequal,
)
from tests.evidence.references import CLOSED_FORM, columns, expected

SETS = ["normand1999_md", "normand1999_smd", "gibson2002_smd", "cgh_dehertogh2009"]
FORMS = {
    "MD_unequal_variance": lambda *g: mean_difference(*g),
    "MD_pooled_variance": lambda *g: mean_difference(*g, variance="pooled"),
    "SMD_exactJ_LS": lambda *g: standardised_mean_difference(*g),
    "SMD_exactJ_UB": lambda *g: standardised_mean_difference(*g, variance="UB"),
    "SMD_revman": lambda *g: standardised_mean_difference(*g, variance="RevMan"),
    "SMDH": lambda *g: standardised_mean_difference_unequal(*g),
    "ROM": lambda *g: log_ratio_of_means(*g),
}


def groups(name):
    return columns(name, "m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i")


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_as_metafor_has_it(name, form):
    wanted = expected(name)["effect_sizes"][form]
    got = FORMS[form](*groups(name))
    assert_allclose(got.yi, wanted["yi"], rtol=CLOSED_FORM, atol=1e-12)
    assert_allclose(got.vi, wanted["vi"], rtol=CLOSED_FORM)


def test_nothing_in_the_files_goes_unchecked():
    beside = {"cohen_d", "sd_pooled", "J_exact", "J_approx"}
    for name in SETS:
        assert set(expected(name)["effect_sizes"]) == set(FORMS) | beside


@pytest.mark.parametrize("name", SETS)
def test_what_stands_behind_g(name):
    wanted = expected(name)["effect_sizes"]
    m1, sd1, n1, m2, sd2, n2 = groups(name)
    spread = pooled_sd(sd1, n1, sd2, n2)
    assert_allclose(spread, wanted["sd_pooled"], rtol=CLOSED_FORM)
    assert_allclose((m1 - m2) / spread, wanted["cohen_d"], rtol=CLOSED_FORM, atol=1e-12)
    assert_allclose(exact_correction(n1 + n2 - 2), wanted["J_exact"], rtol=CLOSED_FORM)
    assert_allclose(approximate_correction(n1 + n2 - 2), wanted["J_approx"], rtol=CLOSED_FORM)


def test_the_exact_correction_in_closed_form():
    # J(2) = Γ(1)/(√1 Γ(1/2)) = 1/√π; J(4) = Γ(2)/(√2 Γ(3/2)) = √(2/π).
    assert_allclose(exact_correction([2, 4]), [1 / np.sqrt(np.pi), np.sqrt(2 / np.pi)], rtol=1e-14)
    assert exact_correction(1e7) == pytest.approx(1 - 3 / (4e7 - 1), abs=1e-9)


def test_many_data_sets_in_one_call():
    one = groups("normand1999_md")
    many = [np.stack([each, each[::-1]]) for each in one]
    got = standardised_mean_difference(*many)
    assert got.yi.shape == (2, 9)
    assert_allclose(got.yi[0], got.yi[1][::-1], rtol=1e-15)


def test_no_trial_has_neither_effect_nor_variance():
    got = mean_difference([1.0, np.nan], 1.0, [10, 10], 2.0, 1.0, 10)
    assert np.isnan(got.yi).tolist() == [False, True]
    assert np.isnan(got.vi).tolist() == [False, True]


@pytest.mark.parametrize(
    ("given_", "column", "value"),
    [
        ((1, 1, 1, 1, 1, 10), "n1", 1),
        ((1, 1, 10, 1, 1, 0), "n2", 0),
        ((1, -0.1, 10, 1, 1, 10), "sd1", -0.1),
        ((1, 1, 10, 1, -2, 10), "sd2", -2),
        ((np.inf, 1, 10, 1, 1, 10), "mean1", np.inf),
        ((1, 0, 10, 1, 0, 10), "sd1", 0),
    ],
)
@pytest.mark.parametrize("form", [mean_difference, standardised_mean_difference, standardised_mean_difference_unequal])
def test_what_cannot_be_is_refused(form, given_, column, value):
    with pytest.raises(Refused) as refused:
        form(*given_)
    assert (refused.value.column, refused.value.value) == (column, value)


def test_a_refusal_names_the_index():
    with pytest.raises(Refused, match=r"at index \(1, 0\).*column n1|column n1.*at index \(1, 0\)"):
        mean_difference(1, 1, [[5, 5], [1, 5]], 1, 1, 5)


def test_a_ratio_of_means_needs_means_above_0():
    with pytest.raises(Refused, match="mean2"):
        log_ratio_of_means(1, 1, 5, 0, 1, 5)


reals = st.floats(-50, 50)
spread = st.floats(0.5, 20)
people = st.integers(2, 500)


@given(reals, spread, people, reals, spread, people)
def test_swapping_the_groups_turns_the_sign_and_nothing_else(m1, sd1, n1, m2, sd2, n2):
    for form in (FORMS["MD_unequal_variance"], FORMS["SMD_exactJ_LS"], FORMS["SMDH"]):
        here, there = form(m1, sd1, n1, m2, sd2, n2), form(m2, sd2, n2, m1, sd1, n1)
        assert_allclose(here.yi, -there.yi, atol=1e-12)
        assert_allclose(here.vi, there.vi, rtol=1e-12)


@given(reals, spread, people, reals, spread, people, st.floats(0.01, 100), reals)
def test_g_has_no_unit(m1, sd1, n1, m2, sd2, n2, scale, shift):
    here = standardised_mean_difference(m1, sd1, n1, m2, sd2, n2)
    there = standardised_mean_difference(m1 * scale + shift, sd1 * scale, n1, m2 * scale + shift, sd2 * scale, n2)
    assert_allclose(here.yi, there.yi, rtol=1e-6, atol=1e-7)
