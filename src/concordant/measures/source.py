"""Where a number comes from, and how far anybody here has checked it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Known(Enum):
    """How a number is known."""

    READ = "read"
    RECALLED = "recalled, not checked"
    DERIVED = "derived from numbers that were read"
    CHOSEN = "product rule"


@dataclass(frozen=True, slots=True)
class Source:
    """A paper, or the reasoning behind a number."""

    words: str
    known: Known
    doi: str = ""
    """Empty where the paper has none, or where it was not seen."""

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("a source says where the number is from")

    def __str__(self) -> str:
        return f"{self.words}{f', doi:{self.doi}' if self.doi else ''} ({self.known.value})"
