"""``concordant book``: files in, a calendar out, and nothing written where something is wrong."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from concordant.booking import broken_answer, read_instance, read_solution
from concordant.cli import main
from tests.booking.files import FOLDER, problem, raw
from tests.booking.tiny import clinic, clinician, person, visit


@pytest.fixture
def told(tmp_path):
    """The command on a file or on plain values; the code, and where the calendar would be."""

    def run(of, *arguments):
        path = FOLDER / f"{of}.json" if isinstance(of, str) else tmp_path / "in.json"
        if not isinstance(of, str):
            path.write_text(json.dumps(of), encoding="utf-8")
        out = tmp_path / "out.json"
        return main(["book", str(path), "-o", str(out), "--time-limit", "2", *arguments]), out

    return run


def test_a_calendar_is_written_that_keeps_the_rules(told, capsys):
    code, out = told("small-a")
    assert code == 0
    solution = read_solution(out.read_bytes(), problem("small-a"))
    assert broken_answer(problem("small-a"), solution) == ()
    shown = capsys.readouterr().out
    assert "visits not placed" in shown
    assert "people have their whole series" in shown
    assert "About 795 minutes of massage fall into 9 Mar 2026 to 15 Mar 2026; M1 can work 780." in shown
    assert [path.name for path in out.parent.iterdir()] == ["out.json"]


def test_as_json_only_the_answer_goes_to_standard_output(told, capsys):
    code, _ = told("small-a", "--json")
    captured = capsys.readouterr()
    answer = json.loads(captured.out)
    assert code == 0
    assert list(answer["tiers"])[:3] == ["urgent_unplaced", "urgent_late_days", "unplaced"]
    assert answer["report"]["visits"] == 149
    assert answer["over"][0]["clinicians"] == ["M1"]
    assert "not placed" in captured.err


def test_an_event_is_repaired(told, capsys):
    code, out = told("small-a", "--event", str(FOLDER / "small-a.absence.json"))
    assert code == 0
    assert "visits that stood and stand no more" in capsys.readouterr().out
    assert len(json.loads(out.read_text())["placed"]) > 100


def test_ctrl_c_writes_the_best_so_far(tmp_path):
    """As in a terminal, where every process of the command hears it, and after the solver has been at work."""
    out = tmp_path / "out.json"
    command = [sys.executable, "-m", "concordant.cli", "book", str(FOLDER / "small-a.json"), "-o", str(out)]
    with subprocess.Popen(
        [*command, "--time-limit", "3600"], stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as running:
        assert running.stdout is not None
        next(line for line in running.stdout if " 7 not placed" in line)
        os.killpg(running.pid, signal.SIGINT)
        rest = running.stdout.read()
        assert running.wait(60) == 0
    assert "visits not placed" in rest
    assert broken_answer(problem("small-a"), read_solution(out.read_bytes(), problem("small-a"))) == ()


def test_ctrl_c_after_an_event_writes_the_best_so_far(tmp_path):
    """The absence is asked again and again from here, so that it is caught at work."""
    out = tmp_path / "out.json"
    code = (
        "import concordant.booking.absence.repair as repair; repair.SMALL = 0; repair.QUIET = 10**9\n"
        "from concordant.cli import main; import sys; sys.exit(main())"
    )
    command = [sys.executable, "-c", code, "book", str(FOLDER / "small-a.json"), "-o", str(out)]
    event_file = str(FOLDER / "small-a.absence.json")
    with subprocess.Popen(
        [*command, "--event", event_file, "--time-limit", "3600"], stdout=subprocess.PIPE, text=True,
        start_new_session=True,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        next(line for line in running.stdout if "not placed" in line)
        time.sleep(1)
        os.killpg(running.pid, signal.SIGINT)
        running.stdout.read()
        assert running.wait(60) == 0
    assert len(json.loads(out.read_text())["placed"]) > 100


def test_what_would_help_is_said_and_written(told, capsys):
    code, out = told("small-a", "--helps", "2")
    assert code == 0
    assert sum("helps" in each for each in json.loads(out.read_text())["unplaced"]) == 2
    shown = capsys.readouterr().out
    assert shown.count("has no place:") == 2
    assert "It fits on" in shown
    code, out = told("small-a", "--helps", "0")
    assert code == 0
    assert not any("helps" in each for each in json.loads(out.read_text())["unplaced"])


@pytest.mark.parametrize("helps", ["-1", "many", "9999999"])
def test_how_many_are_helped_is_a_number(told, helps, capsys):
    with pytest.raises(SystemExit):
        told("small-a", "--helps", helps)
    assert "is no number of visits" in capsys.readouterr().err


def test_what_would_be_ignored_is_refused(told, capsys):
    code, out = told("small-a", "--event", str(FOLDER / "small-a.absence.json"), "--continuity", "3")
    assert code == 2
    assert not out.exists()
    assert "--continuity counts where a calendar is made anew" in capsys.readouterr().err


def test_a_folder_is_no_file_to_write_to(tmp_path, capsys):
    code = main(["book", str(FOLDER / "small-a.json"), "-o", str(tmp_path), "--time-limit", "600"])
    assert code == 2
    assert "is a folder" in capsys.readouterr().err


def test_a_killed_command_leaves_no_process_behind(tmp_path):
    command = [sys.executable, "-m", "concordant.cli", "book", str(FOLDER / "small-a.json"), "-o", str(tmp_path / "o")]
    with subprocess.Popen(
        [*command, "--time-limit", "3600"], stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as running:
        assert running.stdout is not None
        next(line for line in running.stdout if "not placed" in line)
        running.kill()
        running.stdout.read()  # ends when nobody holds its other end any more
    assert not list(tmp_path.iterdir())


def test_a_proven_shortage_is_said_before_anything_is_placed(told, capsys):
    one_day = clinician("P", "physio", shifts=[["2026-03-02", "09:00", "13:00"]])
    people = [person(f"N{n}", [visit(f"v{n}")]) for n in range(5)]
    assert told(clinic(people, clinicians=[one_day]))[0] == 0
    assert capsys.readouterr().out.startswith("Too much physiotherapy from 2 Mar 2026 to 8 Mar 2026: 300 minutes")


def test_of_a_bad_file_every_problem_is_told_and_what_was_there_stays(told, capsys):
    values = raw("small-a")
    values["grid_minutes"] = 0
    values["people"][0]["visits"][0]["latest"] = "soon"
    code, out = told(values)
    assert code == 2
    assert not out.exists()
    error = capsys.readouterr().err
    assert "grid_minutes: 0; allowed" in error
    assert "people[0].visits[0].latest: 'soon'; allowed" in error
    out.write_text("old")
    assert told(values)[0] == 2
    assert out.read_text() == "old"


def test_a_file_that_is_not_there_and_a_folder_that_is_not_there(told, tmp_path, capsys):
    assert main(["book", str(tmp_path / "no.json"), "-o", str(tmp_path / "out.json")]) == 2
    assert main(["book", str(FOLDER / "small-a.json"), "-o", str(tmp_path / "no" / "out.json")]) == 2
    assert told("small-a", "--event", str(tmp_path / "no.json"))[0] == 2
    assert capsys.readouterr().err.count("\n") == 3


@pytest.mark.parametrize("limit", ["0", "-1", "nan", "inf", "soon", "1e9"])
def test_a_time_limit_is_a_number_of_seconds(limit, capsys):
    with pytest.raises(SystemExit) as left:
        main(["book", "x", "-o", "y", "--time-limit", limit])
    assert left.value.code == 2


def test_names_cannot_steer_the_terminal(told, capsys):
    one_day = clinician("P\x1b[31m", "physio", shifts=[["2026-03-02", "09:00", "13:00"]])
    people = [person(f"N{n}", [visit(f"v{n}")]) for n in range(5)]
    code, out = told(clinic(people, clinicians=[one_day]))
    assert code == 0
    assert "\x1b" not in capsys.readouterr().out
    assert read_instance(json.dumps(clinic(people, clinicians=[one_day]))).clinicians[0].id.endswith("[31m")
    assert "\\u001b" in out.read_text()
