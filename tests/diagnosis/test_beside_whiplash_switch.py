"""The switch of step W4: a clinic may code 11.2.1 beside a headache after whiplash; by default it is not coded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ASKED = """
from tests.people import asked_everything, assessed, crash
found = assessed(asked_everything(**crash(60, 3), temporal_relation_neck="established"))
print(*(found.diagnosis(code, "A").status.value for code in ("5.3", "11.2.1")))
"""


@pytest.mark.parametrize(("setting", "statuses"), [("false", "definite excluded"), ("true", "definite definite")])
def test_11_2_1_beside_5_3(tmp_path, setting, statuses):
    chosen = tmp_path / "clinic.toml"
    chosen.write_text(
        f"signed_by = 'A. Clinician'\nsigned_on = 2024-01-01\n[settings]\nallow_11_2_1_with_5_x = {setting}\n", "utf-8"
    )
    root = Path(__file__).parents[2]
    environment = os.environ | {"CONCORDANT_SETTINGS": str(chosen), "PYTHONPATH": f"{root / 'src'}:{root}"}
    done = subprocess.run([sys.executable, "-c", ASKED], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == (statuses, "")
