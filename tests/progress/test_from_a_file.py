"""The worked examples of retest 3.3, 3.5 and 1.4 as case files through the command."""

import io
import json
import sys

import pytest

from concordant.cli import main
from concordant.record.read import read_plain
from concordant.record.write import write_yaml
from tests.people import FIRST_VISIT
from tests.progress.courses import AFTER_8, BEFORE_16, course, evenly, filled, rotated


@pytest.fixture
def ask(tmp_path, capsys):
    def run(case, *arguments):
        path = tmp_path / "case.yaml"
        path.write_text(write_yaml(read_plain(case)), encoding="utf-8")
        assert main(["progress", str(path), *arguments]) == 0
        return capsys.readouterr().out

    return run


def row(told, measure, side=None):
    (found,) = [one for one in told["progress"] if (one["measure"], one["side"]) == (measure, side)]
    return found


def days_row(ask, before, after):
    return row(json.loads(ask(course(before, after), "--json")), "any_headache_days_per_28d")


def test_sixteen_to_eight(ask):
    found = days_row(ask, BEFORE_16, AFTER_8)
    assert (found["baseline"], found["latest"], found["change"]) == (16, 8, -8)
    assert (found["verdict"], found["detail"]) == ("improved_important", "improved_important")
    numbers = found["days"]
    assert numbers["design_effect"] == 1.5
    # Sixteen days are frequent, so that a fall by 30 % matters.
    assert numbers["p_important"] == numbers["p_30"]
    assert [numbers[key] for key in ("p_better", "p_30", "p_50")] == pytest.approx([0.961828, 0.789250, 0.475406])
    ratio = [numbers[key] for key in ("rate_ratio", "rate_ratio_low", "rate_ratio_high")]
    assert ratio == pytest.approx([0.5, 0.185259, 1.238236])
    assert numbers["robust"] is True


@pytest.mark.parametrize(
    ("before", "after", "better", "detail", "verdict"),
    [
        (20, 10, 0.986329, "improved_important", "improved_important"),
        (16, 12, 0.808402, "within_error", "within_error"),
        (16, 3, 0.998990, "improved_important", "improved_important"),
        (12, 5, 0.952702, "important_but_uncertain", "within_error"),  # one window below 16 decides no gain: 3.6
        (12, 6, 0.920089, "important_but_uncertain", "within_error"),
        (8, 4, 0.856070, "important_but_uncertain", "within_error"),
        (8, 14, 0.089694, "within_error", "within_error"),
    ],
)
def test_published_windows(ask, before, after, better, detail, verdict):
    found = days_row(ask, evenly(before), evenly(after))
    assert found["days"]["p_better"] == pytest.approx(better, abs=1e-6)
    assert (found["detail"], found["verdict"]) == (detail, verdict)


def test_missing_days_leave_bounds_and_a_result_that_is_not_robust(ask):
    found = days_row(ask, evenly(14, 25), evenly(6, 24))
    numbers = found["days"]
    assert numbers["p_better"] == pytest.approx(0.965186, abs=1e-6)
    assert numbers["percent"] == pytest.approx(-55.357143)
    bounds = ("per_28", "per_28_low", "per_28_high")
    assert [numbers["baseline"][key] for key in bounds] == pytest.approx([15.68, 14, 17])
    assert [numbers["latest"][key] for key in bounds] == pytest.approx([7, 6, 10])
    assert numbers["robust"] is False


@pytest.mark.parametrize(
    ("headaches", "answered", "detail"),
    [(3, 28, "not_assessable"), (4, 28, "important_but_uncertain"), (8, 13, "not_assessable")],
)
def test_windows_that_cannot_show_a_change(ask, headaches, answered, detail):
    before = evenly(headaches, 28) if answered == 28 else "." * 15 + evenly(headaches, 13, 13)
    found = days_row(ask, before, evenly(2))
    assert found["detail"] == detail
    assert found["verdict"] == ("unknown" if detail == "not_assessable" else "within_error")


def test_two_windows_are_pooled_where_the_baseline_has_few_days(ask):
    found = days_row(ask, evenly(12), evenly(4) + evenly(4))
    assert (found["days"]["pooled"], found["days"]["latest"]["days"]) == (True, 56)
    assert found["detail"] == "improved_important"


@pytest.mark.parametrize(
    ("first", "latest", "detail"),
    [
        (18, 12, "improved_important"),
        (18, 13, "within_error"),
        (18, 18, "within_error"),
        (18, 24, "worse_beyond_error_important"),
        (4, 0, "not_assessable"),
        (4, 12, "worse_beyond_error_important"),
    ],
)
def test_neck_disability(ask, first, latest, detail):
    found = row(json.loads(ask(filled(course(), "ndi", first, latest), "--json")), "ndi")
    assert (found["detail"], found["threshold"]) == (detail, 6)
    assert "Young 2019" in found["source"]


def test_a_decision_from_a_file(ask):
    case = filled(filled(course(BEFORE_16, AFTER_8), "ndi", 18, 12), "groc", None, 3)
    told = json.loads(ask(rotated(rotated(case, 0, "right", 22), 1, "right", 36), "--json"))
    decision = told["decision"]
    assert (decision["status"], decision["action"]) == ("responding_strong", "progress")
    assert {"any_headache_change_class", "function_change_class"} <= set(decision["because"])
    assert decision["discharge"]["possible"] != "met"
    assert row(told, "frt_rotation_deg", "right")["verdict"] == "improved"


def test_the_sentences(ask):
    said = " ".join(ask(filled(course(BEFORE_16, AFTER_8), "ndi", 18, 12)).split())
    assert (
        "Headache days fell from 16.0 to 8.0 per 28 days (-50 %). Probability of a real fall: 0.96. "
        "Probability that it at least halved: 0.48. 28 and 28 days were recorded."
    ) in said
    assert "People in comparison groups without this treatment lost about 30 %." in said
    assert "changed by -6; changes under 6 points can be measurement error" in said
    assert "never proves that treatment caused it" in said


def test_without_a_diary_the_report_decides_nothing(ask):
    said = ask(filled(course(), "ndi", 18, 6))
    assert "Decision: HOLD" in said
    assert "Headache days" not in said


def test_an_earlier_day_knows_no_retest(ask):
    case = filled(course(BEFORE_16, AFTER_8), "ndi", 18, 12)
    told = json.loads(ask(case, "--json", "--as-of", FIRST_VISIT.isoformat()))
    assert told["decision"]["status"] is None
    assert {one["verdict"] for one in told["progress"]} <= {"unknown"}


def test_assess_answers_with_the_same_keys(tmp_path, capsys):
    path = tmp_path / "case.yaml"
    case = filled(course(BEFORE_16, AFTER_8), "ndi", 18, 12)
    path.write_text(write_yaml(read_plain(case)), encoding="utf-8")
    main(["progress", str(path), "--json"])
    progress = json.loads(capsys.readouterr().out)
    main(["assess", str(path), "--json"])
    whole = json.loads(capsys.readouterr().out)
    assert {"measures", "progress", "decision"} <= whole.keys()
    assert (whole["progress"], whole["decision"]) == (progress["progress"], progress["decision"])
    (ndi,) = [one for one in whole["measures"] if one["measure"] == "ndi"]
    assert (ndi["value"], ndi["reference"]) == (12, "mild")


def test_an_open_red_flag_stops_everything(ask):
    case = filled(course(BEFORE_16, AFTER_8), "ndi", 18, 12)
    case["visits"][-1]["facts"]["neuro_deficit_new"] = True
    told = json.loads(ask(case, "--json"))["decision"]
    assert (told["status"], told["action"]) == ("red", "refer")
    assert [one["id"] for one in told["decisions"]] == ["red at any time"]


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00", b"[]", b"concordant: 1\n", b"concordant: 1\nperson: {id: x}\noutcomes: [{measure: ndi}]\n"],
)
def test_a_bad_file_is_refused_without_a_traceback(content, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert main(["progress", "-"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Traceback" not in told.err


def test_a_person_without_anything(ask):
    said = ask({"concordant": 1, "person": {"id": "x"}}, "--as-of", "2024-01-08")
    assert "No visit is recorded" in said
    assert "HOLD" in said or "REFER" in said
