"""``concordant plan``: what it prints, and the keys of the answer."""

import json

import pytest

from concordant.answer import answer
from concordant.assessment import assess
from concordant.cli import main
from concordant.record.read import read_plain
from concordant.record.write import write_yaml
from tests.people import FIRST_VISIT, NOT_ASKED
from tests.plan.test_proposal import desk_worker, signed


@pytest.fixture
def told(tmp_path):
    """The command on a case."""

    def run(case, *arguments):
        path = tmp_path / "case.yaml"
        path.write_text(write_yaml(read_plain(case)), encoding="utf-8")
        return main(["plan", str(path), *arguments])

    return run


def test_the_report_says_who_does_what_and_why(told, capsys):
    assert told(desk_worker(), "--as-of", "2024-01-08") == 0
    out = capsys.readouterr().out
    for words in (
        "Phase: RELIEF",
        "C1/2 passive mobilisation",
        "because: ",
        "Deep cervical flexor training",
        "Guidelines differ: Hands-on treatment and exercise together?",
        "plan_hands_on_with_exercise",
        "in their own words: Read a whole evening",
        "Retest: 5 Feb 2024",
        "No better than placebo for neck pain.",
        "Needs a fact first",
    ):
        assert words in out
    assert max(map(len, out.splitlines())) <= 96


def test_what_must_not_be_overlooked_is_marked(told, capsys):
    case = desk_worker(osteoporosis=True, thoracic_hypomobile=True)
    case["plans"] = [signed([{"intervention": "thoracic_mobilisation"}, {"intervention": "dcf_stage1"}])]
    told(case, "--as-of", "2024-01-08")
    out = capsys.readouterr().out
    assert "!! Thoracic mobilisation" in out
    assert "Must not be given now: Weak bone" in out
    assert out.index("!! ") < out.index("Joint techniques")


def test_on_hold_it_says_so_and_offers_nothing(told, capsys):
    told(desk_worker(horner_signs=True), "--as-of", "2024-01-08")
    out = capsys.readouterr().out
    assert "Phase: HOLD" in out
    assert "No treatment today. Act first on: " in out
    assert "Deep cervical flexor" not in out


def test_before_the_screen_it_says_what_to_ask(told, capsys):
    told(desk_worker(cancer_active=NOT_ASKED), "--as-of", "2024-01-08")
    out = capsys.readouterr().out
    assert "Phase: HOLD" in out
    assert "Ask: Active cancer" in out


def test_json_has_the_keys_of_the_contract(told, capsys):
    assert told(desk_worker(), "--json", "--as-of", "2024-01-08") == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"as_of", "plan", "other_plans"}
    plan = found["plan"]
    assert {
        "phase",
        "interventions",
        "excluded",
        "retest",
        "goals",
        "profile",
        "visits",
        "needs_sign_off",
        "blocked",
        "still_unknown",
        "requested",
        "stopped_by_rule",
    } <= set(plan)
    for one in plan["interventions"]:
        assert {"id", "discipline", "because", "dose", "evidence"} <= set(one)
    assert plan["retest"] == "2024-02-05"
    mobilised = next(one for one in plan["interventions"] if one["id"] == "c1_c2_mobilisation")
    assert mobilised["discipline"] == "physiotherapist"
    assert {"frt_restricted", "concordant_c1_c2"} <= set(mobilised["because"])
    assert mobilised["dose"]["sets"] == 3
    assert mobilised["dose"]["duration_s"] == [30, 60]
    assert "10.1002/pmrj.12856" in mobilised["evidence"]


def test_traces_come_with_all(told, capsys):
    told(desk_worker(), "--json", "--all", "--as-of", "2024-01-08")
    plan = json.loads(capsys.readouterr().out)["plan"]
    assert all("trace" in one for one in plan["interventions"] if one["because"])
    assert plan["phase_exits"][0]["trace"]["truth"] == plan["phase_exits"][0]["truth"]


def test_the_answer_of_assess_holds_the_same_plan(told, capsys):
    told(desk_worker(), "--json", "--as-of", "2024-01-08")
    alone = json.loads(capsys.readouterr().out)["plan"]
    whole = json.loads(json.dumps(answer(assess(read_plain(desk_worker()), FIRST_VISIT))))
    assert whole["plan"] == alone
    assert whole["other_plans"] == []


def test_without_a_headache_there_is_no_plan(told, capsys):
    case = desk_worker()
    case["headaches"] = []
    case["visits"][0]["findings"] = []
    assert answer(assess(read_plain(case), FIRST_VISIT))["plan"] is None
    told(case, "--as-of", "2024-01-08")
    assert "nothing is planned" in capsys.readouterr().out


def test_a_bad_file_is_refused(tmp_path, capsys):
    path = tmp_path / "bad.yaml"
    path.write_text("concordant: 1\nperson: {id: x}\nfacts: {no_such_fact: 1}\n", encoding="utf-8")
    assert main(["plan", str(path)]) == 2
    captured = capsys.readouterr()
    assert not captured.out
    assert "no_such_fact" in captured.err


def test_a_day_before_all_charts_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["plan", "case.yaml", "--as-of", "0001-01-01"])
    assert "is too long ago; allowed: from 1880 on" in capsys.readouterr().err
