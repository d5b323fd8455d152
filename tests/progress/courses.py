"""Courses for tests: a diary before and after the first treatment, forms and tests at both visits, nothing stated."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.people import FIRST_VISIT, asked_everything
from tests.record.diaries import days

RETEST = FIRST_VISIT + timedelta(days=28)
BEFORE_16 = "+++--++++--+++--++--++---++-"
AFTER_8 = "--++---+----++-----++---+---"
"""The two series of retest 3.4."""


def evenly(headaches: int, answered: int = 28, length: int = 28) -> str:
    """So many headache days of the answered ones, spread evenly; a missing day is a Monday."""
    missing = set(range(0, 7 * (length - answered), 7))
    signs = iter("+" if n * headaches // answered != (n + 1) * headaches // answered else "-" for n in range(answered))
    return "".join("." if day in missing else next(signs) for day in range(length))


def course(before: str = "", after: str = "", **changes: Any) -> dict[str, Any]:
    """The retest is as many days after the first treatment as there are signs in ``after``, at least 28."""
    retest = FIRST_VISIT + timedelta(days=max(28, len(after)))
    case = asked_everything(**changes)
    case["visits"].append({"date": retest.isoformat(), "facts": {}, "findings": []})
    case["visits"][0].setdefault("findings", [])
    case["treatments"] = [{"date": FIRST_VISIT.isoformat(), "discipline": "physiotherapist"}]
    case["diary"] = days(before + after, retest - timedelta(days=1))
    case["outcomes"] = []
    return case


def filled(case: dict[str, Any], measure: str, first: Any, latest: Any, **both: Any) -> dict[str, Any]:
    """A form at the first visit and at the retest: a total, or a list of answers; None where it was not filled in."""
    for visit, answer in zip((case["visits"][0], case["visits"][-1]), (first, latest), strict=True):
        if answer is not None:
            what = {"items": answer} if isinstance(answer, list) else {"value": answer}
            case["outcomes"].append({"date": visit["date"], "measure": measure, **what, **both})
    return case


HOW = {"instrument": "goniometer", "position": "supine", "rater": "KL", "headache_phase": "none"}


def rotated(case: dict[str, Any], visit: int, side: str, degrees: float, **how: str) -> dict[str, Any]:
    """A flexion-rotation test; ``how`` replaces parts of how it was done."""
    finding = {"fact": "frt_rotation_deg", "side": side, "value": degrees, **HOW, **how}
    case["visits"][visit]["findings"].append({key: value for key, value in finding.items() if value != ""})
    return case


def day(case: dict[str, Any]) -> date:
    """The day of the retest."""
    return date.fromisoformat(case["visits"][-1]["date"])
