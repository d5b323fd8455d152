"""One group before and after, against metafor's MC, SMCC and SMCR."""

import pytest
from numpy.testing import assert_allclose

from concordant.evidence import Refused
from concordant.evidence.conversions import sd_of_change
from concordant.evidence.effects import mean_change, standardised_mean_change
from tests.evidence.references import CLOSED_FORM, columns, expected

COLUMNS = ("mean_after", "sd_after", "mean_before", "sd_before", "r", "n")
FORMS = {
    "MC": mean_change,
    "SMCC": lambda *g: standardised_mean_change(*g, by="sd_change"),
    "SMCR_raw_sd_before": lambda *g: standardised_mean_change(*g, by="sd_before"),
}


@pytest.mark.parametrize("form", FORMS)
def test_as_metafor(form):
    wanted = expected("conversions")["pre_post"][form]
    got = FORMS[form](*columns("conversions", *COLUMNS))
    assert_allclose(got.yi, wanted["yi"], rtol=CLOSED_FORM)
    assert_allclose(got.vi, wanted["vi"], rtol=CLOSED_FORM)


def test_all_of_the_file_is_checked():
    assert set(expected("conversions")["pre_post"]) == {*FORMS, "sd_change"}
    sd_before, sd_after, r = columns("conversions", "sd_before", "sd_after", "r")
    assert_allclose(sd_of_change(sd_before, sd_after, r), expected("conversions")["pre_post"]["sd_change"], rtol=1e-12)


@pytest.mark.parametrize("r", [-1.01, 1.01])
def test_a_correlation_outside_its_range(r):
    with pytest.raises(Refused) as refused:
        mean_change(1, 1, 2, 1, r, 10)
    assert (refused.value.column, refused.value.allowed) == ("r", "-1 to 1")


def test_too_few_to_correct_and_nothing_to_standardise_by():
    with pytest.raises(Refused, match="column n"):
        standardised_mean_change(1, 1, 2, 1, 0.5, 2, by="sd_before")
    with pytest.raises(Refused, match="sd_change"):
        standardised_mean_change(1, 1, 2, 1, 1.0, 20, by="sd_change")
