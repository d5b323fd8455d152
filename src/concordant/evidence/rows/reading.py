"""Reading a rows file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import polars as pl

from concordant.evidence.refused import Refused
from concordant.evidence.rows.checks import check, check_effects, check_sides
from concordant.evidence.rows.computing import effects_of
from concordant.evidence.rows.table import Rows, number

NUMERIC = (
    "yi", "vi", "sei", "m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i", "ai", "ci", "mean_after", "sd_after", "mean_before",
    "sd_before", "r", "n", "x1i", "t1i", "x2i", "t2i", "xi", "ni", "ti", "estimate", "se", "ci_low", "ci_high", "p",
    "or", "or_low", "or_high",
)  # fmt: skip
"""Columns that must hold numbers; all others may hold words."""
LABELS = ("study", "trial_id", "trial", "label")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LARGEST = 100_000
"""Rows of the largest file read."""


def read_rows(path: Path, *, measure: str = "") -> Rows:
    """The rows of a CSV file (UTF-8, comma, header). ``measure`` says what to compute where there are no yi and vi."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("is not UTF-8 text", value=str(path), allowed="a CSV file") from error
    return rows_in(text, measure=measure)


def rows_in(text: str, *, measure: str = "") -> Rows:
    """The same from the text of such a file."""
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise Refused(f"is no CSV: {error}", allowed="a CSV file") from error
    table = [[cell.strip() for cell in each] for each in table if any(cell.strip() for cell in each)]
    if not table:
        raise Refused("is empty", allowed="a header and a row of each trial")
    header, *body = table
    if len(header) == 1 and (separator := next((each for each in ";\t|" if each in header[0]), "")):
        raise Refused(f"has {separator!r} between its cells", value=header[0], allowed="a comma between cells")
    for row, cells in enumerate(body, 1):
        if len(cells) != len(header):
            raise Refused(
                "has another number of cells than the header", row=row, value=len(cells), allowed=str(len(header))
            )
    return rows_of((dict(zip(header, cells, strict=True)) for cells in body), header=header, measure=measure)


def rows_of(
    rows: Iterable[Mapping[str, object]] | pl.DataFrame, *, header: Iterable[str] = (), measure: str = ""
) -> Rows:
    """The same from a data frame or from one mapping a row."""
    table = rows.to_dicts() if isinstance(rows, pl.DataFrame) else list(rows)
    names = list(rows.columns) if isinstance(rows, pl.DataFrame) else list(header) or list(table[0] if table else ())
    if not table:
        raise Refused("there is no row", allowed="one row of each trial")
    if len(table) > LARGEST:
        raise Refused("are too many rows", value=len(table), allowed=f"{LARGEST} at most")
    twice = {each for each in names if names.count(each) > 1 or not each}
    if twice:
        column = sorted(twice)[0] or f"number {names.index('') + 1}"
        raise Refused("a column without a name, or two with the same", column=column, allowed="a name of its own")
    cells = {name: tuple(_cell(each.get(name)) for each in table) for name in names}
    columns = {
        name: _numbers(cells[name], name) for name in cells if name in NUMERIC or name.startswith(("yi_", "vi_"))
    }
    said = measure or _stated(cells)
    label = next((each for each in LABELS if each in cells), "")
    for column in names:
        _refuse_control(column, cells.get(column, ()) if column == label else ())
    check(cells, len(table), said)
    got = effects_of(columns, said, names)
    check_effects(got.yi, got.vi, cells)
    check_sides(got.yi, got.vi, cells)
    labels = cells[label] if label else tuple(str(row) for row in range(1, len(table) + 1))
    return Rows(labels, got.yi, got.vi, got.measure, got.says, cells)


def _refuse_control(column: str, cells: tuple[str, ...]) -> None:
    """Names are printed on screens and into pictures: none may move a cursor, or turn the text round."""
    if _CONTROL.search(column):
        raise Refused("the name of a column holds a control character", column=column.encode("unicode_escape").decode())
    for row, cell in enumerate(cells, 1):
        if _CONTROL.search(cell):
            raise Refused("holds a control character", row=row, column=column, value=cell, allowed="letters and signs")


def _stated(cells: Mapping[str, tuple[str, ...]]) -> str:
    """The measure that a column of the file names, the same in every row (which is checked)."""
    return next((each for each in cells.get("measure", ()) if each), "")


def _numbers(cells: tuple[str, ...], column: str) -> np.ndarray:
    return np.array([_number(cell, row, column) for row, cell in enumerate(cells, 1)])


def _number(cell: str, row: int, column: str) -> float:
    if column == "p" and cell[:1] in ("<", ">"):
        return np.nan  # a bound is not a value
    return number(cell, row, column)


def _cell(value: object) -> str:
    return "" if value is None else str(value)
