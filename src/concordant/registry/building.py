"""A table of people from case files."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import polars as pl

from concordant.criteria.columns import Column, Places
from concordant.criteria.columns.column import RARE
from concordant.record.case import Case
from concordant.registry.problems import TableError
from concordant.registry.rows import Row, rows
from concordant.registry.schema import columns
from concordant.registry.types import written
from concordant.registry.writing import replacing

PART = 2_000
"""Cases in memory at once."""


def table(cases: Iterable[tuple[Case, date]]) -> pl.DataFrame:
    """The rows of these cases as known on their days, with room for as much as any of them needs."""
    made = [rows(case, day) for case, day in cases]
    room = Places()
    for needed, _ in made:
        room = room.widened(needed)
    every = columns(room)
    return _frame([row for _, several in made for row in several], every)


def write_table(
    cases: Iterable[tuple[Case, date]], target: Path, told: Callable[[int], None] = lambda cases: None
) -> None:
    """Write the rows of any number of cases. The target appears when all is done.

    Raises TableError where two cases are of the same person: each would be counted.
    """
    waiting = _once(cases)
    with replacing(target) as beside, tempfile.TemporaryDirectory(dir=target.parent) as directory:
        parts: list[Path] = []
        while several := list(islice(waiting, PART)):
            parts.append(Path(directory) / f"{len(parts)}.parquet")
            table(several).write_parquet(parts[-1])
            told(len(several))
        if not parts:
            raise TableError("no case was given")
        # Parts differ in how many visits, injuries and headaches they have room for.
        pl.concat([pl.scan_parquet(part) for part in parts], how="diagonal").sink_parquet(beside)


def _once(cases: Iterable[tuple[Case, date]]) -> Iterator[tuple[Case, date]]:
    seen: set[str] = set()
    for case, day in cases:
        if case.person.id in seen:
            raise TableError(f"person {case.person.id} stands in two cases; allowed: each once")
        seen.add(case.person.id)
        yield case, day


def _frame(found: list[Row], every: tuple[Column, ...]) -> pl.DataFrame:
    series = [
        pl.Series(column.name, [row.get(column.name) for row in found], dtype=written(column), strict=True)
        for column in every
    ]
    rare = {column.name for column in every if column.aspect in RARE}
    return pl.DataFrame([one for one in series if one.name not in rare or one.null_count() < len(found)])
