"""Ending a solver before its time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
ASKED_EVERY = 0.2
"""Seconds."""


def never() -> bool:
    """Nobody says stop."""
    return False


def unless(stop: Callable[[], bool], work: Callable[[], T], end: Callable[[], None]) -> T:
    """What ``work`` gives, in another thread. Meanwhile ``stop`` is asked in this one, and after a yes ``end`` is
    called, so that the work gives what it has."""
    with ThreadPoolExecutor(1) as beside:
        job = beside.submit(work)
        while True:
            try:
                return job.result(timeout=ASKED_EVERY)
            except TimeoutError:
                if not job.done() and stop():
                    end()
