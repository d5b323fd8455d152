"""The worked course from relief to strengthen: what is proposed on its days stands signed, and letters tell it."""

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from concordant.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
COURSE = EXAMPLES / "worked" / "relief_to_strengthen.yaml"
DETAILS = EXAMPLES / "letters" / "details.yaml"


def planned(capsys: pytest.CaptureFixture[str], day: str) -> dict:
    assert main(["plan", str(COURSE), "--json", "--as-of", day]) == 0
    return json.loads(capsys.readouterr().out)["plan"]


@pytest.mark.parametrize(
    ("day", "phase", "core"),
    [
        ("2024-01-08", "relief", "c1_c2_mobilisation"),
        ("2024-02-05", "restore", "dcf_stage1"),
        ("2024-03-04", "strengthen", "neck_strength_isometric"),
    ],
)
def test_each_retest_moves_it_on(capsys: pytest.CaptureFixture[str], day: str, phase: str, core: str) -> None:
    plan = planned(capsys, day)
    assert plan["phase"] == phase
    assert core in [one["id"] for one in plan["interventions"]]


@pytest.mark.parametrize(
    ("kind", "day", "told"),
    [
        ("first_assessment", "2024-01-08", ("First assessment", "C1/2 passive mobilisation")),
        ("progress", "2024-02-05", ("Headache days fell from 20.0 to 8.0", "Phase of care: restore")),
        ("progress", "2024-03-04", ("Headache days fell from 20.0 to 2.0", "Phase of care: strengthen")),
        (
            "home_programme",
            "2024-01-08",
            ("Small nod, lying down", "1 set × 10 times × 10 seconds", "For now, do half of this."),
        ),
    ],
)
def test_letters_tell_it(tmp_path: Path, kind: str, day: str, told: tuple[str, ...]) -> None:
    out = tmp_path / "letter.pdf"
    made = ["letter", str(COURSE), "--kind", kind, "--with", str(DETAILS), "--as-of", day, "-o", str(out)]
    assert main(made) == 0
    pages = PdfReader(io.BytesIO(out.read_bytes())).pages
    said = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert [one for one in told if one not in said] == []
    assert len(pages) <= 2
