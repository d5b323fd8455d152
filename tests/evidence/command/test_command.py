"""``concordant evidence`` as somebody uses it: files in, numbers of the reference out."""

import json
import math
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from concordant.evidence.command import parser
from concordant.evidence.pooling import Model, Test
from tests.evidence.living.example import written

REFERENCE = Path(__file__).parents[1] / "reference"
FIELDS = ("k", "estimate", "se", "p", "ci_low", "ci_high", "tau2", "se_tau2", "I2_metafor", "I2_from_Q", "Q", "Q_p")


def told(ask, *words):
    status, out, err = ask(*words, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def expected(name):
    return json.loads((REFERENCE / f"{name}.expected.json").read_text("utf-8"))


def close(found, wanted, *, rel=1e-6):
    if wanted is None:
        assert found is None
    else:
        assert math.isclose(found, wanted, rel_tol=rel, abs_tol=1e-9), (found, wanted)


def test_every_model_and_test_can_be_asked_for():
    assert (set(parser.MODELS), set(parser.TESTS)) == (set(get_args(Model)), set(get_args(Test)))


def test_other_commands_do_not_wait_for_it():
    asked = "import sys, concordant.cli; print('numpy' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("model", "test"),
    [(model, test) for model in ("FE", "DL", "PM", "SJ", "REML", "ML", "HE", "HS", "EB")
     for test in (("z",) if model == "FE" else ("z", "knha", "knha_adhoc"))],
)  # fmt: skip
def test_pooling_a_file_gives_the_numbers_of_metafor(ask, model, test):
    wanted = expected("bcg_rr")["models"][model]
    found = told(ask, "pool", REFERENCE / "bcg_rr.rows.csv", "--model", model, "--test", test)
    for name in FIELDS:
        close(found[name], wanted[test][name])


def test_everything_else_that_can_be_asked(ask, tmp_path):
    drawn = tmp_path / "forest.svg"
    found = told(
        ask, "pool", REFERENCE / "bcg_rr.rows.csv", "--leave-one-out", "--egger", "--trim-and-fill", "--predict",
        "--moderator", "ablat", "--forest", drawn,
    )  # fmt: skip
    wanted = expected("bcg_rr")
    for place, one in enumerate(wanted["leave_one_out"]["REML_z"]):
        assert found["leave_one_out"][place]["omitted"] == one["omitted"]
        close(found["leave_one_out"][place]["estimate"], one["estimate"])
        close(found["leave_one_out"][place]["tau2"], one["tau2"])
    classical = wanted["small_study"]["classical_lm"]
    for name in ("slope_sei", "slope_se", "df", "p", "limit_estimate"):
        close(found["small_study"]["classical_lm"][name], classical[name])
    filled, without = found["trim_and_fill"]["REML_L0"], wanted["trim_and_fill"]["REML_L0"]
    assert (filled["k0"], filled["side"]) == (without["k0"], without["side"])
    close(filled["estimate"], without["estimate"])
    for place in (0, 1):
        close(
            found["prediction_interval_metafor"][place],
            wanted["models"]["REML"]["z"]["prediction_interval_metafor"][place],
        )
    assert found["meta_regression"]["moderator"] == "ablat"
    assert "Aronson" in drawn.read_text("utf-8")


def test_meta_regression_by_latitude_as_published(ask):
    """Berkey et al. 1995 (10.1002/sim.4780140406) and metafor's dat.bcg: slope of log RR on latitude −0.0291."""
    found = told(ask, "pool", REFERENCE / "bcg_rr.rows.csv", "--moderator", "ablat")
    assert found["meta_regression"]["slope"] == pytest.approx(-0.0291, abs=5e-5)


def test_for_people_at_a_terminal(ask):
    status, out, _ = ask("pool", REFERENCE / "bcg_rr.rows.csv")
    assert status == 0
    assert "13 trials, REML, z" in out
    assert "Pooled                                    −0.71 (−1.07 to −0.36)" in out
    assert "I² 92.2 % (from tau²), 92.1 % (from Q)" in out


def test_a_question_and_a_query_of_the_library(ask):
    found = told(ask, "pool", "hands-on-days")
    assert (found["k"], found["estimate"], found["unit"]) == (1, -3.3, "headache days per 4 weeks")
    again = told(ask, "pool", "trial=haas2018; outcome=headache frequency; weeks=12")
    assert again["estimate"] == found["estimate"]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("nowhere.csv", "is no file, no question and no query"),
        ("both-days", "no trial of the library answers it"),
        ("colour=red", "is no part of a query"),
        ("weeks=soon", "weeks"),
        ("outcome=headache frequency", "mixed units cannot be pooled"),
        ("trial=uthaikhup2017", "more than one row of a trial"),
        ("trial=nobody", "no row of the library"),
    ],
)
def test_what_cannot_be_pooled_is_refused_with_the_reason(ask, source, says):
    status, out, err = ask("pool", source)
    assert (status, out) == (2, "")
    assert says in err


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("study,yi,vi\nA,1,-0.1\n", ("row 1", "vi", "-0.1")),
        ("study,yi,vi\nA,1,0.1\nB,x,0.1\n", ("row 2", "yi", "x")),
        ("study,yi,vi\nA,1\n", ("row 1",)),
        ("study,yi\nA,1\n", ("vi",)),
        ("", ("empty",)),
    ],
)
def test_a_bad_file_is_refused_with_row_and_column(ask, tmp_path, rows, says):
    path = tmp_path / "rows.csv"
    path.write_text(rows, "utf-8")
    status, out, err = ask("pool", path)
    assert (status, out) == (2, "")
    for words in says:
        assert words in err


def test_below_ten_trials_small_study_tests_are_refused_unless_asked_for(ask):
    path = REFERENCE / "normand1999_md.rows.csv"
    status, _, err = ask("pool", path, "--egger")
    assert status == 2
    assert "10" in err
    found = told(ask, "pool", path, "--egger", "--even-so")
    classical = expected("normand1999_md")["small_study"]["classical_lm"]
    close(found["small_study"]["classical_lm"]["slope_sei"], classical["slope_sei"])


def test_adding_a_trial(ask, tmp_path):
    path = tmp_path / "trial.yaml"
    path.write_text(written(), "utf-8")
    found = told(ask, "add", path)
    (moved,) = found["moved"]
    assert (moved["before"]["pool"]["k"], moved["after"]["pool"]["k"]) == (1, 2)
    assert [one["id"] for one in moved["advice"]] == ["manual-therapy-early", "spinal-manipulation"]
    _, out, _ = ask("add", path)
    assert "before: −3.30 (−5.55 to −1.05) headache days per 4 weeks; Haas 2018" in out
    assert "for the person: About three headache days in four weeks fewer" in " ".join(out.split())
    path.write_text(written(doi=None), "utf-8")
    status, _, err = ask("add", path)
    assert status == 2
    assert "doi" in err


def test_the_four_figures(ask):
    found = told(ask, "claims")["claims"]
    assert [(one["estimate"], one["ci_low"], one["ci_high"]) for one in found] == [
        (-0.93, -1.40, -0.46), (-1.23, -1.55, -0.91), (-1.63, -2.15, -1.10), (-1.51, -2.52, -0.50),
    ]  # fmt: skip
    assert [one["recomputed"] for one in found] == ["partly", "no", "no", "yes"]
    _, out, _ = ask("claims")
    assert "Consistent, does not confirm" in " ".join(out.split())
