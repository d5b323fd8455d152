"""Rules read as columns: the same nodes that the evaluator walks, once, into one program for all rows.

The evaluator asks of one record after the other. Here each node becomes operations over whole columns; what it
does to one row is what the evaluator does to the record of that row, and tests compare the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from concordant.criteria import nodes
from concordant.criteria.columns.bindings import Bindings
from concordant.criteria.columns.column import HEADACHE
from concordant.criteria.columns.leaves import Leaves
from concordant.criteria.columns.program import Builder, Conflict, Program, needed
from concordant.criteria.columns.table import Table
from concordant.criteria.columns.where import THIS, Where
from concordant.criteria.nodes import Criterion
from concordant.facts.fact import Scope


def program(rules: Mapping[str, Criterion], table: Table, wanted: Iterable[str] | None = None) -> Program:
    """The program that gives the verdicts of these rules (default: all) for every row of a table.

    Raises KeyError for a rule that the book does not hold.
    """
    reader = _Reader(rules, table)
    verdicts = {key: reader.rule(key) for key in (rules if wanted is None else wanted)}
    return needed(reader.build.operations, verdicts, reader.conflicts)


class _Reader:
    def __init__(self, rules: Mapping[str, Criterion], table: Table) -> None:
        self.rules = rules
        self.build = Builder()
        self.leaves = Leaves(table, self.build)
        self.bindings = Bindings(self.leaves, self.node)
        self.conflicts: list[Conflict] = []
        self._done: dict[tuple[int, Where, int], int] = {}
        self._tables: dict[int, bool] = {}

    def rule(self, key: str) -> int:
        """The verdict of one rule: of the headache of the row where it needs one, else of the person."""
        rule = self.rules[key]
        if Scope.HEADACHE not in rule.needs:
            return self.node(rule, Where(), self.build.constant(True))
        return self.node(rule, Where(headache=THIS), self.leaves.given(HEADACHE))

    def node(self, node: Criterion, where: Where, asked: int) -> int:
        """The operation of one node. ``asked`` says in which rows the evaluator would come to it at all.

        A verdict does not depend on it; whether a table that contradicts itself is an error does.
        """
        if not self._may_conflict(node):
            asked = self.build.constant(True)
        key = (id(node), where, asked)
        if key not in self._done:
            self._done[key] = self._read(node, where, asked)
        return self._done[key]

    def _read(self, node: Criterion, where: Where, asked: int) -> int:
        build = self.build
        if isinstance(node, nodes.ForSome):
            return self.bindings.for_some(node, where, asked)
        if isinstance(node, nodes.HeldAtRetests):
            return self.bindings.held(node, where, asked)
        if isinstance(node, nodes.Verdict):
            there = where.headache if node.of_headache else None
            return self.node(self.rules[node.key], Where(headache=there), asked)
        below = [self.node(part.criterion, where, asked) for part in node.parts]
        match node:
            case nodes.AllOf():
                return build.all(below)
            case nodes.AnyOf():
                return build.any(below)
            case nodes.AtLeast(n=n):
                return build.at_least(n, below)
            case nodes.AtMost(n=n):
                return build.negated(build.at_least(n + 1, below))
            case nodes.AllButOne():
                return build.all([build.at_least(len(below) - 1, below), build.negated(build.all(below))])
            case nodes.Not():
                return build.negated(below[0])
            case nodes.Named():
                return below[0]
            case nodes.Surely():
                return build.surely(below[0])
            case nodes.Awaits():
                return build.true_or_unknown(below[0])
            case nodes.Decide():
                return self._decide(node, below, asked)
        return self.leaves.leaf(node, where)

    def _decide(self, node: nodes.Decide, below: list[int], asked: int) -> int:
        met, not_met = below
        both = self.build.all([asked, met, not_met])
        self.conflicts.append(
            Conflict(
                both,
                "two conditions answer differently for the same case: "
                f"{node.met_if.criterion!r} says met, {node.not_met_if.criterion!r} says not met",
            )
        )
        return self.build.decided(met, not_met)

    def _may_conflict(self, node: Criterion) -> bool:
        """Whether a decision table stands in this rule or in one that it asks."""
        if id(node) not in self._tables:
            within = any(isinstance(below, nodes.Decide) for below in node.walk())
            self._tables[id(node)] = within or any(self._may_conflict(self.rules[key]) for key in node.references())
        return self._tables[id(node)]
