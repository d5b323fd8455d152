"""Settings of this room: declared once, and read by what decides."""

import subprocess
import sys

import pytest

SIGNED = 'signed_by = "A. Example, physiotherapist"\nsigned_on = 2026-11-01\n[settings]\n'


def told(tmp_path, settings, sentence):
    """What a fresh process says under a clinic's settings."""
    file = tmp_path / "settings.toml"
    file.write_text(SIGNED + settings, "utf-8")
    code = f"from concordant.measures import *\n{sentence}"
    environment = {"CONCORDANT_SETTINGS": str(file), "PATH": "", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_recalled_norms_can_be_switched_off(tmp_path):
    ask = 'print(deficit(MEASURES["arom_flexion_deg"], 10, age=40).beyond)'
    assert told(tmp_path, "recalled_range_norms = true", ask) == "True"
    assert told(tmp_path, "recalled_range_norms = false", ask) == "None"
    why = 'print(against_norm(MEASURES["arom_flexion_deg"], 10, age=40).words)'
    assert "switched off" in told(tmp_path, "recalled_range_norms = false", why)


@pytest.mark.parametrize(
    ("settings", "sentence", "answer"),
    [
        ("arom_reduced_z = 1.0", 'print(deficit(MEASURES["arom_flexion_deg"], 39, age=40).beyond)', "True"),
        ("frt_cut_off_60_69 = 32", 'print(deficit(MEASURES["frt_rotation_deg"], 32, age=65).beyond)', "True"),
        ("other_rater_factor = 1.0", 'print(MEASURES["frt_rotation_deg"].change.between_raters(False)[0])', "7.0"),
        ("ccft_impaired_index = 20", 'print(deficit(MEASURES["ccft_performance_index"], 30).beyond)', "False"),
    ],
)
def test_a_changed_setting_changes_what_is_told(tmp_path, settings, sentence, answer):
    assert told(tmp_path, settings, sentence) == answer
