"""Which known facts, were they different, would change a decided rule: the smallest sets, found on its trace.

The dual of :mod:`concordant.criteria.missing`, which asks the same of an open rule and its unknown facts.
"""

from __future__ import annotations

from itertools import combinations

from concordant.criteria import nodes
from concordant.criteria.missing import IMPOSSIBLE, NOTHING, Sets, kept, together
from concordant.criteria.trace import Trace
from concordant.criteria.truth import Truth


def smallest_change(trace: Trace, *, most: int = 5) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of known facts whose other answer would overturn or reopen the rule, at most ``most``.

    Empty for an open rule. Exact where each fact stands once in the rule; what would make *another* diagnosis
    definite is told by the verdict of that diagnosis, and the red-flag screen has a place of its own.
    """
    if trace.truth is Truth.UNKNOWN:
        return ()
    found = kept(_Search().escape(trace, trace.truth))
    size = min((len(one) for one in found), default=0)
    order = {name: place for place, name in enumerate(_in_order(trace))}
    sets = [tuple(sorted(one, key=order.__getitem__)) for one in found if len(one) == size]
    return tuple(sorted(sets, key=lambda one: [order[name] for name in one])[:most])


def _in_order(trace: Trace) -> tuple[str, ...]:
    """The facts in the order of reading; of something that does not exist as well, which reads nothing."""
    names: dict[str, None] = {}
    # Rules share traces, so that one that leans on others holds the same ones many times: each is gone through once.
    seen: set[int] = set()
    waiting = [trace]
    while waiting:
        one = waiting.pop()
        if id(one) not in seen:
            seen.add(id(one))
            names.update(dict.fromkeys(term.name for term in one.criterion.terms))
            waiting.extend(reversed(one.parts))
    return tuple(names)


class _Search:
    def __init__(self) -> None:
        self.done: dict[int, Sets] = {}

    def escape(self, trace: Trace, held: Truth) -> Sets:
        """The sets that take this node away from ``held``; NOTHING where it is something else already."""
        if trace.truth is not held:
            return NOTHING
        if id(trace) not in self.done:
            self.done[id(trace)] = _leaf(trace) if trace.criterion.terms else self._joined(trace, held)
        return self.done[id(trace)]

    def _joined(self, trace: Trace, held: Truth) -> Sets:
        below = trace.parts
        opposite = Truth.NOT_MET if held is Truth.MET else Truth.MET
        met = held is Truth.MET
        match trace.criterion:
            case nodes.Verdict(of_headache=of_headache) if not of_headache:
                return IMPOSSIBLE
            case nodes.Not():
                return self.escape(below[0], opposite)
            case nodes.Named() | nodes.Verdict() | nodes.Awaits():
                return self.escape(below[0], held) if below else IMPOSSIBLE
            case nodes.Surely():
                return self.escape(below[0], held) if met else IMPOSSIBLE
            case nodes.Decide():
                return self.escape(below[0 if met else 1], Truth.MET)
            case nodes.HeldAtRetests():
                return next((self.escape(part, held) for part in below if part.truth is held), IMPOSSIBLE)
            case nodes.AllOf():
                return self._some(below, held, 1 if met else _count(below, held))
            case nodes.AnyOf() | nodes.ForSome():
                return self._some(below, held, _count(below, held) if met else 1)
            case nodes.AtLeast(n=n):
                # Met: so many of those met must go that fewer than n are left. Not met: so many must become possible.
                return self._some(below, held, _count(below, held) - (n - 1 if met else len(below) - n))
            case nodes.AtMost(n=n):
                stay = len(below) - n - 1 if met else n
                return self._some(below, opposite, _count(below, opposite) - stay)
            case nodes.AllButOne():
                return self._all_but_one(below, held)
        raise TypeError(f"no reader of what would change for {type(trace.criterion).__name__}")

    def _some(self, below: tuple[Trace, ...], held: Truth, n: int) -> Sets:
        """So many of the parts that are ``held`` become something else."""
        ways = [self.escape(part, held) for part in below if part.truth is held]
        open_ways = [way for way in ways if way != IMPOSSIBLE]
        found: Sets = IMPOSSIBLE
        for chosen in combinations(open_ways, n):
            found = kept(found | together(chosen))
        return found

    def _all_but_one(self, below: tuple[Trace, ...], held: Truth) -> Sets:
        against = _count(below, Truth.NOT_MET)
        if held is Truth.NOT_MET and against > 1:
            return self._some(below, Truth.NOT_MET, against - 1)
        found: Sets = IMPOSSIBLE
        for part in below:
            found = kept(found | self.escape(part, part.truth))
        return found


def _count(below: tuple[Trace, ...], truth: Truth) -> int:
    return sum(part.truth is truth for part in below)


def _leaf(trace: Trace) -> Sets:
    return frozenset(frozenset({term.name}) for term in trace.criterion.terms)
