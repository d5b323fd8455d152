"""The how-to on pooling trials runs as it stands, prints what it says, and its commands exist."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from concordant.cli import main

PAGE = (Path(__file__).parents[2] / "docs/how-to/pool-trials.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```\n\nprints\n\n```\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = re.findall(r"^concordant (evidence .*)$", PAGE, re.MULTILINE)
ROWS = "study,yi,vi,latitude\n" + "".join(
    f"Trial {number},{0.1 * number:.1f},{0.04 + 0.01 * number:.2f},{40 + number}\n" for number in range(12)
)


def test_every_example_says_what_it_prints():
    assert len(EXAMPLES) == PAGE.count("```python") == 2


@pytest.mark.parametrize(("code", "printed"), EXAMPLES, ids=("arrays", "frames"))
def test_the_examples_print_what_the_page_says(code, printed):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == printed


@pytest.mark.parametrize("command", [one for one in COMMANDS if "trial.yaml" not in one])
def test_the_commands_of_the_page_work(command, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "trials.csv").write_text(ROWS, "utf-8")
    assert main(shlex.split(command)) == 0, capsys.readouterr().err
