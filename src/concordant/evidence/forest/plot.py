"""What a forest plot shows, as plain numbers. Page, table, picture and words read the same."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ForestRow:
    """One trial: its effect with its interval, and its share of the weight (percent; None where nothing is pooled).

    On the scale on which it is pooled: ratios as logarithms.
    """

    label: str
    estimate: float
    low: float
    high: float
    weight: float | None = None
    note: str = ""
    """Told in the table: a high risk of bias, a group wider than cervicogenic headache."""

    def __post_init__(self) -> None:
        _check(self.label, self.estimate, self.low, self.high)


@dataclass(frozen=True, slots=True)
class Summary:
    """A pooled effect with its interval, and where the effect of a further trial is expected."""

    label: str
    estimate: float
    low: float
    high: float
    predicted: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        _check(self.label, self.estimate, self.low, self.high)


@dataclass(frozen=True, slots=True)
class Forest:
    """The whole plot."""

    rows: tuple[ForestRow, ...]
    summaries: tuple[Summary, ...]
    unit: str
    """Of the axis: "headache days a week, difference"; of a ratio what it is a ratio of."""
    better: str = ""
    """What lies to the left of no effect, and what to the right: "favours manual therapy"."""
    worse: str = ""
    ratio: bool = False

    def __post_init__(self) -> None:
        if not self.rows:
            raise ValueError("a forest plot has at least one trial")

    @property
    def span(self) -> tuple[float, float]:
        """From the least to the greatest number that is drawn, no effect among them."""
        ends = [0.0]
        for row in self.rows:
            ends += row.low, row.high
        for one in self.summaries:
            ends += one.low, one.high, *(one.predicted or ())
        return min(ends), max(ends)


def _check(label: str, estimate: float, low: float, high: float) -> None:
    if not low <= estimate <= high or not math.isfinite(high - low):
        raise ValueError(f"{label}: {estimate} does not lie in an interval from {low} to {high}")
