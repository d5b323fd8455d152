"""Events in two groups, against metafor on BCG, on Haas 2018 and on zero cells."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from concordant.evidence import Refused
from concordant.evidence.effects import log_odds_ratio, log_risk_ratio, risk_difference
from tests.evidence.references import CLOSED_FORM, columns, expected, rows

FORMS = {"RR": log_risk_ratio, "OR": log_odds_ratio, "RD": risk_difference}
TABLE = ("ai", "n1i", "ci", "n2i")


@pytest.mark.parametrize("measure", FORMS)
def test_bcg(measure):
    name = f"bcg_{measure.lower()}"
    got = FORMS[measure](*columns(name, *TABLE))
    yi, vi = columns(name, "yi", "vi")
    assert_allclose(got.yi, yi, rtol=CLOSED_FORM)
    assert_allclose(got.vi, vi, rtol=CLOSED_FORM)


@pytest.mark.parametrize("measure", FORMS)
def test_responders_of_haas_2018(measure):
    name = "cgh_haas2018_responders30"
    got = FORMS[measure](*columns(name, *TABLE))
    yi, vi = columns(name, f"yi_{measure}", f"vi_{measure}")
    assert len(rows(name)) == 15
    assert_allclose(got.yi, yi, rtol=CLOSED_FORM)
    assert_allclose(got.vi, vi, rtol=CLOSED_FORM)


@pytest.mark.parametrize("measure", FORMS)
@pytest.mark.parametrize("to", ["only0", "all", "if0all"])
def test_zero_cells(measure, to):
    wanted = expected("edge_zero_cells")[f"{measure}_half_added_to_{to}"]
    got = FORMS[measure](*columns("edge_zero_cells", *TABLE), to=to)
    assert_allclose(got.yi, wanted["yi"], rtol=CLOSED_FORM)
    assert_allclose(got.vi, wanted["vi"], rtol=CLOSED_FORM)


def test_the_risk_difference_of_each_week_of_haas_2018():
    table = {(row["week"], row["dose"]): row for row in rows("cgh_haas2018_responders30")}
    weeks = expected("cgh_haas2018_responders30")["dose18_each_week_RD"]
    assert len(weeks) == 5
    for each in weeks:
        row = table[str(each["week"]), "18"]
        got = risk_difference(*(float(row[column]) for column in TABLE))
        assert float(got.yi) == pytest.approx(each["rd"], rel=CLOSED_FORM)
        assert float(got.se) == pytest.approx(each["se"], rel=CLOSED_FORM)


def test_an_undefined_ratio_is_no_trial():
    got = log_odds_ratio([0, 3], [10, 10], [2, 2], [10, 10], to="none")
    assert np.isnan(got.yi).tolist() == [True, False]
    assert np.isnan(got.vi).tolist() == [True, False]


def test_half_is_added_to_all_tables_of_the_data_set_that_has_a_zero_and_of_no_other():
    got = log_odds_ratio([[0, 3], [2, 3]], 10, 2, 10, to="if0all")
    assert got.yi[0, 1] != pytest.approx(got.yi[1, 1])
    assert got.yi[1, 1] == pytest.approx(np.log(3 * 8 / (7 * 2)))


@pytest.mark.parametrize("form", FORMS.values())
@pytest.mark.parametrize(
    ("table", "column"),
    [((11, 10, 1, 10), "events1"), ((1, 10, 12, 10), "events2"), ((-1, 10, 1, 10), "events1"), ((0, 0, 1, 10), "n1")],
)
def test_more_events_than_people_and_other_slips(form, table, column):
    with pytest.raises(Refused) as refused:
        form(*table)
    assert refused.value.column == column
