"""The numbers of a plot in words: for the table beside it, and for whoever cannot see it."""

from __future__ import annotations

import math

from concordant.evidence.forest.plot import Forest, ForestRow, Summary

MILLION = 1e6
LARGEST_LOGARITHM = math.log(1e300)
"""Beyond it the ratio itself leaves the range of floating point."""


def number(value: float, *, ratio: bool) -> str:
    """Two decimals, with a real minus; of a ratio the ratio itself. Numbers beyond a million stand as powers of ten."""
    if ratio:
        value = math.exp(value) if value < LARGEST_LOGARITHM else math.inf
    shown = f"{value:.2f}" if abs(value) < MILLION else f"{value:.3g}"
    return "0.00" if shown == "-0.00" else shown.replace("-", "−")


def interval(one: ForestRow | Summary | tuple[float, float], *, ratio: bool) -> str:
    """The effect with its 95 % interval; of two ends only from one to the other."""
    if isinstance(one, tuple):
        return " to ".join(number(end, ratio=ratio) for end in one)
    estimate, low, high = (number(each, ratio=ratio) for each in (one.estimate, one.low, one.high))
    return f"{estimate} ({low} to {high})"


def description(plot: Forest) -> str:
    """What the picture shows, in sentences."""
    count = "One trial" if len(plot.rows) == 1 else f"{len(plot.rows)} trials"
    told = [f"{count}, {plot.unit}. No effect is at {number(0, ratio=plot.ratio)}."]
    if plot.better:
        told.append(f"Left of it {plot.better}, right of it {plot.worse}.")
    told += [f"{row.label}: {interval(row, ratio=plot.ratio)}." for row in plot.rows]
    for summary in plot.summaries:
        told.append(f"{summary.label}: {interval(summary, ratio=plot.ratio)}.")
        if summary.predicted:
            low, high = (number(end, ratio=plot.ratio) for end in summary.predicted)
            told.append(f"A further trial is expected between {low} and {high}.")
    return " ".join(told)
