"""Questionnaires that ask somebody to act: told in the answer and in both reports, with form, day and source."""

import json
from datetime import date

import pytest

from concordant.answer import answer
from concordant.cli import main
from concordant.progress_report import progress_report
from concordant.record.derive.asking_to_act import asked_to_act
from concordant.record.read import read_plain
from concordant.record.write import write_yaml
from concordant.report import report
from tests.people import FIRST_VISIT, asked_everything, assessed

TODAY = date(2024, 2, 5)
FIRST = FIRST_VISIT.isoformat()


def case(*outcomes):
    found = asked_everything()
    found["outcomes"] = [{"date": day, "measure": measure, **what} for day, measure, what in outcomes]
    return found


LOW = ("2024-02-05", "phq4", {"items": [0, 0, 2, 1]})
CALM = ("2024-02-05", "phq4", {"items": [0, 0, 0, 0]})


def keys(*outcomes, as_of=TODAY):
    return [one.flag.key for one in asked_to_act(assessed(case(*outcomes), as_of).record)]


@pytest.mark.parametrize(
    ("outcomes", "found"),
    [
        ((), []),
        ((LOW,), ["phq2_positive"]),
        ((CALM,), []),
        (((FIRST, "phq4", {"items": [3, 3, 3, 3]}), CALM), []),
        (((FIRST, "phq4", {"items": [0, 0, 0, 0]}), LOW), ["phq2_positive"]),
        ((("2024-02-05", "phq4", {"value": 4}),), []),
        ((("2024-02-05", "phq4", {"value": 5}),), ["phq4_half_positive"]),
        (
            (("2024-02-05", "gad2", {"value": 3}), ("2024-01-29", "phq2", {"value": 4})),
            ["phq2_positive", "gad2_positive"],
        ),
        ((("2024-02-05", "ndi", {"value": 50}),), []),
    ],
)
def test_the_newest_form_decides(outcomes, found):
    assert sorted(keys(*outcomes)) == sorted(found)


def test_a_form_of_later_is_not_known_yet():
    assert keys(LOW, as_of=FIRST_VISIT) == []


def test_the_answer_tells_it_with_its_source():
    (told,) = answer(assessed(case(LOW), TODAY))["decision"]["questionnaire_flags"]
    assert (told["id"], told["measure"], told["date"]) == ("phq2_positive", "phq4", "2024-02-05")
    assert told["says"] == "The screen for low mood is positive: 3 of 6, from 3 on."
    assert "ask the safety question" in told["do"]
    assert told["source"] == "outcomes 2.2"


@pytest.mark.parametrize("written", [report, progress_report])
def test_both_reports_tell_it(written):
    text = " ".join(written(assessed(case(LOW), TODAY)).split())
    assert "2024-02-05: The screen for low mood is positive: 3 of 6, from 3 on. Talk with the person" in text
    assert "(outcomes 2.2)" in text
    assert "screen for low mood" not in " ".join(written(assessed(case(CALM), TODAY)).split())


@pytest.mark.parametrize("command", ["assess", "progress"])
def test_the_command_tells_it_and_the_results_by_the_name_of_their_fact(command, tmp_path, capsys):
    path = tmp_path / "case.yaml"
    path.write_text(write_yaml(read_plain(case(LOW))), encoding="utf-8")
    assert main([command, str(path), "--json", "--as-of", "2024-02-05"]) == 0
    decision = json.loads(capsys.readouterr().out)["decision"]
    assert [one["id"] for one in decision["questionnaire_flags"]] == ["phq2_positive"]
    assert decision["facts"] == {
        "response_status": None,
        "relapse_threshold_days_per_28d": None,
        "relapse_since_discharge": None,
    }
