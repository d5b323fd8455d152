"""Pools on the page against what metafor 3.8-1 gives for the same rows (tests/evidence/reference)."""

import html
import json
import math
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from clinic.evidence.asked import MODELS, TESTS
from tests.clinic.evidence.conftest import Get, opened
from tests.clinic.evidence.reading import numbers, table, words

REFERENCE = Path(__file__).parents[2] / "evidence" / "reference"
BCG = (REFERENCE / "bcg_rr.rows.csv").read_text(encoding="utf-8")
METAFOR: dict[str, Any] = json.loads((REFERENCE / "bcg_rr.expected.json").read_text(encoding="utf-8"))
ADDRESS = "/evidence/pool/"


def four(value: float) -> str:
    """Four digits that count."""
    return f"{value:.4g}".replace("-", "−")


def between(low: float, high: float) -> str:
    return f"{four(low)} to {four(high)}"


def sent(client: Client, status: int = 200, **form: Any) -> str:
    answer = client.post(ADDRESS, form)
    assert answer.status_code == status
    return answer.text


def test_metafor_has_an_answer_for_every_model() -> None:
    assert set(METAFOR["models"]) == set(MODELS)
    assert {test for found in METAFOR["models"].values() for test in found} == set(TESTS)


@pytest.mark.parametrize(("model", "test"), [(model, test) for model in MODELS for test in METAFOR["models"][model]])
def test_every_model_and_test_gives_metafor_s_numbers(physio: Client, model: str, test: str) -> None:
    expected = METAFOR["models"][model][test]
    found = numbers(sent(physio, text=BCG, model=model, test=test))
    assert found["Trials (k)"] == "13"
    assert found["Pooled effect"] == four(expected["estimate"])
    assert found["95 % interval"] == between(expected["ci_low"], expected["ci_high"])
    assert found["Standard error"] == four(expected["se"])
    assert found["z" if test == "z" else "t, 12 degrees of freedom"] == four(expected["statistic"])
    assert found["p"] == ("< 0.001" if expected["p"] < 0.001 else f"{expected['p']:.3f}")
    assert found["I² from Q (Higgins)"] == f"{four(round(expected['I2_from_Q'], 1))} %"
    assert found["Q, test of whether the trials agree"] == f"{four(expected['Q'])} on 12 degrees of freedom, p < 0.001"
    if model == "FE":
        assert found["tau², variance between trials"] == "0: assumed by this model"
        assert "one effect for all trials" in found["Prediction interval as metafor 3.8 gives it"]
    else:
        assert found["tau², variance between trials"] == four(expected["tau2"])
        assert found["I² from tau² (as metafor), share of the spread beyond chance"] == (
            f"{four(round(expected['I2_metafor'], 1))} %"
        )
        for name, key in (
            ("Prediction interval as metafor 3.8 gives it", "prediction_interval_metafor"),
            ("Prediction interval: where the effect of a further trial is expected (t with k − 2)",
             "prediction_interval_t_k_minus_2"),
        ):  # fmt: skip
            assert found[name] == between(*expected[key])


def test_q_profile_intervals_are_metafor_s(physio: Client) -> None:
    found = numbers(sent(physio, text=BCG))
    assert found["tau², 95 % interval (Q-profile)"] == between(*METAFOR["q_profile_ci_95"]["tau2"])
    assert found["I², 95 % interval (Q-profile)"] == f"{between(*METAFOR['q_profile_ci_95']['I2_percent'])} %"


def test_of_a_ratio_the_ratio_is_told(physio: Client) -> None:
    """metafor: log RR −0.7145 (−1.067 to −0.3622), so a ratio of 0.4894 (0.3441 to 0.6962)."""
    page = sent(physio, text=BCG, measure="RR", model="REML", test="z")
    expected = METAFOR["models"]["REML"]["z"]
    found = numbers(page)
    assert found["Pooled effect"] == four(math.exp(expected["estimate"])) == "0.4894"
    assert found["95 % interval"] == between(math.exp(expected["ci_low"]), math.exp(expected["ci_high"]))
    assert found["Standard error (of logarithms)"] == four(expected["se"])
    assert ">0.49 (0.34 to 0.70)</text>" in page


def test_without_each_trial_in_turn_as_metafor_leaves_it_out(physio: Client) -> None:
    rows = table(sent(physio, text=BCG, model="REML", test="z"), "Without each trial in turn")
    expected = METAFOR["leave_one_out"]["REML_z"]
    assert [row[1:4] for row in rows] == [
        [four(one["estimate"]), between(one["ci_low"], one["ci_high"]), four(one["tau2"])] for one in expected
    ]
    assert rows[0][0] == "Aronson 1948"


def test_egger_and_trim_and_fill_from_ten_trials_on(physio: Client) -> None:
    page = words(sent(physio, text=BCG, model="REML"))
    slope, filled = METAFOR["small_study"]["classical_lm"], METAFOR["trim_and_fill"]["REML_L0"]
    assert f"{four(slope['slope_sei'])}, t {four(slope['t'])}, p {slope['p']:.3f}" in page
    assert f"{filled['k0']} on the {filled['side']}" in page
    assert f"{four(filled['estimate'])} ({between(filled['ci_low'], filled['ci_high'])})" in page
    nine = words(sent(physio, text="\n".join(BCG.splitlines()[:10])))
    assert "Egger" not in nine
    assert "Trim and fill" not in nine
    assert "tests for small-study effects are not run" in nine


def test_the_picture_shows_each_trial_with_the_numbers_of_the_table(physio: Client) -> None:
    page = html.unescape(sent(physio, text=BCG))
    rows = table(page, "Trials of the plot")
    assert len(rows) == 13
    for row in rows:
        assert f">{row[0]}</text>" in page
    # yi −0.8893, vi 0.3256 of the file: −0.8893 ± 1.96 √0.3256
    assert rows[0][1:3] == ["−0.8893", "−2.008 to 0.229"]
    assert ">−0.89 (−2.01 to 0.23)</text>" in page
    assert sum(float(row[3].removesuffix(" %")) for row in rows) == pytest.approx(100, abs=1)


def test_two_trials_have_no_prediction_interval_and_the_page_says_why(physio: Client) -> None:
    """metafor on edge_k2_apart; t has one degree of freedom, and the interval is as wide as that."""
    expected = json.loads((REFERENCE / "edge_k2_apart.expected.json").read_text(encoding="utf-8"))
    page = sent(physio, text=(REFERENCE / "edge_k2_apart.rows.csv").read_text(encoding="utf-8"), test="knha")
    found = numbers(page)
    knha = expected["models"]["REML"]["knha"]
    assert found["95 % interval"] == between(knha["ci_low"], knha["ci_high"])
    reason = "none: fewer than three trials, so that where a further one would lie cannot be known"
    assert found["Prediction interval: where the effect of a further trial is expected (t with k − 2)"] == reason
    assert "A further trial is expected" not in page


def test_one_trial_is_its_own_answer(physio: Client) -> None:
    page = sent(physio, text="study,yi,vi\nAlone 2020,-1.5,0.25\n")
    found = numbers(page)
    assert found["Pooled effect"] == "−1.5"
    assert found["95 % interval"] == "not defined"
    assert "One trial: nothing is pooled" in page
    assert ">−1.50 (−2.48 to −0.52)</text>" in page  # −1.5 ± 1.96 · 0.5


def test_means_are_computed_with_before_they_are_pooled(physio: Client) -> None:
    """Normand 1999, length of stay: metafor's mean differences of the same four arms."""
    text = (REFERENCE / "normand1999_md.rows.csv").read_text(encoding="utf-8")
    expected = json.loads((REFERENCE / "normand1999_md.expected.json").read_text(encoding="utf-8"))
    found = numbers(sent(physio, text=text, model="REML", test="knha"))
    assert found["Pooled effect"] == four(expected["models"]["REML"]["knha"]["estimate"])


def test_with_a_prior_as_bayesmeta_has_it(physio: Client) -> None:
    """bayesmeta 3.4 (10.18637/jss.v093.i06) on the same trial, with μ ~ N(0, 2²) and τ half-normal of scale 0.5: median
    −0.3784, 95 % −1.4443 to 0.7482; below 0: 0.796, below −0.5: 0.390."""
    text = (REFERENCE / "edge_k1.rows.csv").read_text(encoding="utf-8")
    found = {row[0]: row[1] for row in table(sent(physio, text=text, sd="1", worthwhile="0,5"), "With a prior")}
    assert found["Mean effect, median of what may be believed"] == "−0.3784"
    assert found["95 % credible interval"] == "−1.444 to 0.7482"
    assert found["tau, median and 95 % credible interval"].startswith("0.3285 (")
    assert found["Probability that the mean effect is below 0"] == "0.796"
    assert found["Probability of a mean effect below −0.5"] == "0.390"
    assert "half-normal" in found["Model and priors"]


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"sd": "0"}, "sd"), ({"sd": "-1"}, "sd"), ({"sd": "NaN"}, "sd"), ({"sd": "1e99"}, "sd"), ({"sd": "x"}, "sd"),
        ({"worthwhile": "1"}, "sd"), ({"sd": "2", "worthwhile": "-1"}, "worthwhile"),
        ({"sd": "2", "measure": "RR"}, "sd"),
    ],
)  # fmt: skip
def test_a_prior_that_is_none_is_refused_beside_its_field(physio: Client, form: dict[str, str], field: str) -> None:
    page = sent(physio, 422, text=BCG, **form)
    assert f'id="own-{field}-error"' in page
    assert "Trials of the plot" not in page


# --- From the library -------------------------------------------------------------------------------------------


def test_a_set_has_an_address_that_gives_it_again(read: Get) -> None:
    """Haas 2018 −3.3 days in 4 weeks; Uthaikhup 2017 −1.6 days a week, times four (10.1016/j.spinee.2016.08.008)."""
    start = read(ADDRESS)
    link = start.split("To begin with:")[1].split('href="')[1].split('"')[0].replace("&amp;", "&")
    page = read(ADDRESS + link)
    rows = table(page, "Trials of the plot")
    assert [row[1] for row in rows] == ["−3.3", "−6.4"]
    assert "a pool of them is arithmetic, not an answer" in page
    assert 'value="4-weeks" selected' in page


def test_what_cannot_stand_in_one_pool_is_offered_to_be_chosen_from(read: Get) -> None:
    page = read(ADDRESS, outcome="headache frequency")
    assert "Tick those that belong together" in page
    assert "Trials of the plot" not in page
    assert " checked" not in page


def test_ticking_a_trial_twice_is_refused_beside_the_list_and_the_ticks_stay(read: Get) -> None:
    page = read(ADDRESS, 422, outcome="headache frequency", row=["41", "42"])
    error = page.split('id="rows-error">')[1].split("</ul>")[0]
    assert "Row 42, column trial_id" in error
    assert "count double" in error
    assert page.count(" checked") == 2


def test_units_are_not_mixed(read: Get) -> None:
    page = read(ADDRESS, 422, outcome="headache frequency", row=["41", "66"])
    assert "mixed units" in page.split('id="rows-error">')[1].split("</ul>")[0]
    assert "Trials of the plot" in read(ADDRESS, outcome="headache frequency", row=["41", "66"], unit="4-weeks")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"row": "9999"}, "rows"),
        ({"row": "1; drop table"}, "rows"),
        ({"row": "41", "outcome": "HIT-6"}, "rows"),
        ({"outcome": "headache frequency", "row": "41", "model": "BAYES"}, "pool-model"),
        ({"outcome": "headache frequency", "row": "41", "test": "chi"}, "pool-test"),
        ({"outcome": "headache frequency", "row": "41", "unit": "furlongs"}, "pool-unit"),
        ({"outcome": "headache frequency", "row": "41", "worthwhile": "1"}, "pool-sd"),
        ({"outcome": "headache frequency", "row": "41", "sd": "1", "worthwhile": "0"}, "pool-worthwhile"),
        ({"weeks": "NaN"}, "find-weeks"),
        ({"weeks": "-3"}, "find-weeks"),
        ({"weeks": "twelve"}, "find-weeks"),
    ],
)
def test_what_there_is_not_is_refused_beside_its_field(read: Get, query: dict[str, str], field: str) -> None:
    page = read(ADDRESS, 422, **query)
    assert f'id="{field}-error"' in page
    assert page.count('-error"><li>') == 1
    assert "Trials of the plot" not in page


def test_what_was_asked_for_stays_in_the_form(read: Get) -> None:
    page = read(ADDRESS, 422, outcome="headache frequency", weeks="12a", row="41", model="XX")
    assert 'value="12a"' in page
    assert '<option value="headache frequency" selected>' in page
    page = read(ADDRESS, 422, outcome="headache frequency", row="41", model="<b>XX")
    assert '<option value="&lt;b&gt;XX" selected>&lt;b&gt;XX</option>' in page


def test_nothing_that_fits_says_so(read: Get) -> None:
    assert "Nothing that fits can be pooled." in read(ADDRESS, outcome="no such outcome")


@pytest.mark.parametrize("outcome", ["headache intensity", "responder: CGH days reduced by 30% or more", "HIT-6"])
def test_whatever_is_asked_of_the_library_has_an_answer(read: Get, outcome: str) -> None:
    assert "that can be pooled" in read(ADDRESS, outcome=outcome)


def test_a_patient_may_pool_too(patient: Client) -> None:
    assert "Trials of the plot" in opened(patient, ADDRESS, row="41")
