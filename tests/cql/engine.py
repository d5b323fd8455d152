"""Other people's engines, run in Node: cql-execution, and the translator of CQL text."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent / "node"


def _why_not() -> str:
    if shutil.which("node") is None:
        return "Node is not installed; it is used for this check only"
    if not (HERE / "node_modules" / "cql-execution").is_dir():
        return "cql-execution is not installed; `make test` installs it where npm is there"
    return ""


needs_node = pytest.mark.skipif(bool(_why_not()), reason=_why_not())


def _node(script: str, *arguments: str, given: str) -> str:
    command = ["node", str(HERE / script), *arguments]
    done = subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def evaluated(document: dict[str, Any], people: Iterable[dict[str, Any]], folder: Path) -> list[dict[str, Any]]:
    """What cql-execution finds for each set of parameters: verdicts by definition, and conflicts."""
    library = folder / "library.json"
    library.write_text(json.dumps(document), encoding="utf-8")
    lines = _node("run.mjs", str(library), given="".join(json.dumps(one) + "\n" for one in people))
    return [json.loads(line) for line in lines.splitlines()]


def translated(text: str) -> dict[str, Any]:
    """CQL text in ELM, as the translator of the CQL reference implementation has it."""
    found: dict[str, Any] = json.loads(_node("translate.mjs", given=text))
    return found


def bare(document: Any) -> Any:
    """ELM without what only explains it."""
    if isinstance(document, list):
        return [bare(one) for one in document]
    if not isinstance(document, dict):
        return document
    kept = {name: value for name, value in document.items() if name not in ("annotation", "signature")}
    return {name: bare(value) for name, value in kept.items() if value or name not in ("let", "relationship")}
