"""Numbers that carry where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

ASSUMED = "assumption of the demo, no clinical meaning"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number and its source; the name of the constant gives the unit."""

    value: float
    source: str


@dataclass(frozen=True, slots=True)
class Spread:
    """A normal distribution, cut off at both ends; the name of the constant gives the unit."""

    mean: float
    sd: float
    low: float
    high: float
    source: str

    def draw(self, rng: Random, step: float = 1.0, shift: float = 0.0) -> float:
        """A value inside the bounds, a multiple of ``step``; ``shift`` moves the mean."""
        while True:
            value = round(rng.gauss(self.mean + shift, self.sd) / step) * step
            if self.low <= value <= self.high:
                return value

    def whole(self, rng: Random, shift: float = 0.0) -> int:
        """A whole number inside the bounds."""
        return int(self.draw(rng, 1.0, shift))
