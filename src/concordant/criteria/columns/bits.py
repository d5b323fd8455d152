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

BLOCK = 524_288
"""Rows at a time, a multiple of 64: bitmaps of 64 KiB stay in the cache, and calls cost little beside them."""
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
        at = [ones, *read, *kept, *(each[:width] for each in scratch.registers)]
        answers = scratch.answers[: block.height]
        for step in self._plan.steps:
            if isinstance(step, Load):
                _answer(step.leaf, held, answers)
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
    """A column where Polars keeps it. In rows in which it is not known, its values are anything."""

    def __init__(self, column: pl.Series, ones: Words) -> None:
        self._column = column.rechunk()
        if column.dtype in _NOT_IN_NUMPY:
            self._column = self._column.cast(pl.Float64)
        self._view = na.c_array_stream(self._column).get_next().view()
        bitmap = self._view.buffer(0)
        self.known = self._words(bitmap) if bitmap.size_bytes else ones

    @property
    def bits(self) -> Words:
        """The values of a column of yes and no."""
        return self._words(self._view.buffer(1))

    @property
    def values(self) -> npt.NDArray[Any]:
        """Numbers, days since 1970, or the places of words in their list."""
        first: int = self._view.offset
        return np.asarray(self._view.buffer(1))[first : first + self._view.length]

    def place(self, word: str) -> int:
        """The place of a word in the list of its column."""
        dtype = self._column.dtype
        assert isinstance(dtype, pl.Enum)
        return dtype.categories.to_list().index(word)

    def _words(self, bitmap: Any) -> Words:
        """In place, but a copy where it does not begin with a byte or does not fill its last word."""
        first, shift = divmod(self._view.offset, 8)
        count = _words_for(self._view.length)
        if not shift and first + 8 * count <= bitmap.size_bytes:
            return np.frombuffer(bitmap, np.uint64, count, first)
        held = np.frombuffer(bitmap, np.uint8, offset=first)[: 8 * count + 1]
        padded = np.zeros(8 * count + 1, np.uint8)
        padded[: len(held)] = held
        if shift:
            padded[:-1] = padded[:-1] >> shift | padded[1:] << (8 - shift)
        return padded[:-1].view(np.uint64)


_NOT_IN_NUMPY = (pl.Int128, pl.UInt128)


def _words_for(rows: int) -> int:
    return -(-rows // 64)


def _answer(leaf: Operation, held: dict[str, _Held], into: npt.NDArray[np.bool_]) -> None:
    match leaf:
        case Compare(column, sign, bound):
            _SIGNS[sign](held[column].values, bound, out=into)
        case OneOf(column, words):
            (word,) = words
            np.equal(held[column].values, held[column].place(word), out=into)
        case DaysApart(later, earlier, days):
            np.greater_equal(held[later].values - held[earlier].values, days, out=into)
        case _:
            raise TypeError(f"no bits for {type(leaf).__name__}")


def _series(values: Words, known: Words | None, rows: int) -> pl.Series:
    return pl.Series(na.c_array_from_buffers(na.bool_(), rows, [known, values]))
