"""The numbers of a plot in words: for the table beside it, and for whoever cannot see it."""

from __future__ import annotations

import math

from concordant.evidence.forest.plot import Forest, ForestRow, Summary
from concordant.language import figure, said, said_of

MILLION = 1e6
LARGEST_LOGARITHM = math.log(1e300)
"""Beyond it the ratio itself leaves the range of floating point."""
TRIALS = ("One trial, {unit}. No effect is at {zero}.", "{number} trials, {unit}. No effect is at {zero}.")
SIDES = "Left of it {better}, right of it {worse}."
FOUND = "{label}: {interval}."
EXPECTED = "A further trial is expected between {low} and {high}."
RANGE, ESTIMATE = "{low} to {high}", "{estimate} ({low} to {high})"


def number(value: float, *, ratio: bool) -> str:
    """Two decimals, with a real minus; of a ratio the ratio itself. Numbers beyond a million stand as powers of ten."""
    if ratio:
        value = math.exp(value) if value < LARGEST_LOGARITHM else math.inf
    shown = f"{value:.2f}" if abs(value) < MILLION else f"{value:.3g}"
    return figure("0.00" if shown == "-0.00" else shown.replace("-", "−"))


def interval(one: ForestRow | Summary | tuple[float, float], *, ratio: bool) -> str:
    """The effect with its 95 % interval; of two ends only from one to the other."""
    if isinstance(one, tuple):
        low, high = (number(end, ratio=ratio) for end in one)
        return said(RANGE, low=low, high=high)
    estimate, low, high = (number(each, ratio=ratio) for each in (one.estimate, one.low, one.high))
    return said(ESTIMATE, estimate=estimate, low=low, high=high)


def description(plot: Forest) -> str:
    """What the picture shows, in sentences, in the language of the moment."""
    told = [said_of(*TRIALS, len(plot.rows), unit=plot.unit, zero=number(0, ratio=plot.ratio))]
    if plot.better:
        told.append(said(SIDES, better=plot.better, worse=plot.worse))
    told += [said(FOUND, label=row.label, interval=interval(row, ratio=plot.ratio)) for row in plot.rows]
    for summary in plot.summaries:
        told.append(said(FOUND, label=summary.label, interval=interval(summary, ratio=plot.ratio)))
        if summary.predicted:
            low, high = (number(end, ratio=plot.ratio) for end in summary.predicted)
            told.append(said(EXPECTED, low=low, high=high))
    return " ".join(told)
