"""The command: what it prints, where, and with which exit status."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from concordant.cli import main
from concordant.record.read import read_plain
from concordant.record.write import write_yaml
from tests.people import asked_everything
from tests.progress.courses import course, filled

EXAMPLES = Path(__file__).parents[1] / "examples"
EMERGENCY = EXAMPLES / "mourad_2021_craniopharyngioma.yaml"
CALM = EXAMPLES / "mcdonnell_2005_exercise.yaml"


@pytest.fixture
def everything(tmp_path):
    path = tmp_path / "everything.yaml"
    path.write_text(write_yaml(read_plain(asked_everything())), encoding="utf-8")
    return path


def test_the_report_begins_with_safety(capsys):
    assert main(["assess", str(EMERGENCY)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == "Safety: STOP: no manual therapy"
    assert lines[3].startswith("  EMERGENCY: ")


def test_the_report_says_what_a_careful_reader_would(capsys):
    main(["assess", str(CALM)])
    out = capsys.readouterr().out
    assert "UNDETERMINED 11.2.1  Cervicogenic headache" in out
    assert "not asked, so not clear" in out


def test_json_has_the_keys_of_the_contract(capsys):
    assert main(["assess", str(EMERGENCY), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert {"as_of", "safety", "diagnoses"} <= answer.keys()
    assert set(answer["safety"]["flags"][0]) == {
        "id",
        "name",
        "action",
        "do",
        "by",
        "until",
        "because",
        "forbids",
        "source",
        "disputed",
    }
    assert {"code", "name", "headache", "status", "criteria", "missing", "because", "source", "trace"} <= set(
        answer["diagnoses"][0]
    )


def test_excluded_diagnoses_are_left_out_without_all(everything, capsys):
    main(["assess", str(everything), "--json"])
    some = json.loads(capsys.readouterr().out)["diagnoses"]
    main(["assess", str(everything), "--json", "--all"])
    every = json.loads(capsys.readouterr().out)["diagnoses"]
    assert {one["status"] for one in every} - {one["status"] for one in some} == {"excluded"}


def test_an_earlier_day_knows_less(capsys):
    path = str(EXAMPLES / "creighton_traction.yaml")
    main(["assess", path, "--json", "--as-of", "2024-02-05"])
    before = json.loads(capsys.readouterr().out)["diagnoses"][0]
    main(["assess", path, "--json"])
    after = json.loads(capsys.readouterr().out)["diagnoses"][0]
    assert (before["code"], after["code"]) == ("11.2.1", "11.2.1")
    assert "headache_change_class" not in before["because"]
    assert "headache_change_class" in after["because"]


@pytest.mark.parametrize(("path", "status"), [(EMERGENCY, 3), (CALM, 0)])
def test_fail_on_flag(path, status, capsys):
    assert main(["assess", str(path), "--fail-on-flag"]) == status
    assert capsys.readouterr().out


def test_a_bad_file_says_where_on_standard_error_and_nothing_else(tmp_path, capsys):
    path = tmp_path / "bad.yaml"
    path.write_text("concordant: 1\nperson: {id: x}\nheadaches:\n  - id: A\n    facts: {laterality: left}\n")
    assert main(["assess", str(path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        f"{path}: line 5, headaches[0].facts.laterality: 'left' is not allowed; "
        "allowed: one of left_always, right_always, one_sided_alternating, bilateral, unknown\n"
    )


def test_standard_input(everything, monkeypatch, capsys):
    stdin = io.TextIOWrapper(io.BytesIO(everything.read_bytes()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["assess", "-"]) == 0
    assert "Headache A" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["assess", "no/such/file.yaml"], ["assess", "."], ["assess", os.devnull]])
def test_what_cannot_be_read_is_no_traceback(arguments, capsys):
    assert main(arguments) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_huge_file_is_refused_before_it_is_read(tmp_path, capsys):
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert main(["assess", str(path)]) == 2
    assert "50,000,000 bytes" in capsys.readouterr().err


def test_a_bad_date_is_a_usage_error():
    with pytest.raises(SystemExit) as left:
        main(["assess", str(CALM), "--as-of", "2024-13-01"])
    assert left.value.code == 2


def test_a_reader_that_goes_away_early_leaves_no_traceback():
    command = [sys.executable, "-m", "concordant.cli", "assess", str(EMERGENCY), "--json", "--all"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_the_schema_is_printed_as_json(capsys):
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["concordant"] == {"const": 1}


def test_rules_that_contradict_each_other_end_the_command_and_are_named(capsys, monkeypatch):
    from concordant import assessment
    from concordant.criteria import Book, decide, yes
    from concordant.facts.history.pattern import headache_present

    twice = decide(met_if=yes(headache_present), not_met_if=yes(headache_present))
    monkeypatch.setattr(assessment, "BOOK", Book(dict(assessment.BOOK) | {"11.2.1": twice}))
    assert main(["assess", str(EMERGENCY)]) == 4
    said = capsys.readouterr()
    assert said.out == ""
    assert "rule 11.2.1: two conditions answer differently for the same case" in said.err
    assert '"Headache present (last 12 months): yes" says met' in said.err


def test_contradictions_stand_in_the_answer_and_the_report(capsys, tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text(
        "concordant: 1\n"
        "person: {id: p1, sex: male}\n"
        "episode: {started: 2024-01-08}\n"
        "facts: {pregnant_or_postpartum: pregnant}\n"
    )
    assert main(["assess", str(file), "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["contradictions"]
    assert found["id"] == "pregnant_and_male"
    assert found["unknown"] == ["sex", "pregnant_or_postpartum"]
    assert [(entry["fact"], entry["value"], entry["place"]) for entry in found["entries"]] == [
        ("pregnant_or_postpartum", "Pregnant", "line 4"),
        ("sex", "Male", "line 2"),
    ]
    assert main(["assess", str(file)]) == 0
    report = capsys.readouterr().out
    assert "These entries contradict each other" in report
    assert "Recorded sex: Male" in report
    # What either entry raises stays open.
    assert "the flag stays open until it is settled" in report


@pytest.mark.parametrize("command", ["assess", "progress"])
def test_without_a_day_nothing_in_the_file_is_not_yet_known(command, tmp_path, capsys):
    """A score of the retest that was typed in nine days later counts; as of the day itself it was not known."""
    case = filled(course(), "ndi", 18, 12)
    case["outcomes"][-1]["recorded"] = "2024-02-14T09:00:00-08:00"
    path = tmp_path / "case.yaml"
    path.write_text(write_yaml(read_plain(case)), encoding="utf-8")
    assert main([command, str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["as_of"] == "2024-02-14"
    assert [one["latest"] for one in told["progress"] if one["measure"] == "ndi"] == [12]
    assert main([command, str(path), "--json", "--as-of", "2024-02-13"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one for one in told["progress"] if one["measure"] == "ndi"] == []


def test_the_day_is_the_last_one_where_all_was_written_down_by_then(tmp_path, capsys):
    case = filled(course(), "ndi", 18, 12)
    case["outcomes"][-1]["recorded"] = "2024-02-01T09:00:00-08:00"
    path = tmp_path / "case.yaml"
    path.write_text(write_yaml(read_plain(case)), encoding="utf-8")
    main(["progress", str(path), "--json"])
    assert json.loads(capsys.readouterr().out)["as_of"] == read_plain(case).last_day().isoformat()
