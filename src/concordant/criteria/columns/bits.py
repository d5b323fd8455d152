"""Runs a program on packed bits: 64 people in every word.

Unknown is neither met nor not met, so each operation is two bitmaps, and Kleene's "and" is two plain ones
(:mod:`planes` says which are made, and where they are kept). Columns are read where Polars keeps them, and verdicts
handed back to it as they are, through Arrow's C interface (https://arrow.apache.org/docs/format/CDataInterface.html).
"""

from __future__ import annotations

from collections import deque
from typing import Any, TypeAlias

import nanoarrow as na
import numpy as np
import numpy.typing as npt
import polars as pl

from concordant.criteria.columns.planes import EVERYBODY, NOBODY, Known, Load, plan
from concordant.criteria.columns.program import Compare, DaysApart, OneOf, Operation, Program

Words: TypeAlias = "npt.NDArray[np.uint64]"

BLOCK = 1_048_576
"""Rows at a time, a multiple of 64: bitmaps of 128 KiB stay in the cache, and calls cost little beside them."""
_SIGNS = {">=": np.greater_equal, ">": np.greater}


class Machine:
    """A program made ready to be run many times, from several threads if need be.

    Columns hold what :func:`concordant.registry.types.written` says; numbers may be of any type of numbers.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self._plan = plan(program)
        self._spare: deque[_Scratch] = deque()

    def run(self, frame: pl.DataFrame) -> tuple[dict[str, pl.Series], list[pl.Series]]:
        """The verdicts by rule, and for each conflict of the program the rows in which it is true."""
        bitmaps = self._bitmaps(frame)
        verdicts = {
            key: _series(bitmaps[met], bitmaps[known], frame.height)
            for key, (met, known) in self._plan.verdicts.items()
        }
        return verdicts, [_series(bitmaps[met], None, frame.height) for met in self._plan.conflicts]

    def _bitmaps(self, frame: pl.DataFrame) -> dict[int, Words]:
        """What the plan keeps, for the whole frame."""
        words = _words_for(frame.height)
        kept = [np.empty(words, np.uint64) for _ in self._plan.kept]
        scratch = self._scratch()
        for start in range(0, frame.height, BLOCK):
            block = frame.slice(start, BLOCK)
            first, width = start // 64, _words_for(block.height)
            self._over(block, [each[first : first + width] for each in kept], scratch)
        self._spare.append(scratch)
        whole = {NOBODY: np.zeros(words, np.uint64), EVERYBODY: np.full(words, _ONES)}
        whole |= dict(zip(self._plan.kept, kept, strict=True))
        if beyond := frame.height % 64:
            for each in whole.values():
                each[-1] &= np.uint64((1 << beyond) - 1)
        return whole

    def _scratch(self) -> _Scratch:
        try:
            return self._spare.pop()
        except IndexError:
            return _Scratch(self._plan.registers)

    def _over(self, block: pl.DataFrame, kept: list[Words], scratch: _Scratch) -> None:
        width = _words_for(block.height)
        ones = scratch.ones[:width]
        held = {name: _Held(block[name], ones) for name in self.program.columns}
        read = [held[one.column].known if isinstance(one, Known) else held[one.column].bits for one in self._plan.read]
        values = _Values(held)
        at = [ones, *read, *kept, *(each[:width] for each in scratch.registers)]
        answers = scratch.answers[: block.height]
        for step in self._plan.steps:
            if isinstance(step, Load):
                _answer(step.leaf, values, answers)
                packed = np.packbits(answers, bitorder="little")
                at[step.into].view(np.uint8)[: len(packed)] = packed
            else:
                work, a, b, into = step
                work(at[a], at[b], at[into])


_ONES = ~np.uint64(0)


class _Scratch:
    """Room to work in for one thread, used again from block to block."""

    def __init__(self, registers: int) -> None:
        self.registers = np.empty((registers, BLOCK // 64), np.uint64)
        self.ones = np.full(BLOCK // 64, _ONES)
        self.answers = np.empty(BLOCK, np.bool_)


class _Held:
    """A column where Polars keeps it. In rows in which it is not known, its values are anything.

    One that lies in several pieces is joined only while its values are read, so that no second table is made.
    """

    def __init__(self, column: pl.Series, ones: Words) -> None:
        self._column = column.cast(pl.Float64) if column.dtype in _NOT_IN_NUMPY else column
        self._ones = ones

    @property
    def known(self) -> Words:
        """Where there is a value."""
        if self._column.n_chunks() > 1:
            return _words(_view(self._column.is_not_null()), 1)
        view = _view(self._column)
        return _words(view, 0) if view.buffer(0).size_bytes else self._ones

    @property
    def bits(self) -> Words:
        """The values of a column of yes and no."""
        return _words(_view(self._column), 1)

    @property
    def values(self) -> npt.NDArray[Any]:
        """Numbers, days since 1970, or the places of words in their list."""
        view = _view(self._column)
        first: int = view.offset
        return np.asarray(view.buffer(1))[first : first + view.length]

    def place(self, word: str) -> int:
        """The place of a word in the list of its column."""
        dtype = self._column.dtype
        assert isinstance(dtype, pl.Enum)
        return dtype.categories.to_list().index(word)


def _view(column: pl.Series) -> Any:
    return na.c_array_stream(column.rechunk()).get_next().view()


def _words(view: Any, buffer: int) -> Words:
    """A bitmap in place, but a copy where it does not begin with a byte or does not fill its last word."""
    bitmap = view.buffer(buffer)
    first, shift = divmod(view.offset, 8)
    count = _words_for(view.length)
    if not shift and first + 8 * count <= bitmap.size_bytes:
        return np.frombuffer(bitmap, np.uint64, count, first)
    held = np.frombuffer(bitmap, np.uint8, offset=first)[: 8 * count + 1]
    padded = np.zeros(8 * count + 1, np.uint8)
    padded[: len(held)] = held
    if shift:
        padded[:-1] = padded[:-1] >> shift | padded[1:] << (8 - shift)
    return padded[:-1].view(np.uint64)


class _Values:
    """The values of the columns that are being read; those of one leaf are let go when the next asks for others."""

    def __init__(self, held: dict[str, _Held]) -> None:
        self._held = held
        self._now: dict[str, npt.NDArray[Any]] = {}

    def of(self, *columns: str) -> list[npt.NDArray[Any]]:
        """The values of one or two columns."""
        if self._now.keys() != {*columns}:
            self._now = {name: self._held[name].values for name in columns}
        return [self._now[name] for name in columns]

    def place(self, column: str, word: str) -> int:
        """The place of a word in the list of a column."""
        return self._held[column].place(word)


_NOT_IN_NUMPY = (pl.Int128, pl.UInt128)


def _words_for(rows: int) -> int:
    return -(-rows // 64)


def _answer(leaf: Operation, values: _Values, into: npt.NDArray[np.bool_]) -> None:
    match leaf:
        case Compare(column, sign, bound):
            (numbers,) = values.of(column)
            _SIGNS[sign](numbers, bound, out=into)
        case OneOf(column, words):
            (word,) = words
            (places,) = values.of(column)
            np.equal(places, values.place(column, word), out=into)
        case DaysApart(later, earlier, days):
            after, before = values.of(later, earlier)
            np.greater_equal(after - before, days, out=into)
        case _:
            raise TypeError(f"no bits for {type(leaf).__name__}")


def _series(values: Words, known: Words | None, rows: int) -> pl.Series:
    return pl.Series(na.c_array_from_buffers(na.bool_(), rows, [known, values]))
