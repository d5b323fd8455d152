"""Which facts would settle an open rule: the smallest sets, found on its trace."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations, product

from concordant.criteria import nodes
from concordant.criteria.trace import Trace
from concordant.criteria.truth import Truth

Sets = frozenset[frozenset[str]]

NOTHING: Sets = frozenset({frozenset()})
IMPOSSIBLE: Sets = frozenset()

WIDEST = 24
"""At most so many candidate sets are carried upwards, the smallest first; bounds the work on rules that
lean on many others, at the price that a set of equal size may be left out."""


def smallest_missing(trace: Trace, *, most: int = 5) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of unknown facts that could decide the rule, at most ``most`` of them.

    Empty for a rule that is decided. A set is enough in the sense that some answers to its facts settle
    the rule whatever the others are; other answers may leave it open.
    """
    if trace.truth is not Truth.UNKNOWN:
        return ()
    either = _kept(_settles(trace, Truth.MET) | _settles(trace, Truth.NOT_MET))
    if not either:
        return ()
    order = _order_of_asking(trace)
    size = min(len(one) for one in either)
    sets = [tuple(sorted(one, key=order)) for one in either if len(one) == size]
    return tuple(sorted(sets, key=lambda one: tuple(map(order, one)))[:most])


def _order_of_asking(trace: Trace) -> Callable[[str], int]:
    names = [name for leaf in _open_leaves(trace) for name in _asked(leaf)]
    place = {name: number for number, name in reversed(list(enumerate(names)))}
    return lambda name: place.get(name, len(place))


def _open_leaves(trace: Trace) -> Iterable[Trace]:
    return (leaf for leaf in trace.leaves() if leaf.truth is Truth.UNKNOWN)


def _asked(leaf: Trace) -> list[str]:
    return [name for reading in leaf.readings for name in reading.missing]


def _settles(trace: Trace, wanted: Truth) -> Sets:
    """The sets of facts that could make this node ``wanted``; NOTHING where it is so already."""
    if trace.truth is not Truth.UNKNOWN:
        return NOTHING if trace.truth is wanted else IMPOSSIBLE
    node = trace.criterion
    if trace.readings:
        return _leaf(trace, wanted)
    below = trace.parts
    opposite = Truth.NOT_MET if wanted is Truth.MET else Truth.MET
    if not below:
        return IMPOSSIBLE
    match node:
        case nodes.Not():
            return _settles(below[0], opposite)
        case nodes.Named() | nodes.Verdict():
            return _settles(below[0], wanted)
        case nodes.Awaits(settled_by=fact):
            if wanted is Truth.NOT_MET:
                return IMPOSSIBLE
            lifted = frozenset({frozenset({fact.name})})
            return lifted if below[0].truth is Truth.NOT_MET else _settles(below[0], wanted)
        case nodes.HeldAtRetests():
            return _settles(below[0], wanted)
        case nodes.Decide():
            return _settles(below[0 if wanted is Truth.MET else 1], Truth.MET)
        case nodes.AllOf():
            return _some(below, len(below) if wanted is Truth.MET else 1, wanted)
        case nodes.AnyOf() | nodes.ForSome():
            return _some(below, 1 if wanted is Truth.MET else len(below), wanted)
        case nodes.AtLeast(n=n):
            return _some(below, n if wanted is Truth.MET else len(below) - n + 1, wanted)
        case nodes.AtMost(n=n):
            return _some(below, len(below) - n if wanted is Truth.MET else n + 1, opposite)
        case nodes.AllButOne():
            return _all_but_one(below, wanted)
    raise TypeError(f"no reader of what is missing for {type(node).__name__}")


def _leaf(trace: Trace, wanted: Truth) -> Sets:
    if isinstance(trace.criterion, nodes.IsKnown) and wanted is Truth.NOT_MET:
        return IMPOSSIBLE
    asked = frozenset(_asked(trace))
    return frozenset({asked}) if asked else IMPOSSIBLE


def _some(below: tuple[Trace, ...], n: int, wanted: Truth) -> Sets:
    """At least n of the parts become ``wanted``."""
    ways = [_settles(part, wanted) for part in below]
    already = sum(way == NOTHING for way in ways)
    if already >= n:
        return NOTHING
    open_ways = [way for way in ways if way not in (NOTHING, IMPOSSIBLE)]
    found: set[frozenset[str]] = set()
    for chosen in combinations(open_ways, n - already):
        found |= _together(chosen)
        found = set(_kept(frozenset(found)))
    return frozenset(found)


def _together(ways: Iterable[Sets]) -> Sets:
    total = NOTHING
    for way in ways:
        total = _kept(frozenset(a | b for a, b in product(total, way)))
    return total


def _all_but_one(below: tuple[Trace, ...], wanted: Truth) -> Sets:
    if wanted is Truth.NOT_MET:
        every = _together(_settles(part, Truth.MET) for part in below)
        return _kept(every | _some(below, 2, Truth.NOT_MET))
    found: Sets = IMPOSSIBLE
    for out in range(len(below)):
        ways = [_settles(part, Truth.NOT_MET if i == out else Truth.MET) for i, part in enumerate(below)]
        found = _kept(found | _together(ways))
    return found


def _kept(sets: Sets) -> Sets:
    """The smallest, without those that contain another."""
    kept: list[frozenset[str]] = []
    for one in sorted(sets, key=lambda one: (len(one), sorted(one))):
        if not any(other <= one for other in kept):
            kept.append(one)
        if len(kept) == WIDEST:
            break
    return frozenset(kept)
