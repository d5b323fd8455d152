"""Whether a rule can be not met although there is no headache or injury of which to ask it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from concordant.criteria import nodes
from concordant.criteria.nodes import Criterion
from concordant.facts.fact import Scope

Possible = tuple[bool, bool]
"""Can be met, can be not met."""


def refutable(node: Criterion, without: Collection[Scope]) -> bool:
    """True unless nothing can be known against it while nothing is known of these scopes; errs towards True."""
    return _possible(node, without)[1]


def _possible(node: Criterion, without: Collection[Scope]) -> Possible:
    if isinstance(node, nodes.Leaf | nodes.OnOrAfter) and not isinstance(node, nodes.Cleared):
        told = any(term.fact.scope not in without or term.fact.absent is not None for term in node.terms)
        return (told, told and not isinstance(node, nodes.IsKnown))
    join = _JOINED.get(type(node))
    return join(node, [_possible(part.criterion, without) for part in node.parts]) if join else (True, True)


def _turned(one: Possible) -> Possible:
    return one[1], one[0]


def _at_least(n: int, below: list[Possible]) -> Possible:
    met, not_met = (sum(one[side] for one in below) for side in (0, 1))
    return met >= n, not_met > len(below) - n


_JOINED: dict[type[Criterion], Callable[[Any, list[Possible]], Possible]] = {
    nodes.AllOf: lambda node, below: _at_least(len(below), below),
    nodes.AnyOf: lambda node, below: _at_least(1, below),
    nodes.AtLeast: lambda node, below: _at_least(node.n, below),
    nodes.AtMost: lambda node, below: _turned(_at_least(node.n + 1, below)),
    nodes.Not: lambda node, below: _turned(below[0]),
    nodes.Named: lambda node, below: below[0],
    nodes.Awaits: lambda node, below: (below[0][0], False),
    nodes.Surely: lambda node, below: (below[0][0], True),
    nodes.Decide: lambda node, below: (below[0][0], below[1][0]),
}
