"""The how-to on pooling trials runs as it stands, prints what it says, and its commands exist."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from concordant.cli import main

PAGE = (Path(__file__).parents[2] / "docs/how-to/pool-trials.md").read_text("utf-8")
(CODE,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
(PRINTED,) = re.findall(r"\nprints\n\n```\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = re.findall(r"^concordant (evidence .*)$", PAGE, re.MULTILINE)
ROWS = "study,yi,vi,latitude\n" + "".join(
    f"Trial {number},{0.1 * number:.1f},{0.04 + 0.01 * number:.2f},{40 + number}\n" for number in range(12)
)


def test_the_example_prints_what_the_page_says():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == PRINTED


@pytest.mark.parametrize("command", [one for one in COMMANDS if "trial.yaml" not in one])
def test_the_commands_of_the_page_work(command, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "trials.csv").write_text(ROWS, "utf-8")
    assert main(shlex.split(command)) == 0, capsys.readouterr().err
