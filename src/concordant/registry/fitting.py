"""Does a table fit? Names and types before anything is read, values as they are read."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from operator import gt, lt
from typing import Any, NoReturn

import polars as pl

from concordant.criteria.columns import Aspect, Column, Holds, places_in
from concordant.criteria.columns.column import RARE
from concordant.registry.problems import TableError
from concordant.registry.schema import bounds, columns, exact
from concordant.registry.types import ALLOWED, taken, written

NEEDED = ("person", "headache")
"""Who is meant. A person without a headache has one row, in which ``headache`` is null."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table whose columns were looked at."""

    present: dict[str, Column]
    missing: tuple[str, ...]
    """Columns that the rules would read, and that are not there: unknown for everybody."""


def fitted(schema: Mapping[str, pl.DataType]) -> Fitted:
    """The columns of a table. Raises TableError for a name that no column has, or a type that one cannot have."""
    every = {column.name: column for column in columns(places_in(schema))}
    exactly = {exact(column): column for column in every.values() if column.aspect is Aspect.LOW}
    present: dict[str, Column] = {}
    for name, found in schema.items():
        column = every.get(name) or exactly.get(name)
        if column is None:
            _no_such(name, [*every, *exactly])
        if not taken(column.holds, found):
            raise TableError(f"column {name}: {found} is not allowed; allowed: {ALLOWED[column.holds]}")
        if found != pl.Null():
            present[name] = column
    _both_or_neither(schema, exactly)
    _what_says_that_there_is_one(schema, every)
    ends = {end for name in schema if name in exactly for end in (f"{name}.low", f"{name}.high")}
    given = ends.union(schema)
    missing = tuple(name for name, column in every.items() if name not in given and column.aspect not in RARE)
    return Fitted(present, tuple(name for name in missing if name != "as_of"))


def _no_such(name: str, known: list[str]) -> NoReturn:
    near = difflib.get_close_matches(name, known, n=3)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise TableError(f"column {name}: no column is named so{hint} (concordant registry schema lists them all)")


def _both_or_neither(schema: Mapping[str, pl.DataType], exactly: Mapping[str, Column]) -> None:
    for name in exactly:
        ends = [end for end in (f"{name}.low", f"{name}.high") if end in schema]
        if len(ends) == 1:
            raise TableError(f"column {ends[0]}: it stands alone; allowed: {name}.low with {name}.high, or {name}")
        if ends and name in schema:
            raise TableError(f"column {name}: it stands beside {name}.low and {name}.high; allowed: one or the other")


def _what_says_that_there_is_one(schema: Mapping[str, pl.DataType], every: Mapping[str, Column]) -> None:
    for name in NEEDED:
        if name not in schema:
            raise TableError(f"column {name}: it is missing; allowed: {ALLOWED[Holds.ID]}")
    for name, column in every.items():
        if column.aspect in (Aspect.THERE, Aspect.DAY) and name not in schema:
            place = name.partition(".")[0]
            if any(other.startswith(f"{place}.") or f".{place}." in other for other in schema):
                raise TableError(f"column {name}: it is missing, and says whether there is a {place}")


@dataclass(frozen=True, slots=True)
class _Test:
    """What is looked up of a column, which answer is wrong, and in which rows."""

    found: pl.Expr
    wrong: Callable[[Any], bool]
    rows: pl.Expr


def _tests(name: str, column: Column, schema: Mapping[str, pl.DataType]) -> list[_Test]:
    """What has to be looked at in a column, beyond what its type already sees to."""
    values = pl.col(name)
    if column.holds is Holds.WORD:
        if schema[name] == written(column):
            return []
        odd = ~values.cast(pl.String).is_in(list(column.words))
        return [_Test(odd.any(), bool, odd)]
    if column.holds not in (Holds.WHOLE, Holds.NUMBER):
        return []
    low, high = bounds(column)
    tests = []
    if low is not None:
        tests.append(_Test(values.min(), partial(gt, low), values < low))
    if high is not None:
        tests.append(_Test(values.max(), partial(lt, high), values > high))
    if schema[name].is_float():
        tests.append(_Test(values.is_nan().any(), bool, values.is_nan()))
    if column.aspect is Aspect.LOW and (end := name.removesuffix("low") + "high") in schema:
        above = values > pl.col(end)
        tests.append(_Test(above.any(), bool, above))
    return tests


class Checks:
    """The looks at the values of a table, made ready to be taken at many frames."""

    def __init__(self, present: Mapping[str, Column], schema: Mapping[str, pl.DataType]) -> None:
        self._columns = present
        tests = {name: _tests(name, column, schema) for name, column in present.items()}
        self._tests = [(name, test) for name, several in tests.items() for test in several]
        self._found = [test.found.alias(str(number)) for number, (_, test) in enumerate(self._tests)]
        words = [name for name in tests if tests[name] and present[name].holds is Holds.WORD]
        self._words = [pl.col(name).cast(written(present[name])) for name in words]

    def of(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The frame with words as their closed list. Raises TableError for a value that its fact cannot take."""
        answers = frame.select(self._found).row(0) if self._found else ()
        for (name, test), answer in zip(self._tests, answers, strict=True):
            if answer is not None and test.wrong(answer):
                _refuse(frame.filter(test.rows), name, self._columns[name])
        return frame.with_columns(self._words) if self._words else frame


def _refuse(rows: pl.DataFrame, name: str, column: Column) -> NoReturn:
    if column.holds is Holds.WORD:
        allowed = f"one of {', '.join(column.words)}, null for not known"
    else:
        assert column.term is not None
        allowed = f"{column.term.kind.allowed}, never NaN, low not above high, null for not known"
    first = rows.row(0, named=True)
    raise TableError(f"column {name}: {first[name]!r} (person {first['person']}) is not allowed; allowed: {allowed}")
