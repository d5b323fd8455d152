"""Which facts would settle an open rule: the smallest sets, found on its trace."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import combinations, product
from typing import TypeAlias

from concordant.criteria import nodes
from concordant.criteria.trace import Trace
from concordant.criteria.truth import Truth

Sets = frozenset[frozenset[str]]

NOTHING: Sets = frozenset({frozenset()})
IMPOSSIBLE: Sets = frozenset()

WIDEST = 24
"""At most so many candidate sets are carried upwards, the smallest first; bounds the work on rules that
lean on many others, at the price that a set of equal size may be left out."""


Memo: TypeAlias = "dict[tuple[int, Truth], Sets]"
"""What was found for traces already searched, by identity; rules of one assessment share many."""


def smallest_missing(trace: Trace, *, most: int = 5, memo: Memo | None = None) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of unknown facts that could decide the rule, at most ``most`` of them.

    Empty for a rule that is decided. A set is enough in the sense that some answers to its facts settle
    the rule whatever the others are; other answers may leave it open. ``memo`` may be shared between the
    rules of one assessment, as long as its traces are kept.
    """
    if trace.truth is not Truth.UNKNOWN:
        return ()
    settles = _Search({} if memo is None else memo).settles
    either = kept(settles(trace, Truth.MET) | settles(trace, Truth.NOT_MET))
    if not either:
        return ()
    order = _order_of_asking(trace)
    size = min(len(one) for one in either)
    sets = [tuple(sorted(one, key=order)) for one in either if len(one) == size]
    return tuple(sorted(sets, key=lambda one: tuple(map(order, one)))[:most])


def _order_of_asking(trace: Trace) -> Callable[[str], int]:
    """Facts in the order in which the rule reads them."""
    place: dict[str, int] = {}
    seen: set[int] = set()
    stack = [trace]
    while stack:
        one = stack.pop()
        if id(one) in seen or one.truth is not Truth.UNKNOWN:
            continue
        seen.add(id(one))
        for name in _asked(one):
            place.setdefault(name, len(place))
        stack.extend(reversed(one.parts))
    return lambda name: place.get(name, len(place))


def _asked(leaf: Trace) -> list[str]:
    return [name for reading in leaf.readings for name in reading.missing]


def toward(trace: Trace, wanted: Truth) -> tuple[tuple[str, ...], tuple[Trace, ...]]:
    """A smallest set of unknown facts that could make an open rule ``wanted``, and the leaves that read them.

    Each leaf comes with the truth that is needed of it. Empty where no answers can make it so, or where one answer
    would have to serve two parts of the rule in opposite ways.
    """
    if trace.truth is not Truth.UNKNOWN:
        return (), ()
    search = _Search({})
    order = _order_of_asking(trace)
    for asked in sorted(search.settles(trace, wanted), key=lambda one: (len(one), sorted(map(order, one)))):
        leaves = tuple(search.needed(trace, wanted, asked))
        if all(one.truth is other.truth for one in leaves for other in leaves if one.criterion == other.criterion):
            return tuple(sorted(asked, key=order)), leaves
    return (), ()


def ways_by(trace: Trace, wanted: Truth, only: frozenset[str]) -> Sets:
    """The smallest sets of facts, all of them among ``only``, that could make a rule ``wanted``.

    Empty where no answers to these alone can, whoever else might be asked; the one empty set where it is so already.
    """
    return _Search({}, only).settles(trace, wanted)


class _Search:
    def __init__(self, memo: Memo, only: frozenset[str] | None = None) -> None:
        self.memo = memo
        self.only = only

    def settles(self, trace: Trace, wanted: Truth) -> Sets:
        """The sets of facts that could make this node ``wanted``; NOTHING where it is so already."""
        if trace.truth is not Truth.UNKNOWN:
            return NOTHING if trace.truth is wanted else IMPOSSIBLE
        key = (id(trace), wanted)
        if key not in self.memo:
            self.memo[key] = self._leaf(trace, wanted) if trace.readings else self._joined(trace, wanted)
        return self.memo[key]

    def needed(self, trace: Trace, wanted: Truth, asked: frozenset[str]) -> Iterator[Trace]:
        """The open leaves by which these facts lead to ``wanted``, each with the truth that is needed of it."""
        if trace.truth is not Truth.UNKNOWN:
            return
        if trace.readings:
            yield replace(trace, truth=wanted)
            return
        if isinstance(trace.criterion, nodes.Decide):
            yield from self.needed(trace.parts[0 if wanted is Truth.MET else 1], Truth.MET, asked)
            return
        sought, many = self._sought(trace, wanted)
        able = [part for part in trace.parts if any(way <= asked for way in self.settles(part, sought))]
        for part in [part for part in able if part.truth is Truth.UNKNOWN][: many - _so(trace, sought)]:
            yield from self.needed(part, sought, asked)

    def _leaf(self, trace: Trace, wanted: Truth) -> Sets:
        if isinstance(trace.criterion, nodes.IsKnown) and wanted is Truth.NOT_MET:
            return IMPOSSIBLE
        asked = frozenset(_asked(trace))
        possible = asked and (self.only is None or asked <= self.only)
        return frozenset({asked}) if possible else IMPOSSIBLE

    def _sought(self, trace: Trace, wanted: Truth) -> tuple[Truth, int]:
        """Which truth is needed of how many parts."""
        opposite = Truth.NOT_MET if wanted is Truth.MET else Truth.MET
        count = len(trace.parts)
        met = wanted is Truth.MET
        match trace.criterion:
            case nodes.Not():
                return opposite, 1
            case nodes.AllOf():
                return wanted, count if met else 1
            case nodes.AnyOf() | nodes.ForSome():
                return wanted, 1 if met else count
            case nodes.AtLeast(n=n):
                return wanted, n if met else count - n + 1
            case nodes.AtMost(n=n):
                return opposite, count - n if met else n + 1
            case nodes.AllButOne():
                # Which one has to fail is free; what is needed of the others can be named.
                return Truth.MET, count
        return wanted, 1

    def _joined(self, trace: Trace, wanted: Truth) -> Sets:
        below = trace.parts
        opposite = Truth.NOT_MET if wanted is Truth.MET else Truth.MET
        if not below:
            return IMPOSSIBLE
        match trace.criterion:
            case nodes.Not():
                return self.settles(below[0], opposite)
            case nodes.Named() | nodes.Verdict() | nodes.HeldAtRetests():
                return self.settles(below[0], wanted)
            case nodes.Awaits(settled_by=fact):
                if wanted is Truth.NOT_MET:
                    return IMPOSSIBLE
                lifted = frozenset({frozenset({fact.name})})
                return lifted if below[0].truth is Truth.NOT_MET else self.settles(below[0], wanted)
            case nodes.Decide():
                return self.settles(below[0 if wanted is Truth.MET else 1], Truth.MET)
            case nodes.AllOf():
                return self._some(below, len(below) if wanted is Truth.MET else 1, wanted)
            case nodes.AnyOf() | nodes.ForSome():
                return self._some(below, 1 if wanted is Truth.MET else len(below), wanted)
            case nodes.AtLeast(n=n):
                return self._some(below, n if wanted is Truth.MET else len(below) - n + 1, wanted)
            case nodes.AtMost(n=n):
                return self._some(below, len(below) - n if wanted is Truth.MET else n + 1, opposite)
            case nodes.AllButOne():
                return self._all_but_one(below, wanted)
        raise TypeError(f"no reader of what is missing for {type(trace.criterion).__name__}")

    def _some(self, below: tuple[Trace, ...], n: int, wanted: Truth) -> Sets:
        """At least n of the parts become ``wanted``."""
        ways = [self.settles(part, wanted) for part in below]
        already = sum(way == NOTHING for way in ways)
        if already >= n:
            return NOTHING
        open_ways = [way for way in ways if way not in (NOTHING, IMPOSSIBLE)]
        found: Sets = IMPOSSIBLE
        for chosen in combinations(open_ways, n - already):
            found = kept(found | together(chosen))
        return found

    def _all_but_one(self, below: tuple[Trace, ...], wanted: Truth) -> Sets:
        if wanted is Truth.NOT_MET:
            every = together(self.settles(part, Truth.MET) for part in below)
            return kept(every | self._some(below, 2, Truth.NOT_MET))
        found: Sets = IMPOSSIBLE
        for out in range(len(below)):
            ways = [self.settles(part, Truth.NOT_MET if i == out else Truth.MET) for i, part in enumerate(below)]
            found = kept(found | together(ways))
        return found


def _so(trace: Trace, sought: Truth) -> int:
    """How many parts are so already."""
    return sum(part.truth is sought for part in trace.parts)


def together(ways: Iterable[Sets]) -> Sets:
    """One set of each way, united in every combination."""
    total = NOTHING
    for way in ways:
        if way == IMPOSSIBLE:
            return IMPOSSIBLE
        total = kept(frozenset(a | b for a, b in product(total, way))) if way != NOTHING else total
    return total


def kept(sets: Sets) -> Sets:
    """Of these sets the smallest, without those that contain another."""
    if len(sets) < 2:
        return sets
    kept: list[frozenset[str]] = []
    for one in sorted(sets, key=lambda one: (len(one), sorted(one))):
        if not any(other <= one for other in kept):
            kept.append(one)
        if len(kept) == WIDEST:
            break
    return frozenset(kept)
