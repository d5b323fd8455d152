"""Tables of invented people of any length: rows of the demo clinic and of a light population, drawn again and again."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np
import polars as pl

from concordant.record.read import read_plain
from concordant.registry.building import table
from concordant.registry.rows import rows
from concordant.simulate import demo_clinic, large_population

TODAY = date(2026, 1, 30)
NOT_ASKED = 0.1
"""Share of the answers that is taken away again, so that rows differ and much is unknown."""
VISITS = 3
PEOPLE = 120


@lru_cache(maxsize=1)
def clinic() -> pl.DataFrame:
    """Rows with room for one other headache, one injury and three visits."""
    everyone = [read_plain(person.case) for person in demo_clinic(7, TODAY)]
    everyone += [read_plain(plain) for plain in large_population(3, PEOPLE, visits=VISITS)]
    needs = {case.person.id: rows(case, TODAY)[0] for case in everyone}
    small = [
        (case, TODAY)
        for case in everyone
        if (need := needs[case.person.id]).others <= 1 and need.injuries <= 1 and need.visits <= VISITS
    ]
    return table(small)


def survey() -> pl.DataFrame:
    """The same without places: one headache, what was told and examined once, as a survey has it."""
    places = ("other", "injury", "visit", "person.")
    return clinic().select(name for name in clinic().columns if not name.startswith(places))


def drawn(base: pl.DataFrame, height: int, seed: int = 1) -> pl.DataFrame:
    """So many rows, each with some answers taken away."""
    rng = np.random.default_rng(seed)
    found = base[rng.integers(0, base.height, height)].with_columns(headache=pl.lit("A"))
    answers = [name for name in base.columns if "." not in name and name not in ("person", "headache", "as_of")]
    kept = {name: pl.Series(rng.random(height, dtype=np.float32) >= NOT_ASKED) for name in answers}
    return found.with_columns(pl.when(kept[name]).then(name).alias(name) for name in answers)


def write_drawn(base: pl.DataFrame, path: Path, height: int, block: int = 1_000_000) -> None:
    """A Parquet file of so many rows, written block by block; a block is drawn once and repeated."""
    first = drawn(base, min(block, height))
    whole, rest = divmod(height, first.height)
    blocks = [first.lazy()] * whole + ([first[:rest].lazy()] if rest else [])
    pl.concat(blocks).sink_parquet(path, row_group_size=131_072, compression="lz4")
