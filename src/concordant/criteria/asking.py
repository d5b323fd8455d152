"""Which facts an open rule still asks for: those on which it hangs, and none that would change nothing."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.criteria.trace import Trace
from concordant.criteria.truth import Truth


def facts_to_ask(trace: Trace) -> tuple[str, ...]:
    """The unknown facts behind an unknown verdict, once each, in order of reading; none where it is decided.

    What stands below a part that is decided is not asked for: a step that must not be taken yet (the rotation of
    the Canadian C-spine rule) stays out until the steps before it are answered.
    """
    return tuple(dict.fromkeys(_asked(trace)))


def _asked(trace: Trace) -> Iterator[str]:
    if trace.truth is not Truth.UNKNOWN:
        return
    for reading in trace.readings:
        yield from reading.missing
    for part in trace.parts:
        yield from _asked(part)
