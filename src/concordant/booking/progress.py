"""What a solver tells while it works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Progress:
    """The best calendar so far."""

    seconds: float
    """Since the start."""
    unplaced: int
    bound: int | None = None
    """Proven: no calendar leaves fewer visits unplaced."""


Listener: TypeAlias = Callable[[Progress], None]
"""Is told whenever there is something better."""
