"""How far, how fast, how long yet: one line on standard error."""

from __future__ import annotations

import sys
import threading
from time import monotonic
from typing import TextIO

_SECONDS = 1.0
"""A terminal is told at most so often; a log file ten times as seldom."""


class Progress:
    """Counts rows from any thread."""

    def __init__(self, whole: int, out: TextIO | None = None) -> None:
        self._whole = whole
        self._out = out or sys.stderr
        self._done = 0
        self._lock = threading.Lock()
        self._began = self._told = monotonic()
        self._pause = _SECONDS if self._out.isatty() else 10 * _SECONDS

    def add(self, rows: int) -> None:
        """So many more are done."""
        with self._lock:
            self._done += rows
            now = monotonic()
            if now - self._told >= self._pause:
                self._told = now
                self._tell(now, "\r" if self._out.isatty() else "\n")

    def finish(self) -> None:
        """The last line."""
        with self._lock:
            self._tell(monotonic(), "\n")

    def _tell(self, now: float, end: str) -> None:
        rate = self._done / max(now - self._began, 1e-9)
        left = (self._whole - self._done) / rate if rate else 0.0
        words = f"{self._done:,} of {self._whole:,} rows, {rate:,.0f} rows/s, {left:,.0f} s left"
        print(f"{words:<70}", end=end, file=self._out, flush=True)
