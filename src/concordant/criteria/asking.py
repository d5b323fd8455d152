"""Which facts an open rule still asks for: those on which it hangs, and none that would change nothing."""

from __future__ import annotations

from concordant.criteria.trace import Trace
from concordant.criteria.truth import Truth


def facts_to_ask(trace: Trace) -> tuple[str, ...]:
    """The unknown facts behind an unknown verdict, once each, in order of reading; none where it is decided.

    What stands below a part that is decided is not asked for: a step that must not be taken yet (the rotation of
    the Canadian C-spine rule) stays out until the steps before it are answered.
    """
    names: dict[str, None] = {}
    # Rules share what they ask: each part is gone through once.
    seen: set[int] = set()
    waiting = [trace]
    while waiting:
        one = waiting.pop()
        if one.truth is not Truth.UNKNOWN or id(one) in seen:
            continue
        seen.add(id(one))
        names.update(dict.fromkeys(name for reading in one.readings for name in reading.missing))
        waiting.extend(reversed(one.parts))
    return tuple(names)
