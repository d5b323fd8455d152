"""The values that a fact can take, beside Python's own bool, str, date and frozenset."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias


class _Marker:
    """A named constant that is only equal to itself."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return self._name

    def __reduce__(self) -> str:
        return self._name

    def __bool__(self) -> bool:
        raise TypeError(f"{self._name} is neither true nor false; ask for it by name")


UNKNOWN: Final = _Marker("UNKNOWN")
"""Nobody has said. Never to be read as false, zero or normal."""

NEVER: Final = _Marker("NEVER")
"""The answer null of a fact that allows it: there is no such number because it never happened."""


@dataclass(frozen=True, slots=True)
class Span:
    """A closed interval of numbers, low to high.

    Serves two purposes with one arithmetic: a usual range (attack length 4 to 24 h) and a number known
    only within bounds (13 to 18 headache days, because five diary days are missing).
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        if math.isnan(self.low) or math.isnan(self.high) or self.low > self.high:
            raise ValueError(f"a span needs low <= high, not {self.low} to {self.high}")

    @property
    def exact(self) -> bool:
        """True where low and high are the same number."""
        return self.low == self.high

    def __str__(self) -> str:
        if math.isinf(self.high):
            return f"at least {plain(self.low)}"
        return plain(self.low) if self.exact else f"{plain(self.low)} to {plain(self.high)}"


Value: TypeAlias = (
    "bool | int | float | str | date | Span | frozenset[str] | Mapping[str, object] | tuple[object, ...] | _Marker"
)
Number: TypeAlias = "int | float"


def plain(number: float) -> str:
    """A number as people write it: 12, 12.5, 0.964."""
    return f"{round(number, 6):g}" if abs(number) < 1e6 else f"{number:.0f}"
