"""A straight-line program over columns: each operation once, named by its number, in Kleene's logic.

Equal operations are one operation (hash-consing), so what many rules share is worked out once, however deep it
stands. There are few operations, and none but the leaves touch anything but yes, no and unknown: a machine that
runs programs (:mod:`bits`, :mod:`stages`) is short.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

Number: TypeAlias = "int | float"


@dataclass(frozen=True, slots=True)
class Constant:
    """The same for everybody; None: unknown."""

    value: bool | None


@dataclass(frozen=True, slots=True)
class Read:
    """A column of yes and no, as it is."""

    column: str


@dataclass(frozen=True, slots=True)
class Given:
    """Whether a column has a value. Two-valued."""

    column: str


@dataclass(frozen=True, slots=True)
class Compare:
    """A column of numbers against a bound: ``>=``, ``>``, ``<=`` or ``<``."""

    column: str
    sign: str
    bound: Number


@dataclass(frozen=True, slots=True)
class OneOf:
    """A column of words holds one of these."""

    column: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class DaysApart:
    """One date lies at least so many days after another."""

    later: str
    earlier: str
    days: int


@dataclass(frozen=True, slots=True)
class And:
    """Kleene's and."""

    a: int
    b: int


@dataclass(frozen=True, slots=True)
class Or:
    """Kleene's or."""

    a: int
    b: int


@dataclass(frozen=True, slots=True)
class Not:
    """Kleene's not."""

    a: int


@dataclass(frozen=True, slots=True)
class Surely:
    """Whether it is true; what is unknown is not. Two-valued."""

    a: int


Operation: TypeAlias = Constant | Read | Given | Compare | OneOf | DaysApart | And | Or | Not | Surely


def inputs(operation: Operation) -> tuple[int, ...]:
    """The numbers of the operations that this one needs."""
    match operation:
        case And(a, b) | Or(a, b):
            return (a, b)
        case Not(a) | Surely(a):
            return (a,)
    return ()


@dataclass
class Builder:
    """Collects operations, folding what is constant."""

    operations: list[Operation] = field(default_factory=list)
    _numbers: dict[Operation, int] = field(default_factory=dict)
    _two_valued: set[int] = field(default_factory=set)

    def add(self, operation: Operation) -> int:
        """The number of this operation; the same for an equal one."""
        number = self._numbers.get(operation)
        if number is None:
            number = self._numbers[operation] = len(self.operations)
            self.operations.append(operation)
            if self._never_unknown(operation):
                self._two_valued.add(number)
        return number

    def _never_unknown(self, operation: Operation) -> bool:
        match operation:
            case Constant(value):
                return value is not None
            case Given() | Surely():
                return True
            case And() | Or() | Not():
                return all(each in self._two_valued for each in inputs(operation))
        return False

    def constant(self, value: bool | None) -> int:
        """Yes, no or unknown for everybody."""
        return self.add(Constant(value))

    def all(self, parts: Iterable[int]) -> int:
        """And over several; of none: true."""
        whole = self.constant(True)
        for part in parts:
            whole = self._pair(whole, part, keeps=True)
        return whole

    def any(self, parts: Iterable[int]) -> int:
        """Or over several; of none: false."""
        whole = self.constant(False)
        for part in parts:
            whole = self._pair(whole, part, keeps=False)
        return whole

    def _pair(self, a: int, b: int, *, keeps: bool) -> int:
        """And (which true keeps as it is and false decides), or its mirror."""
        neutral, deciding = self.constant(keeps), self.constant(not keeps)
        if a == b or b == neutral:
            return a
        if a == neutral:
            return b
        if deciding in (a, b):
            return deciding
        return self.add((And if keeps else Or)(min(a, b), max(a, b)))

    def negated(self, a: int) -> int:
        """Not; twice is once less."""
        operation = self.operations[a]
        if isinstance(operation, Not):
            return operation.a
        if isinstance(operation, Constant):
            return self.constant(None if operation.value is None else not operation.value)
        return self.add(Not(a))

    def surely(self, a: int) -> int:
        """True where it is true, else false."""
        operation = self.operations[a]
        if isinstance(operation, Constant):
            return self.constant(operation.value is True)
        return a if a in self._two_valued else self.add(Surely(a))

    def true_or_unknown(self, a: int) -> int:
        """True where it is true, else unknown."""
        return self.any([a, self.constant(None)])

    def false_or_unknown(self, a: int) -> int:
        """False where it is false, else unknown."""
        return self.all([a, self.constant(None)])

    def decided(self, met: int, not_met: int) -> int:
        """True where the first is, false where the second is, else unknown. The two are never both."""
        return self.all([self.true_or_unknown(met), self.negated(self.surely(not_met))])

    def at_least(self, n: int, parts: list[int]) -> int:
        """At least n of these. Exact in Kleene's logic, since every part stands only unnegated.

        ``counts[k]`` says of the parts so far that at least k are true: of one more part, k are true if they were
        already, or if k - 1 were and this one is.
        """
        counts = [self.constant(True)] + [self.constant(False)] * n
        for part in parts:
            for k in range(n, 0, -1):
                counts[k] = self.any([counts[k], self.all([counts[k - 1], part])])
        return counts[n]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A decision table that would say both met and not met: where the operation is true."""

    number: int
    message: str


@dataclass(frozen=True, slots=True)
class Program:
    """Operations in an order in which each comes after what it needs, and the number of each verdict."""

    operations: tuple[Operation, ...]
    verdicts: dict[str, int]
    conflicts: tuple[Conflict, ...]
    columns: tuple[str, ...]
    """The columns that are read."""


def columns_of(operation: Operation) -> tuple[str, ...]:
    """The columns that an operation reads."""
    match operation:
        case Read(column) | Given(column) | Compare(column=column) | OneOf(column=column):
            return (column,)
        case DaysApart(later, earlier, _):
            return (later, earlier)
    return ()


def needed(operations: list[Operation], verdicts: dict[str, int], conflicts: list[Conflict]) -> Program:
    """Only what the verdicts and conflicts rest on, renumbered, each as late as it is first needed.

    Late, so that few intermediate columns are alive at once.
    """
    order: dict[int, int] = {}
    kept: list[Operation] = []

    def place(number: int) -> int:
        waiting = [number]
        while waiting:
            top = waiting[-1]
            if top in order:
                waiting.pop()
                continue
            ahead = [each for each in inputs(operations[top]) if each not in order]
            if ahead:
                waiting.extend(reversed(ahead))
                continue
            order[top] = len(kept)
            kept.append(_renumbered(operations[top], order))
            waiting.pop()
        return order[number]

    placed = {key: place(number) for key, number in verdicts.items()}
    clashes = tuple(Conflict(place(one.number), one.message) for one in conflicts)
    columns = tuple(dict.fromkeys(name for operation in kept for name in columns_of(operation)))
    return Program(tuple(kept), placed, clashes, columns)


def _renumbered(operation: Operation, order: dict[int, int]) -> Operation:
    match operation:
        case And(a, b):
            return And(order[a], order[b])
        case Or(a, b):
            return Or(order[a], order[b])
        case Not(a):
            return Not(order[a])
        case Surely(a):
            return Surely(order[a])
    return operation
