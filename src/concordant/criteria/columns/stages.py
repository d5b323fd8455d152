"""Runs a program on any frame that Narwhals knows (Spark on a cluster, Polars here), lazily.

Whoever runs the frame plans the work. An expression is a tree, so what several operations need becomes a column of
its own before them; the columns of one stage need only those of earlier stages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import narwhals as nw

from concordant.criteria.columns.program import (
    And,
    Compare,
    Constant,
    DaysApart,
    Given,
    Not,
    OneOf,
    Operation,
    Or,
    Program,
    Read,
    Surely,
    inputs,
)

_LARGEST = 40
"""Operations in one expression; planners slow down on deeper trees."""


def with_verdicts(
    frame: nw.LazyFrame[Any], program: Program, called: Mapping[str, str], keep: Mapping[str, str]
) -> nw.LazyFrame[Any]:
    """A column of verdicts for each rule, after the columns to keep, and ``conflict``.

    ``called`` says how the frame calls the columns of the program, ``keep`` how it calls those to keep. Nothing is
    worked out yet, so nothing can be raised: where ``conflict`` is true a rule contradicts itself, and there no rule
    has a verdict.
    """
    conflicts = [one.number for one in program.conflicts]
    shared = _shared(program, frozenset([*program.verdicts.values(), *conflicts]))
    stage_of, expressions = _staged(program, shared, called)
    for stage in range(1 + max(stage_of.values(), default=0)):
        own = [expressions[number].alias(_name(number)) for number in shared if stage_of[number] == stage]
        if own:
            frame = frame.with_columns(*own)
    conflict = nw.lit(False)
    for number in conflicts:
        conflict = conflict | nw.col(_name(number)).fill_null(False)
    verdicts = (
        nw.when(~nw.col("conflict")).then(nw.col(_name(number))).alias(key) for key, number in program.verdicts.items()
    )
    kept = (nw.col(name).alias(wanted) for wanted, name in keep.items())
    return frame.with_columns(conflict.alias("conflict")).select(*kept, *verdicts, "conflict")


def _name(number: int) -> str:
    return f"operation {number}"


def _shared(program: Program, asked_for: frozenset[int]) -> list[int]:
    """The operations that become columns: what is asked for, what several need, and what would grow too large."""
    uses = Counter(each for operation in program.operations for each in inputs(operation))
    size: list[int] = []
    shared: list[int] = []
    for number, operation in enumerate(program.operations):
        below = sum(size[each] for each in inputs(operation))
        is_shared = number in asked_for or (uses[number] > 1 and below > 0) or below >= _LARGEST
        size.append(1 if is_shared else below + 1)
        if is_shared:
            shared.append(number)
    return shared


def _staged(
    program: Program, shared: list[int], called: Mapping[str, str]
) -> tuple[dict[int, int], dict[int, nw.Expr]]:
    """In which stage each shared operation is worked out, and its expression over earlier columns."""
    columns = frozenset(shared)
    stage: list[int] = []
    inside: list[nw.Expr] = []
    made: dict[int, nw.Expr] = {}
    for number, operation in enumerate(program.operations):
        expression = _expression(operation, inside, called)
        own = max((stage[each] for each in inputs(operation)), default=0)
        if number in columns:
            made[number] = expression
            expression = nw.col(_name(number))
        inside.append(expression)
        # Whoever reads a column stands at least one stage after it.
        stage.append(own + 1 if number in columns else own)
    return {number: stage[number] - 1 for number in shared}, made


def _expression(operation: Operation, at: list[nw.Expr], called: Mapping[str, str]) -> nw.Expr:
    match operation:
        case And(a, b):
            return at[a] & at[b]
        case Or(a, b):
            return at[a] | at[b]
        case Not(a):
            return ~at[a]
        case Surely(a):
            return at[a].fill_null(False)
        case Constant(value):
            return nw.lit(value, dtype=nw.Boolean)
        case Read(column):
            return nw.col(called[column])
        case Given(column):
            return ~nw.col(called[column]).is_null()
        case Compare(column, sign, bound):
            return _compared(nw.col(called[column]), sign, bound)
        case OneOf(column, words):
            return _one_of(nw.col(called[column]), words)
        case DaysApart(later, earlier, days):
            return nw.col(called[later]) >= nw.col(called[earlier]).dt.offset_by(f"{days}d")
    raise TypeError(f"no expression for {type(operation).__name__}")


def _compared(column: nw.Expr, sign: str, bound: float) -> nw.Expr:
    match sign:
        case ">=":
            return column >= bound
        case ">":
            return column > bound
        case "<=":
            return column <= bound
    return column < bound


def _one_of(column: nw.Expr, words: frozenset[str]) -> nw.Expr:
    first, *more = sorted(words)
    found = column == first
    for word in more:
        found = found | (column == word)
    return found
