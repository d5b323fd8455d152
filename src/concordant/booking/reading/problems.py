"""What is wrong with a file of booking, and how large one may be."""

from __future__ import annotations

from collections.abc import Sequence

from concordant.record.problems import Problem

MOST_BYTES = 16 * 1024 * 1024
"""A clinic of nine clinicians and twelve weeks takes about 0.6 MB."""
MOST_SHOWN = 100


class BookingFileError(ValueError):
    """A file that cannot be read; holds every problem found. Its text shows the first hundred."""

    def __init__(self, problems: Sequence[Problem], name: str = "") -> None:
        self.problems = tuple(problems)
        self.name = name
        lines = [f"{name + ': ' if name else ''}{problem}" for problem in self.problems[:MOST_SHOWN]]
        if (more := len(self.problems) - MOST_SHOWN) > 0:
            lines.append(f"… and {more} more")
        super().__init__("\n".join(lines))
