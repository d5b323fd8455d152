"""Missing days as bounds, and whether a verdict stands whatever they were (outcomes 1.5)."""

from __future__ import annotations

from typing import NamedTuple

from concordant.change.arguments import LONGEST_WINDOW, count, one_window, refuse, within
from concordant.change.assumptions import WINDOW
from concordant.change.category import Category
from concordant.change.days.per_28 import PER_DAYS


class Days(NamedTuple):
    """One window: headache days of answered days, of all its days."""

    positive: int
    observed: int
    length: int = WINDOW

    @property
    def missing(self) -> int:
        """Days without an answer."""
        return self.length - self.observed


class Per28(NamedTuple):
    """Headache days per 28 (F28), 0 to 28. All three are always shown."""

    scaled: float
    """By the answered days: the headline."""
    low: float
    """Missing days counted as free of headache."""
    high: float
    """Missing days counted as headache days."""


def days_per_28(window: Days) -> Per28:
    """The headline and both bounds. Raises ArgumentError."""
    x, n, length = _checked(window)
    return Per28(PER_DAYS * x / n, PER_DAYS * x / length, PER_DAYS * (x + length - n) / length)


def percent_change(before: float, after: float) -> float | None:
    """Change from before, in per cent, a fall negative; None where before is 0. Raises ArgumentError."""
    first, second = within("before", before, 0), within("after", after, 0)
    return 100 * (second - first) / first if first else None


def change_with_bounds(before: Days, after: Days) -> tuple[float | None, float | None, float | None]:
    """Per cent change of the headline, of the worst case (baseline low, follow-up high) and of the best.

    Raises ArgumentError.
    """
    first, second = days_per_28(before), days_per_28(after)
    return (
        percent_change(first.scaled, second.scaled),
        percent_change(first.low, second.high),
        percent_change(first.high, second.low),
    )


def is_robust(before: Days, after: Days, effect: float) -> bool:
    """Whether the worst case (baseline low, follow-up high) has the same category as the headline.

    The design effect is that of the answered days. Raises ArgumentError.
    """
    _checked(before)
    _checked(after)
    worst_before = Days(before.positive, before.length, before.length)
    worst_after = Days(after.positive + after.missing, after.length, after.length)
    return _category(before, after, effect) is _category(worst_before, worst_after, effect)


def _category(before: Days, after: Days, effect: float) -> Category:
    # Here, as the bounds need neither NumPy nor SciPy.
    from concordant.change.days.category import category
    from concordant.change.days.fall import probability_of_fall

    counts = (before.positive, before.observed, after.positive, after.observed)
    return category(*counts, probability_of_fall(*counts, effect))


def _checked(window: Days) -> Days:
    x, n = one_window("", window.positive, window.observed)
    length = count("length", window.length, 1, LONGEST_WINDOW)
    if n > length:
        refuse("n", n, f"at most the {length} days of the window")
    return Days(x, n, length)
