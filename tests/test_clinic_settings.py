"""The clinic's own settings: one signed file, read when the library is loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from concordant.settings import DECLARED
from concordant.settings.file import SettingError, read
from tests.people import asked_everything

SIGNED = 'signed_by = "A. Example, physiotherapist"\nsigned_on = 2026-11-01\n'


def file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(text, "utf-8")
    return path


def run(tmp_path: Path, settings: str, *, seconds: int) -> subprocess.CompletedProcess[str]:
    case = file(tmp_path, settings).with_name("case.json")
    case.write_text(json.dumps(asked_everything(time_to_peak_seconds=seconds)), "utf-8")
    command = [sys.executable, "-m", "concordant.cli", "assess", str(case), "--json"]
    environment = {"CONCORDANT_SETTINGS": str(tmp_path / "settings.toml"), "PATH": "", "PYTHONPATH": ":".join(sys.path)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def flags(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.returncode == 0, done.stderr
    return [one["id"] for one in json.loads(done.stdout)["safety"]["flags"]]


def test_a_changed_setting_changes_the_verdict(tmp_path):
    assert "snnoop_o1" not in flags(run(tmp_path, "", seconds=120))
    assert "snnoop_o1" in flags(run(tmp_path, f"{SIGNED}[settings]\nthunderclap_seconds = 300", seconds=120))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[settings]\nthunderclap_seconds = 300", "signed_by is missing"),
        ('signed_by = "X"\n[settings]\nthunderclap_seconds = 300', "signed_on = None is not a day"),
        (f"{SIGNED}[settings]\nthunderclap_seconds = -1", "out of range; allowed: 0 to 3600 s"),
        (f"{SIGNED}[settings]\nthunderclap_seconds = 1.5", "is not a whole number"),
        (f"{SIGNED}[settings]\nthunderclap_seconds = true", "is not a whole number"),
        (f"{SIGNED}[settings]\nzzz = 1", "no such setting: zzz; there are: "),
        # One of each room of a retest: measures, questionnaires, change, derived facts, progress.
        *(
            (f"{SIGNED}[settings]\n{wrong} = 1", f"no such setting: {wrong}; did you mean {meant}?; there are: ")
            for wrong, meant in (
                ("arom_real_chnage_deg", "arom_real_change_deg"),
                ("groc_somewhat_beter", "groc_somewhat_better"),
                ("change_beyond_chanse", "change_beyond_chance"),
                ("window_scored_day", "window_scored_days"),
                ("discharge_hold_days", "discharge_held_days"),
                ("retest_week_4_from_week", "retest_week_4_from_weeks"),
            )
        ),
        ("[settings", "is not TOML"),
        ("colour = 1", "unknown: colour; allowed: signed_by, signed_on, settings"),
        ("settings = 1", "settings = 1 is not a table"),
    ],
)
def test_a_setting_that_cannot_be_taken_is_refused_with_place_and_reason(tmp_path, text, told):
    done = run(tmp_path, text, seconds=120)
    assert (done.returncode, done.stdout) == (2, "")
    assert "settings.toml: " in done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(SettingError, match="cannot be read"):
        read(tmp_path / "nowhere.toml")


def test_who_signed_is_kept(tmp_path):
    found = read(file(tmp_path, f"{SIGNED}[settings]\nthunderclap_seconds = 90"))
    assert found.signature is not None
    assert (found.signature.by, found.signature.on) == ("A. Example, physiotherapist", date(2026, 11, 1))


def test_every_setting_says_what_it_decides_and_where_it_comes_from():
    for setting in DECLARED.values():
        assert setting.says.endswith("."), setting.name
        assert setting.source, setting.name
        assert setting.low <= setting.default <= setting.high, setting.name
