"""The trials of one data set with their effects."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from concordant.evidence.numbers import Floats
from concordant.evidence.refused import Refused


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """One trial (or contrast) a row; every array has as many entries as there are rows."""

    labels: tuple[str, ...]
    yi: Floats
    vi: Floats
    measure: str
    """MD, SMD, RR, …; empty where a file with its own yi and vi does not say."""
    says: str
    """Where yi and vi are from, in one sentence."""
    cells: Mapping[str, tuple[str, ...]]
    """Every column of the file, as it stands there."""

    def __len__(self) -> int:
        return len(self.labels)

    def words(self, column: str) -> tuple[str, ...]:
        """A column as it stands in the file. Raises Refused for one that is not there."""
        if column not in self.cells:
            raise Refused("there is no such column", column=column, allowed=", ".join(self.cells))
        return self.cells[column]

    def numbers(self, column: str) -> Floats:
        """A column as numbers, empty cells as NaN. Raises Refused, with the row, for what is no number."""
        return np.array([number(cell, row, column) for row, cell in enumerate(self.words(column), 1)])

    @property
    def with_effect(self) -> tuple[int, ...]:
        """Places (from 0) of the rows that give an effect with its variance: where a cell is empty there is none."""
        return tuple(int(place) for place in np.flatnonzero(~np.isnan(self.yi)))

    def taken(self, rows: Sequence[int]) -> Rows:
        """Only these rows (from 0), in this order."""
        return Rows(
            tuple(self.labels[each] for each in rows), self.yi[list(rows)], self.vi[list(rows)], self.measure,
            self.says,
            {name: tuple(cells[each] for each in rows) for name, cells in self.cells.items()},
        )  # fmt: skip


EMPTY = ("", "NA", "null")
"""Cells that hold nothing."""
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|[+-]?(inf|infinity|nan)", re.ASCII | re.IGNORECASE)
"""As papers and other programs write it: Python alone would also take 1_0 for ten."""


def number(cell: str, row: int, column: str) -> float:
    """A cell as a number; NaN where it is empty or NA. Raises Refused for anything else, and for an infinite one."""
    written = cell.strip()
    if written in EMPTY:
        return np.nan
    if not NUMBER.fullmatch(written):
        raise Refused(
            "is not a number", row=row, column=column, value=cell, allowed="a number with a decimal point, or nothing"
        )
    value = float(written)
    if not np.isfinite(value):
        raise Refused("is not a finite number", row=row, column=column, value=cell, allowed="a number or nothing")
    return value
