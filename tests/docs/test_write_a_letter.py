"""The how-to on letters runs as it stands and names every kind."""

import re
import shutil
from pathlib import Path

import yaml

from concordant.letters.kinds import KINDS
from tests.letters.letters import retested, signed
from tests.progress.courses import day

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/how-to/write-a-letter.md").read_text("utf-8")


def test_every_kind_is_named():
    for kind in KINDS:
        assert f"`{kind}`" in PAGE


def test_the_python_runs_and_keeps_what_was_changed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples/letters", "examples/letters")
    case = retested()
    Path("case.yaml").write_text(yaml.safe_dump(signed(case, day(case))), "utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(compile(code, "write-a-letter.md", "exec"), {})  # noqa: S102  (the page itself)
    assert capsys.readouterr().out == "()\n"
    assert Path("letter.pdf").read_bytes().startswith(b"%PDF")
    assert '"edits":{"0.0":"She is well."}' in Path("letter.json").read_text("utf-8")


def test_what_is_missing_is_told_in_these_words(capsys):
    told = re.search(r"the letter is not written:\n(.*?)```", PAGE, re.DOTALL).group(1)
    assert "  - The assessment as of 5 Feb 2024 is not signed.\n" in told
    assert "  - No consent is on record: sending records to the physician.\n" in told
