"""Repeated timing, and one line of JSON for each figure."""

from __future__ import annotations

import json
import os
import platform
import statistics
import time
from collections.abc import Callable
from typing import Any


def milliseconds(
    work: Callable[[], Any], *, repeats: int, warm: int = 3, clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """The time of each repeat, after a few that are not counted."""
    for _ in range(warm):
        work()
    times = []
    for _ in range(repeats):
        start = clock()
        work()
        times.append((clock() - start) * 1000)
    return times


def summary(times: list[float]) -> dict[str, float]:
    """Median, 95th percentile and best, in milliseconds."""
    ordered = sorted(times)
    return {
        "median_ms": round(statistics.median(ordered), 3),
        "p95_ms": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 3),
        "best_ms": round(ordered[0], 3),
    }


def processor(work: Callable[[], Any], *, repeats: int) -> dict[str, float]:
    """Median and best of the processor's own time: on a machine that others use too the clock on the wall says less."""
    found = summary(milliseconds(work, repeats=repeats, clock=time.process_time))
    return {"cpu_median_ms": found["median_ms"], "cpu_best_ms": found["best_ms"]}


def say(what: str, **figures: Any) -> None:
    """Print one figure, with how many others wanted the processor meanwhile."""
    load = round(os.getloadavg()[0], 1)
    print(json.dumps({"bench": what, "python": platform.python_version(), "load": load, **figures}), flush=True)
