"""The verdicts of a Parquet file of any size: read, worked out and written in morsels, on every core."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import polars as pl

from concordant.registry.problems import TableError
from concordant.registry.verdicts import Verdicts
from concordant.registry.writing import replacing


def opened(source: Path) -> tuple[pl.LazyFrame, dict[str, pl.DataType], int]:
    """A Parquet file, its columns, and how many rows it has. Raises TableError for a file that is none."""
    try:
        frame = pl.scan_parquet(source, glob=False)
        schema = dict(frame.collect_schema())
        height = frame.select(pl.len()).collect().item()
    except OSError as error:
        raise TableError(f"{source}: {error.strerror or error}") from None
    except pl.exceptions.PolarsError as error:
        raise TableError(f"{source}: not a Parquet file ({error})") from None
    return frame, schema, height


def write_verdicts(
    source: Path,
    target: Path,
    wanted: Iterable[str] | None = None,
    told: Callable[[int], None] = lambda rows: None,
) -> Verdicts:
    """Write the verdicts of every row of a file, in its order. ``told`` hears how many rows more are done.

    Memory holds what is read ahead, however long the file is. The target appears when all is done.
    """
    frame, schema, _ = opened(source)
    verdicts = Verdicts(schema, wanted)

    def worked_out(morsel: pl.DataFrame) -> pl.DataFrame:
        found = verdicts.of(morsel)
        told(morsel.height)
        return found

    rows = frame.select(verdicts.columns).map_batches(
        worked_out,
        schema=verdicts.schema,
        streamable=True,
        predicate_pushdown=False,
        projection_pushdown=False,
        slice_pushdown=False,
    )
    with replacing(target) as beside:
        rows.sink_parquet(beside, engine="streaming")
    return verdicts
