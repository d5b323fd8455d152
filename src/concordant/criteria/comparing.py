"""The truth of a leaf for the values that it read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

from concordant.criteria import nodes
from concordant.criteria.nodes import Criterion
from concordant.criteria.reading import Reading
from concordant.criteria.truth import MET, NOT_MET, OPEN, Truth
from concordant.facts.values import NEVER, UNKNOWN, Span, Value

Told: TypeAlias = Callable[[tuple[Reading, ...]], Truth]


def told_by(node: Criterion) -> Told | None:
    """How a leaf tells its truth from what it reads, of something unknown that it is unknown; None for other nodes."""
    if isinstance(node, nodes.IsKnown):
        return lambda readings: MET if readings[0].known and not readings[0].partial else OPEN
    answer = _ANSWERS.get(type(node))
    if answer is None:
        return None
    return partial(_of_one if len(node.terms) == 1 else _of_several, node, answer)


def _of_one(node: Criterion, answer: Answer, readings: tuple[Reading, ...]) -> Truth:
    value = readings[0].value
    if value is UNKNOWN:
        return OPEN
    found = answer(node, value)
    return OPEN if found is None else MET if found else NOT_MET


def _of_several(node: Criterion, answer: Answer, readings: tuple[Reading, ...]) -> Truth:
    values = [reading.value for reading in readings]
    if any(value is UNKNOWN for value in values):
        return OPEN
    found = answer(node, *values)
    return OPEN if found is None else MET if found else NOT_MET


Answer: TypeAlias = Callable[..., bool | None]

_ANSWERS: dict[type[Criterion], Answer] = {
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
    least, most = (value.low, value.high) if isinstance(value, Span) else (value, value)
    low, high = node.low, node.high
    below_low = low is not None and (least <= low if node.low_open else least < low)  # type: ignore[operator]
    above_high = high is not None and (most >= high if node.high_open else most > high)  # type: ignore[operator]
    if not below_low and not above_high:
        return True
    wholly_below = low is not None and (most <= low if node.low_open else most < low)  # type: ignore[operator]
    wholly_above = high is not None and (least >= high if node.high_open else least > high)  # type: ignore[operator]
    return False if wholly_below or wholly_above else None
