"""Runs a program on a Polars frame, one operation after the other on whole columns.

Each operation is Polars' own (its and, or and not are Kleene's); columns are dropped as soon as nothing needs them.
Called on morsels of a streamed table it works in the processor's cache and on every core.
"""

from __future__ import annotations

import polars as pl

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

_CONSTANT = {value: pl.Series([value], dtype=pl.Boolean) for value in (True, False, None)}
"""One value stands for a whole column until it has to be written."""


class Machine:
    """A program made ready to be run many times."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._last = _last_uses(program)
        self._given = [operation.column for operation in program.operations if isinstance(operation, Given)]

    def run(self, frame: pl.DataFrame) -> tuple[dict[str, pl.Series], list[pl.Series]]:
        """The verdicts by rule, and for each conflict of the program the rows in which it is true."""
        at: list[pl.Series | None] = []
        given = frame.select(pl.col(name).is_not_null() for name in self._given)
        for number, operation in enumerate(self.program.operations):
            at.append(_worked_out(operation, at, frame, given))
            for spent in self._last[number]:
                at[spent] = None
        verdicts = {key: _whole(at[number], frame.height) for key, number in self.program.verdicts.items()}
        return verdicts, [_whole(at[one.number], frame.height) for one in self.program.conflicts]


def _last_uses(program: Program) -> list[tuple[int, ...]]:
    """For each operation, which earlier ones nothing needs after it."""
    last: dict[int, int] = {}
    for number, operation in enumerate(program.operations):
        last.update(dict.fromkeys(inputs(operation), number))
    kept = {*program.verdicts.values(), *(one.number for one in program.conflicts)}
    spent: list[list[int]] = [[] for _ in program.operations]
    for number, user in last.items():
        if number not in kept:
            spent[user].append(number)
    return [tuple(each) for each in spent]


def _whole(column: pl.Series | None, height: int) -> pl.Series:
    assert column is not None
    return column if len(column) == height else pl.repeat(column[0], height, dtype=pl.Boolean, eager=True)


def _worked_out(
    operation: Operation, at: list[pl.Series | None], frame: pl.DataFrame, given: pl.DataFrame
) -> pl.Series:
    match operation:
        case And(a, b):
            return at[a] & at[b]  # type: ignore[operator]
        case Or(a, b):
            return at[a] | at[b]  # type: ignore[operator]
        case Not(a):
            return ~at[a]  # type: ignore[operator]
        case Surely(a):
            return at[a].eq_missing(True)  # type: ignore[union-attr]
        case Constant(value):
            return _CONSTANT[value]
        case Read(column):
            return frame[column]
        case Given(column):
            return given[column]
        case Compare(column, sign, bound):
            return _compared(frame[column], sign, bound)
        case OneOf(column, words):
            return _one_of(frame[column], words)
        case DaysApart(later, earlier, days):
            return frame[later].to_physical() - frame[earlier].to_physical() >= days
    raise TypeError(f"no column for {type(operation).__name__}")


def _compared(column: pl.Series, sign: str, bound: float) -> pl.Series:
    match sign:
        case ">=":
            return column >= bound
        case ">":
            return column > bound
        case "<=":
            return column <= bound
    return column < bound


def _one_of(column: pl.Series, words: frozenset[str]) -> pl.Series:
    first, *more = sorted(words)
    found = column == first
    for word in more:
        found |= column == word
    return found
