"""Ending a solver before its time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

ASKED_EVERY = 0.2
"""Seconds."""


@contextmanager
def stopped_by(stop: Callable[[], bool] | None, end: Callable[[], None]) -> Iterator[None]:
    """While the body runs, ``end`` is called as soon as ``stop`` says yes."""
    if stop is None:
        yield
        return
    is_over = threading.Event()

    def watch() -> None:
        while not is_over.wait(ASKED_EVERY):
            if stop():
                end()
                return

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield
    finally:
        is_over.set()
        watching.join()
