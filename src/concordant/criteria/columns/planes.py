"""A program in Kleene's logic as steps on plain bitmaps, and where each bitmap is kept.

An operation is two planes: in whom it is met, and in whom it is not. Equal planes are one plane, and a plane that no
verdict rests on is not made: of what is only asked "surely", for one, nobody needs to know in whom it is not met.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from concordant.criteria.columns.program import (
    And,
    Compare,
    Constant,
    Given,
    Not,
    OneOf,
    Operation,
    Or,
    Program,
    Read,
    Surely,
    columns_of,
)

NOBODY, EVERYBODY = 0, 1
"""The two planes that need not be made."""

Pair: TypeAlias = "tuple[int, int]"
"""In whom an operation is met, and in whom it is not."""


@dataclass(frozen=True, slots=True)
class Known:
    """Where a column has a value: a plane that the table holds."""

    column: str


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a column of yes and no, anything where it has none: a plane that the table holds."""

    column: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What a leaf says of values, anything where there are none."""

    leaf: Operation


@dataclass(frozen=True, slots=True)
class Load:
    """Answer a leaf from the table, into a register."""

    leaf: Operation
    into: int


Work: TypeAlias = Callable[..., Any]
Made: TypeAlias = "Known | Values | Answers | tuple[Work, int, int]"
Step: TypeAlias = "Load | tuple[Work, int, int, int]"
"""Work on two registers into a third."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps over registers: one of ones, those that are read, those that are kept, and those to work in."""

    steps: tuple[Step, ...]
    read: tuple[Known | Values, ...]
    kept: tuple[int, ...]
    """The planes that are kept."""
    registers: int
    """How many to work in."""
    verdicts: dict[str, Pair]
    """The plane in which each is met, and the one in which it is known."""
    conflicts: tuple[int, ...]


class _Planes:
    def __init__(self) -> None:
        self.made: list[Made] = [(np.bitwise_and, NOBODY, NOBODY), (np.bitwise_and, EVERYBODY, EVERYBODY)]
        self._numbers: dict[Made, int] = {}

    def of(self, operation: Operation, at: list[Pair]) -> Pair:
        """The planes of an operation, from those of the earlier ones."""
        match operation:
            case Constant(value):
                return (EVERYBODY if value is True else NOBODY, EVERYBODY if value is False else NOBODY)
            case Not(a):
                return at[a][::-1]
            case And(a, b):
                return self.both(at[a][0], at[b][0]), self.either(at[a][1], at[b][1])
            case Or(a, b):
                return self.either(at[a][0], at[b][0]), self.both(at[a][1], at[b][1])
            case Surely(a):
                return self._told(at[a][0], EVERYBODY)
            case Given(column):
                return self._told(self._plane(Known(column)), EVERYBODY)
            case Read(column):
                return self._told(self._plane(Values(column)), self._plane(Known(column)))
            # What is not at least so much is less: where there is a number, there is no third.
            case Compare(column, "<", bound):
                return self.of(Compare(column, ">=", bound), at)[::-1]
            case Compare(column, "<=", bound):
                return self.of(Compare(column, ">", bound), at)[::-1]
        return self._told(self._answers(operation), self._known(columns_of(operation)))

    def _answers(self, leaf: Operation) -> int:
        if not isinstance(leaf, OneOf):
            return self._plane(Answers(leaf))
        found = NOBODY
        for word in sorted(leaf.words):
            found = self.either(found, self._plane(Answers(OneOf(leaf.column, frozenset([word])))))
        return found

    def _known(self, columns: Iterable[str]) -> int:
        known = EVERYBODY
        for column in columns:
            known = self.both(known, self._plane(Known(column)))
        return known

    def _told(self, values: int, known: int) -> Pair:
        """Met and not met, of values where they are known."""
        met = self.both(values, known)
        if met == NOBODY:
            return NOBODY, known
        return met, NOBODY if met == known else self._plane((np.bitwise_xor, met, known))

    def both(self, a: int, b: int) -> int:
        """In whom both are set."""
        return self._pair(np.bitwise_and, a, b, EVERYBODY, NOBODY)

    def either(self, a: int, b: int) -> int:
        """In whom one at least is set."""
        return self._pair(np.bitwise_or, a, b, NOBODY, EVERYBODY)

    def own(self, a: int) -> int:
        """A plane that may be kept: a copy of one that the table holds, else itself."""
        return self._plane((np.bitwise_and, a, a)) if isinstance(self.made[a], Known | Values) else a

    def _pair(self, work: Work, a: int, b: int, neutral: int, deciding: int) -> int:
        if a == b or b == neutral:
            return a
        if a == neutral:
            return b
        return deciding if deciding in (a, b) else self._plane((work, min(a, b), max(a, b)))

    def _plane(self, made: Made) -> int:
        number = self._numbers.setdefault(made, len(self.made))
        if number == len(self.made):
            self.made.append(made)
        return number


def plan(program: Program) -> Plan:
    """The steps that give the verdicts and conflicts of a program, in a small number of registers."""
    planes = _Planes()
    at: list[Pair] = []
    for operation in program.operations:
        at.append(planes.of(operation, at))
    verdicts = {
        key: (planes.own(at[number][0]), planes.own(planes.either(*at[number])))
        for key, number in program.verdicts.items()
    }
    conflicts = tuple(planes.own(at[one.number][0]) for one in program.conflicts)
    asked = dict.fromkeys([*(plane for pair in verdicts.values() for plane in pair), *conflicts])
    kept = tuple(plane for plane in asked if plane not in (NOBODY, EVERYBODY))
    order = _in_order(planes.made, kept)
    read = {plane: one for plane in order if isinstance(one := planes.made[plane], Known | Values)}
    lasting = {plane: register for register, plane in enumerate((EVERYBODY, *read, *kept))}
    steps, registers = _placed(planes.made, [plane for plane in order if plane not in read], lasting)
    return Plan(steps, tuple(read.values()), kept, registers, verdicts, conflicts)


def _below(made: Made) -> tuple[int, ...]:
    return made[1:] if isinstance(made, tuple) else ()


def _in_order(made: list[Made], wanted: Iterable[int]) -> list[int]:
    """The planes that are needed; the answers from one column together, since it is then in the cache."""
    needed = {*wanted}
    for plane in range(len(made) - 1, EVERYBODY, -1):
        if plane in needed:
            needed.update(_below(made[plane]))
    ahead = sorted(needed - {NOBODY, EVERYBODY})
    answers: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for plane in ahead:
        if isinstance(one := made[plane], Answers):
            answers[columns_of(one.leaf)].append(plane)
    order: dict[int, None] = {}
    for plane in ahead:
        one = made[plane]
        order.update(dict.fromkeys(answers[columns_of(one.leaf)] if isinstance(one, Answers) else [plane]))
    return list(order)


def _placed(made: list[Made], order: list[int], lasting: dict[int, int]) -> tuple[tuple[Step, ...], int]:
    """A register for each plane; those to work in are free again after the last use."""
    last = {below: time for time, plane in enumerate(order) for below in _below(made[plane])}
    register = dict(lasting)
    free: list[int] = []
    first = most = len(lasting)
    steps: list[Step] = []
    for time, plane in enumerate(order):
        one = made[plane]
        free += {register[below] for below in _below(one) if last[below] == time and below not in lasting}
        if plane not in lasting:
            register[plane] = free.pop() if free else most
            most = max(most, register[plane] + 1)
        if isinstance(one, Answers):
            steps.append(Load(one.leaf, register[plane]))
        elif isinstance(one, tuple):
            work, a, b = one
            steps.append((work, register[a], register[b], register[plane]))
    return tuple(steps), most - first
