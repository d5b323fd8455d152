"""Which facts decided a verdict: the leaves without which it would not stand."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.criteria import nodes
from concordant.criteria.reading import Origin
from concordant.criteria.trace import Trace
from concordant.criteria.truth import Truth


def deciding_leaves(trace: Trace) -> Iterator[Trace]:
    """The leaves that carry the verdict, in the order of reading; of an open one, those that are known."""
    # Rules share what they ask: each part is gone through once.
    seen: set[int] = set()
    waiting = [trace]
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if one.readings:
            if all(reading.origin not in (Origin.MISSING, Origin.CONTRADICTED) for reading in one.readings):
                yield one
            continue
        if isinstance(one.criterion, nodes.Verdict) and not one.criterion.of_headache:
            # A gate over the whole person (the red-flag screen) has a place of its own.
            continue
        waiting.extend(part for part in reversed(one.parts) if _carries(one, part))


def _carries(whole: Trace, part: Trace) -> bool:
    match whole.criterion:
        case nodes.Not() | nodes.Named() | nodes.Verdict() | nodes.Surely() | nodes.Awaits() | nodes.AllButOne():
            return True
        case nodes.Decide():
            return whole.truth is Truth.UNKNOWN or part.truth is Truth.MET
        case nodes.AtMost():
            return True
    return whole.truth is Truth.UNKNOWN or part.truth is whole.truth


def deciding_facts(trace: Trace) -> tuple[str, ...]:
    """The names of the facts that decided, once each, in order of reading."""
    return tuple(dict.fromkeys(term.name for leaf in deciding_leaves(trace) for term in leaf.criterion.terms))
