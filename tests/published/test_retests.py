"""What `concordant progress` says of the published cases, and of the worked numbers of the clinical reference.

A published figure is asserted with the place where it stands. No report gives a red-flag screen, a diary or a rating of
change, so of a published case the decision is always to hold: nothing is progressed on one score.
"""

import json
from pathlib import Path

import pytest

from concordant.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
WORKED = "worked/retest_16_8_3"
FIRST, SECOND = "2024-02-05", "2024-03-04"


@pytest.fixture
def ask(capsys):
    def run(name, on=None):
        when = ["--as-of", on] if on else []
        assert main(["progress", str(EXAMPLES / f"{name}.yaml"), "--json", *when]) == 0
        return json.loads(capsys.readouterr().out)

    return run


def rows(told):
    return {one["measure"]: one for one in told["progress"]}


@pytest.mark.parametrize(
    ("name", "first", "latest"),
    [
        # McDonnell 2005, doi:10.2519/jospt.2005.35.1.3, abstract, Results: NDI from 31 to 11 in 3 months
        ("mcdonnell_2005_exercise", (31, "2024-01-08"), (11, "2024-04-08")),
        # Beltran-Alacreu 2015, doi:10.5812/aapm.32697, Discussion: NDI 14 at T0, 4 at T3, 161 days later
        ("beltran_alacreu_2015_tension_type", (14, "2024-01-08"), (4, "2024-06-17")),
    ],
)
def test_a_published_score(ask, name, first, latest):
    told = ask(name)
    (ndi,) = told["progress"]
    assert (ndi["measure"], ndi["baseline"], ndi["baseline_on"]) == ("ndi", *first)
    assert (ndi["latest"], ndi["latest_on"], ndi["change"]) == (*latest, latest[0] - first[0])
    # Young 2019: MDC 5.9 and MCID 5.5 of cervicogenic headache, both rounded up to the step of the score (retest 1.4).
    assert (ndi["threshold"], ndi["verdict"], ndi["detail"]) == (6, "improved_important", "improved_important")
    assert "Young 2019" in ndi["source"]
    assert "very wide" in ndi["note"]


@pytest.mark.parametrize(
    ("name", "retests"),
    [
        ("mcdonnell_2005_exercise", ["2024-04-08"]),
        ("beltran_alacreu_2015_tension_type", ["2024-06-17"]),
        ("creighton_traction", ["2024-04-01", "2024-10-01"]),  # discharge, and 6 months later
        ("alpass_2004_whiplash", ["2024-03-18", "2024-07-18"]),  # seventh treatment, and 4 months later
    ],
)
def test_no_report_says_enough_for_a_decision(ask, name, retests):
    for on in retests:
        decision = ask(name, on)["decision"]
        assert (decision["retest"], decision["status"], decision["action"]) == (on, None, "hold")
        assert decision["decisions"] == []
        assert {"any_headache_change_class", "neuro_deficit_new"} <= set(decision["missing"])
        assert decision["discharge"]["possible"] == "unknown"


@pytest.mark.parametrize("on", ["2024-04-01", "2024-10-01"])
def test_a_score_without_a_baseline_is_no_change(ask, on):
    """Creighton: NDI and HDI "100 % improved" at discharge. The first scores are not given, so nothing is compared."""
    assert ask("creighton_traction", on)["progress"] == []


@pytest.mark.parametrize("on", ["2024-03-18", "2024-07-18"])
def test_a_change_that_is_only_told_is_not_measured(ask, on):
    """Alpass 2004: no headaches at both follow-ups, and no number of any measure."""
    assert ask("alpass_2004_whiplash", on)["progress"] == []


def test_the_first_worked_retest(ask):
    told = ask(WORKED, FIRST)
    days, ndi = rows(told)["any_headache_days_per_28d"], rows(told)["ndi"]
    # retest 3.4: 16 of 28, then 8 of 28 days; DE 1.320151, used as the floor 1.5
    assert (days["baseline"], days["latest"], days["days"]["design_effect"]) == (16, 8, 1.5)
    # retest 3.5
    numbers = [days["days"][key] for key in ("p_better", "p_important", "p_50")]
    assert numbers == [0.961828, 0.789250, 0.475406]
    assert (days["verdict"], days["days"]["robust"]) == ("improved_important", True)
    # retest 1.4
    assert (ndi["baseline"], ndi["latest"], ndi["threshold"], ndi["detail"]) == (18, 13, 6, "within_error")
    # retest 8: days improved_important, function not worse; 9: RESPONDING at week 4
    decision = told["decision"]
    assert (decision["status"], decision["action"]) == ("responding", "progress")
    assert decision["says"] == ["Progress, and begin to space the visits."]
    (cell,) = decision["decisions"]
    assert cell["at"] == "week 4"
    assert cell["source"].startswith("product rule, retest 9")


def test_the_second_worked_retest(ask):
    told = ask(WORKED, SECOND)
    days, ndi = rows(told)["any_headache_days_per_28d"], rows(told)["ndi"]
    # retest 3.5
    assert (days["baseline"], days["latest"], days["verdict"]) == (16, 3, "improved_important")
    numbers = [days["days"][key] for key in ("p_better", "p_important", "p_50")]
    assert numbers == [0.998990, 0.989381, 0.944450]
    # retest 1.4; against the baseline, not against the first retest
    assert (ndi["baseline"], ndi["latest"], ndi["verdict"]) == (18, 12, "improved_important")
    # retest 8: both improved_important; 9: RESPONDING_STRONG at week 8
    decision = told["decision"]
    assert (decision["status"], decision["action"]) == ("responding_strong", "progress")
    assert decision["says"] == ["Plan the discharge."]
    assert [one["at"] for one in decision["decisions"]] == ["week 8"]
    assert decision["discharge"]["possible"] == "unknown"
    assert [one["letter"] for one in decision["discharge"]["lacking"]] == ["E", "F"]


def test_a_warning_sign_at_the_retest_stands_over_a_published_gain(tmp_path, capsys):
    """Without the answer that there is none, nothing is progressed."""
    text = (EXAMPLES / f"{WORKED}.yaml").read_text("utf-8")
    path = tmp_path / "case.yaml"
    line = "    neuro_deficit_new: false\n"
    assert text.count(line) == 1
    for instead, status, action in (("    neuro_deficit_new: true\n", "red", "refer"), ("", None, "hold")):
        path.write_text(text.replace(line, instead), encoding="utf-8")
        assert main(["progress", str(path), "--json"]) == 0
        decision = json.loads(capsys.readouterr().out)["decision"]
        assert (decision["status"], decision["action"]) == (status, action)
