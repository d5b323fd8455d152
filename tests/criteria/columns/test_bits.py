"""Packed bits against Narwhals' stages: the same program over frames of every shape in memory."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import narwhals as nw
import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.criteria.columns import Conflict, Program, bits
from concordant.criteria.columns.bits import Machine
from concordant.criteria.columns.program import (
    And,
    Compare,
    Constant,
    DaysApart,
    Given,
    Not,
    OneOf,
    Or,
    Read,
    Surely,
    columns_of,
)
from concordant.criteria.columns.stages import with_verdicts

OPERATIONS = (
    Read("yes"),
    Read("full"),
    Given("number"),
    Compare("number", ">=", 3),
    Compare("number", "<", 2.5),
    Compare("whole", "<=", 4),
    Compare("whole", ">", 4),
    OneOf("word", frozenset({"a", "c"})),
    OneOf("word", frozenset({"b"})),
    DaysApart("later", "earlier", 3),
    Constant(None),
    Constant(True),
    And(0, 3),
    Or(7, 9),
    Not(12),
    Surely(13),
    Or(14, 10),
    And(15, 8),
    Surely(16),
    Or(4, 5),
)
PROGRAM = Program(
    OPERATIONS,
    {f"rule {number}": number for number in range(len(OPERATIONS))},
    (Conflict(13, "both"), Conflict(0, "as it is read")),
    tuple(dict.fromkeys(name for operation in OPERATIONS for name in columns_of(operation))),
)


def _frame(height, seed=0, null=0.2):
    rng = np.random.default_rng(seed)
    day = [date(2026, 1, 1) + timedelta(days=int(n)) for n in rng.integers(0, 7, height)]
    frame = pl.DataFrame(
        {
            "yes": rng.random(height) < 0.5,
            "number": rng.integers(0, 6, height).astype(np.float64),
            "whole": rng.integers(0, 8, height).astype(np.int32),
            "word": pl.Series(list(rng.choice(list("abcd"), height)), dtype=pl.Enum(list("abcd"))),
            "later": pl.Series(day, dtype=pl.Date),
            "earlier": pl.Series(day[::-1], dtype=pl.Date),
        }
    )
    absent = [pl.Series(name, rng.random(height) < null) for name in frame.columns]
    frame = frame.with_columns(pl.when(~gone).then(gone.name).alias(gone.name) for gone in absent)
    return frame.with_columns(full=pl.Series(rng.random(height) < 0.5))


def _agree(frame):
    called = {name: name for name in frame.columns}
    expected = with_verdicts(nw.from_native(frame.lazy()), Program(OPERATIONS, PROGRAM.verdicts, (), ()), called, {})
    verdicts, conflicts = Machine(PROGRAM).run(frame)
    native = expected.collect("polars").to_native()
    for key, found in verdicts.items():
        assert found.to_list() == native[key].to_list(), (key, OPERATIONS[PROGRAM.verdicts[key]])
    for conflict, rows in zip(PROGRAM.conflicts, conflicts, strict=True):
        assert rows.to_list() == native[f"rule {conflict.number}"].fill_null(False).to_list()


@pytest.mark.parametrize("height", [0, 1, 2, 7, 8, 9, 63, 64, 65, 127, 128, 129, 1000])
@pytest.mark.parametrize("null", [0, 0.2, 1])
def test_lengths_around_a_word(height, null):
    _agree(_frame(height, null=null))


@given(st.integers(0, 150), st.integers(0, 150), st.integers(0, 99))
def test_a_slice_that_begins_within_a_byte(start, length, seed):
    _agree(_frame(200, seed)[start : start + length])


@given(st.lists(st.integers(0, 70), min_size=1, max_size=4), st.integers(0, 40))
def test_a_frame_in_pieces(heights, start):
    whole = pl.concat([_frame(height, seed) for seed, height in enumerate(heights)], rechunk=False)
    _agree(whole[start:])


@given(st.integers(0, 300), st.integers(0, 20))
def test_several_blocks(height, start):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(bits, "BLOCK", 64)
        _agree(_frame(height + start)[start:])


@pytest.mark.parametrize("dtype", [pl.Int8, pl.UInt8, pl.Int16, pl.UInt64, pl.Int64, pl.Int128, pl.Float32])
def test_numbers_of_any_type(dtype):
    _agree(_frame(100).with_columns(pl.col("number", "whole").cast(dtype)))


def test_one_machine_in_two_threads():
    machine, frames = Machine(PROGRAM), [_frame(20_000, seed) for seed in range(8)]
    alone = [machine.run(frame) for frame in frames]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(machine.run, frames))
    for (one, _), (other, _) in zip(alone, together, strict=True):
        assert all(one[key].equals(other[key]) for key in one)


def test_verdicts_outlive_the_machine_and_the_frame():
    verdicts, _ = Machine(PROGRAM).run(_frame(5_000))
    again, _ = Machine(PROGRAM).run(_frame(5_000))
    assert all(verdicts[key].equals(again[key], null_equal=True) for key in verdicts)


def test_rows_beyond_the_end_are_not_counted():
    verdicts, _ = Machine(PROGRAM).run(_frame(70))
    for found in verdicts.values():
        assert (found.sum(), found.null_count()) == (found.to_list().count(True), found.to_list().count(None))
