"""What a score can be, and which way is better (outcomes 2.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from concordant.change.arguments import is_one, refuse, within

if TYPE_CHECKING:
    from concordant.change.arguments import Amount

_DIGITS = 6
"""Means of a few ratings carry binary noise: 5.1 - 2.6 is a hair below 2.5. Counted in steps, it is cut off here."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The range of a score in points, its step, and which way is better. Raises ArgumentError."""

    low: float
    high: float
    step: float = 1.0
    lower_is_better: bool = True

    def __post_init__(self) -> None:
        if within("high", self.high) <= within("low", self.low):
            refuse("high", self.high, f"numbers above low = {self.low:g}")
        if not 0 < within("step", self.step) <= self.high - self.low:
            refuse("step", self.step, f"numbers above 0 and up to the range {self.high - self.low:g}")

    def steps(self, points: Amount) -> Amount:
        """Points as steps of the scale, not rounded to whole ones: a mean of ratings lies between."""
        exact: Any = points / self.step
        rounded: Amount = round(exact, _DIGITS) if is_one(exact) else exact.round(_DIGITS)
        return rounded

    def improvement(self, baseline: Amount, follow_up: Amount) -> Amount:
        """Steps by which the score got better; negative is worse. Both within the scale. Raises ArgumentError."""
        first = within("baseline", baseline, self.low, self.high)
        second = within("follow_up", follow_up, self.low, self.high)
        return self.steps(first - second) if self.lower_is_better else self.steps(second - first)

    def room(self, baseline: Amount) -> Amount:
        """Steps by which the score can still get better. Raises ArgumentError."""
        first = within("baseline", baseline, self.low, self.high)
        return self.steps(first - self.low) if self.lower_is_better else self.steps(self.high - first)
