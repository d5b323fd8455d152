"""The truth of a leaf for the values that it read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from concordant.criteria import nodes
from concordant.criteria.nodes import Criterion
from concordant.criteria.reading import Reading
from concordant.criteria.truth import Truth
from concordant.facts.values import NEVER, UNKNOWN, Span, Value


def told(node: Criterion, readings: tuple[Reading, ...]) -> Truth:
    """Of something unknown, unknown."""
    for reading in readings:
        if reading.value is UNKNOWN:
            return Truth.UNKNOWN
    if isinstance(node, nodes.IsKnown):
        return Truth.UNKNOWN if readings[0].partial else Truth.MET
    answer = _ANSWERS[type(node)](node, *[reading.value for reading in readings])
    return Truth.UNKNOWN if answer is None else Truth.MET if answer else Truth.NOT_MET


_ANSWERS: dict[type[Criterion], Callable[..., bool | None]] = {
    nodes.Holds: lambda node, value: value is True,
    nodes.Within: lambda node, value: _inside(node, value),
    nodes.IsOneOf: lambda node, value: value in node.words,
    nodes.Meets: lambda node, value: bool(_set(value) & node.words),
    nodes.HoldsAtLeast: lambda node, value: len(_set(value)) >= node.n,
    nodes.Only: lambda node, value: _set(value) <= node.words,
    nodes.OnOrAfter: lambda node, later, earlier: bool(later >= earlier),
}


def _set(value: Any) -> frozenset[str]:
    if not isinstance(value, frozenset):
        raise TypeError(f"{value!r} is not a set of words")
    return value


def _inside(node: nodes.Within, value: Value) -> bool | None:
    """Whole value inside: True; no overlap: False; partial overlap: None. "Never" is no number: False."""
    if value is NEVER:
        return False
    span = value if isinstance(value, Span) else Span(value, value)  # type: ignore[arg-type]
    low, high = node.low, node.high
    below_low = low is not None and (span.low <= low if node.low_open else span.low < low)
    above_high = high is not None and (span.high >= high if node.high_open else span.high > high)
    if not below_low and not above_high:
        return True
    wholly_below = low is not None and (span.high <= low if node.low_open else span.high < low)
    wholly_above = high is not None and (span.low >= high if node.high_open else span.low > high)
    return False if wholly_below or wholly_above else None
