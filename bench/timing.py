"""Repeated timing, and one line of JSON for each figure."""

from __future__ import annotations

import json
import platform
import statistics
import time
from collections.abc import Callable
from typing import Any


def milliseconds(work: Callable[[], Any], *, repeats: int, warm: int = 3) -> list[float]:
    """The time of each repeat, after a few that are not counted."""
    for _ in range(warm):
        work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return times


def summary(times: list[float]) -> dict[str, float]:
    """Median, 95th percentile and best, in milliseconds."""
    ordered = sorted(times)
    return {
        "median_ms": round(statistics.median(ordered), 3),
        "p95_ms": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 3),
        "best_ms": round(ordered[0], 3),
    }


def say(what: str, **figures: Any) -> None:
    """Print one figure."""
    print(json.dumps({"bench": what, "python": platform.python_version(), **figures}), flush=True)
