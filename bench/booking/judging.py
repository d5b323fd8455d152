"""What an answer is worth, by rules and tiers that are written apart from every solver, and by an outside checker."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from booking.rows import Asked, Made, read

from concordant.booking import (
    Change,
    broken_after,
    broken_answer,
    changed_tiers_of,
    report_of,
    tiers_of,
    written,
)

SHARES = ("placed_percent", "paired_percent", "tight_percent", "continuity_percent", "preferred_percent")


def judged(asked: Asked, made: Made, checker: Path | None) -> dict[str, Any]:
    """The figures of one answer. A broken rule is told, and nothing else is worth knowing then."""
    instance, event = read(asked)
    change = None if event is None else Change(instance, event)
    solution = made.solution
    if change is None:
        broken = broken_answer(instance, solution)
        tiers, report = tiers_of(instance, solution.placed).numbers(), report_of(instance, solution.placed)
    else:
        broken = broken_after(change, solution)
        tiers = changed_tiers_of(change, solution.placed).numbers()
        report = report_of(change.instance, solution.placed)
    if broken:
        return {"broken_rules": len(broken), "first_broken": str(broken[0])}
    shares = report.numbers()
    found: dict[str, Any] = {
        **{name: shares[name] for name in SHARES},
        "tiers": tiers,
        "people_complete": report.people_complete,
        "worst_person_unplaced": report.worst_person_unplaced,
        "seconds": round(made.seconds, 2),
        "processor_seconds": round(made.processor_seconds, 2),
        "peak_mb": made.peak_mb,
    }
    return found if checker is None else {**found, **_outside(asked, made, tiers, checker)}


def _outside(asked: Asked, made: Made, tiers: dict[str, int], checker: Path) -> dict[str, Any]:
    """What a checker of the file formats says: ``python CHECKER INSTANCE ANSWER [--event EVENT] --json``."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as answer:
        json.dump(written(made.solution), answer)
        answer.flush()
        event = [] if asked.event is None else ["--event", str(asked.event)]
        command = [sys.executable, str(checker), str(asked.instance), answer.name, *event, "--json"]
        told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode not in {0, 1}:
        return {"checker": told.stderr.strip()}
    says = json.loads(told.stdout)
    return {
        "checker": "no rule broken" if says["ok"] else says["broken"][:3],
        "checker_same_tiers": says["tiers"] == tiers,
        "checker_false_reasons": says["info"]["false_reasons"],
        "checker_could_still_be_placed": says["info"]["insertable"],
    }
