"""From the shell: how long until `concordant assess` has answered."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from timing import milliseconds, say, summary

EXAMPLE = sorted((Path(__file__).parent.parent / "examples").glob("*.yaml"))[0]


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def main() -> None:
    """Time bare Python, the import of the rules, and a whole assessment."""
    bare = summary(milliseconds(lambda: _run("-c", "pass"), repeats=10))
    imported = summary(milliseconds(lambda: _run("-c", "import concordant.assessment"), repeats=10))
    whole = summary(milliseconds(lambda: _run("-m", "concordant.cli", "assess", str(EXAMPLE)), repeats=10))
    say("start Python", **bare)
    say("import every rule", **imported, times_bare_python=round(imported["median_ms"] / bare["median_ms"], 1))
    say("concordant assess FILE", **whole, times_bare_python=round(whole["median_ms"] / bare["median_ms"], 1))


if __name__ == "__main__":
    main()
