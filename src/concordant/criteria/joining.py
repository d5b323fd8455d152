"""The truth of a node from the truths of its parts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

from concordant.criteria import nodes, truth
from concordant.criteria.nodes import Criterion
from concordant.criteria.truth import MET, NOT_MET, OPEN, Truth
from concordant.criteria.words import in_full

Join: TypeAlias = Callable[[list[Truth]], Truth]


class RuleConflict(ValueError):
    """Two conditions of one rule answer differently for the same case; the message names both, and the rule.

    A mistake in the rules, not in the record: nothing is chosen, and nothing is shown of this person until the rule
    is put right.
    """

    def __str__(self) -> str:
        return str(self.args[0])


def join_of(node: Criterion) -> Join | None:
    """How this node joins its parts; None for one that does not by itself tell its truth from theirs."""
    make = _JOINED.get(type(node))
    return make(node) if make is not None else None


def _decide(node: nodes.Decide, below: list[Truth]) -> Truth:
    met, not_met = below
    if met is MET and not_met is MET:
        raise RuleConflict(
            "two conditions answer differently for the same case: "
            f'"{in_full(node.met_if.criterion)}" says met, "{in_full(node.not_met_if.criterion)}" says not met'
        )
    return MET if met is MET else NOT_MET if not_met is MET else OPEN


_JOINED: dict[type[Criterion], Callable[[Any], Join]] = {
    nodes.AllOf: lambda node: truth.conjunction,
    nodes.AnyOf: lambda node: truth.disjunction,
    nodes.AtLeast: lambda node: partial(truth.at_least, node.n),
    nodes.AtMost: lambda node: partial(truth.at_most, node.n),
    nodes.AllButOne: lambda node: truth.all_but_one,
    nodes.Not: lambda node: lambda below: truth.negation(below[0]),
    nodes.Named: lambda node: lambda below: below[0],
    nodes.Awaits: lambda node: lambda below: MET if below[0] is MET else OPEN,
    nodes.Surely: lambda node: lambda below: MET if below[0] is MET else NOT_MET,
    nodes.Decide: lambda node: partial(_decide, node),
}
