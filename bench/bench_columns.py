"""The rules over columns: people a second, against merely reading the columns; memory; cost from 1e5 rows on.

``--full`` goes on to 1e8 rows. Times are of the machine as it is: CPU seconds are given beside the wall clock, since
they hold on a machine that has other work. Where Node's cql-execution is installed (``make node-engines``), the whole
rule book is timed on it in the same run.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import cql_peer
import polars as pl
from people_table import clinic, drawn, survey, write_drawn
from timing import say

from concordant.criteria.columns.bits import Machine
from concordant.registry.streamed import write_verdicts
from concordant.registry.verdicts import Verdicts

SEVEN = ("2.2", "2.1", "1.1", "2.3", "11.2.1", "5.3", "5.4")
"""The commonest in the population (tension-type headache, migraine), and what a clinic for necks sees most."""
ROWS = 2_097_152
MORSEL = 1_048_576
LARGEST = 1_000_000
FULL = 100_000_000
OF_PEER = 200
"""People for the other engine."""


def _best(work: Callable[[], Any], repeats: int = 3) -> tuple[float, float]:
    """Wall and CPU seconds of the best repeat."""
    wall, cpu = [], []
    for _ in range(repeats):
        began, used = time.perf_counter(), time.process_time()
        work()
        wall.append(time.perf_counter() - began)
        cpu.append(time.process_time() - used)
    return min(wall), min(cpu)


def _rates(rows: int, seconds: tuple[float, float]) -> dict[str, float]:
    wall, cpu = seconds
    return {
        "people_per_second": round(rows / wall),
        "people_per_cpu_second": round(rows / cpu),
        "load": round(os.getloadavg()[0], 1),
    }


def speed(what: str, base: pl.DataFrame, wanted: tuple[str, ...] | None) -> dict[str, float]:
    """Rules alone on one and two threads, then from file to file, against reading the same columns.

    Gives the rates of values checked, rules and statuses on two threads.
    """
    frame = drawn(base, ROWS)
    verdicts = Verdicts(frame.schema, wanted)
    machine: Machine = verdicts._each_with_headache
    morsels = [frame.select(verdicts.columns)[start : start + MORSEL] for start in range(0, ROWS, MORSEL)]
    shape = {
        "table": what,
        "rules": "all" if wanted is None else "seven",
        "operations": len(machine.program.operations),
        "columns": len(verdicts.columns),
    }
    one = _best(lambda: [machine.run(morsel) for morsel in morsels])
    with ThreadPoolExecutor(2) as pool:
        two = _best(lambda: list(pool.map(machine.run, morsels)))
        checked = _best(lambda: list(pool.map(verdicts.of, morsels)))
    say("rules over columns, one thread", **shape, **_rates(ROWS, one))
    say("rules over columns, two threads", **shape, **_rates(ROWS, two))
    say("with values checked and statuses, two threads", **shape, **_rates(ROWS, checked))
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "people.parquet", Path(folder) / "verdicts.parquet"
        frame.write_parquet(source, row_group_size=131_072, compression="lz4")
        reading = _best(lambda: pl.read_parquet(source, columns=list(verdicts.columns)))
        whole = _best(lambda: write_verdicts(source, target, wanted))
    say(
        "file to file",
        **shape,
        **_rates(ROWS, whole),
        reading_people_per_second=round(ROWS / reading[0]),
        times_reading=round(whole[0] / reading[0], 2),
        rules_times_reading_cpu=round(one[1] / reading[1], 2),
    )
    return _rates(ROWS, checked)


def _resident(what: str) -> int:
    """Bytes of this process: ``VmRSS`` now, ``VmHWM`` at most since it began or was reset (Linux)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{what}:"))


def _in_memory(send: Any, source: str, target: str) -> None:
    """In a process of its own: the table in memory, then all its verdicts."""
    frame = pl.read_parquet(source)
    verdicts = Verdicts(frame.schema)
    verdicts.of(frame[:4096])
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = _resident("VmRSS")
    parts = [verdicts.of(frame[start : start + MORSEL]) for start in range(0, frame.height, MORSEL)]
    assert sum(part.height for part in parts) == frame.height
    send.send((frame.estimated_size(), _resident("VmHWM") - before))


def _streamed(send: Any, source: str, target: str) -> None:
    write_verdicts(Path(source), Path(target))
    send.send((0, _resident("VmHWM")))


def _apart(work: Callable[..., None], *arguments: Any) -> tuple[int, int]:
    fresh = multiprocessing.get_context("spawn")
    receive, send = fresh.Pipe(duplex=False)
    process = fresh.Process(target=work, args=(send, *arguments))
    process.start()
    found: tuple[int, int] = receive.recv()
    process.join()
    return found


def memory(base: pl.DataFrame) -> None:
    """A whole table in memory with all its verdicts, against its columns; and files of two lengths streamed."""
    if not Path("/proc/self/clear_refs").exists():
        say("memory", left_out="it is read from /proc, which is Linux's")
        return
    streamed = {}
    with tempfile.TemporaryDirectory() as folder:
        source, target = str(Path(folder) / "people.parquet"), str(Path(folder) / "verdicts.parquet")
        for rows in (ROWS, 2 * ROWS):
            write_drawn(base, Path(source), rows)
            _, peak = _apart(_streamed, source, target)
            streamed[f"streamed_{rows}_rows_whole_process_mb"] = round(peak / 1e6)
            if rows == ROWS:
                columns, more = _apart(_in_memory, source, target)
    say(
        "memory",
        rows=ROWS,
        columns_mb=round(columns / 1e6),
        verdicts_add_mb=round(more / 1e6),
        times_columns=round(1 + more / columns, 2),
        **streamed,
    )


def growth(base: pl.DataFrame, largest: int) -> None:
    """File to file for ten times the rows each time: the cost of a row stays the same."""
    rows = 100_000
    while rows <= largest:
        with tempfile.TemporaryDirectory() as folder:
            source, target = Path(folder) / "people.parquet", Path(folder) / "verdicts.parquet"
            write_drawn(base, source, rows)
            wall, cpu = _best(lambda source=source, target=target: write_verdicts(source, target), repeats=1)
        say("cost of a row", rows=rows, wall_ns=round(wall / rows * 1e9), cpu_ns=round(cpu / rows * 1e9))
        rows *= 10


def peer(own: dict[str, float]) -> None:
    """The whole rule book on another engine, by its time of evaluation; the facts are worked out for both before."""
    if not cql_peer.is_there():
        say("cql-execution", left_out="it is not installed: make node-engines")
        return
    found = cql_peer.people_per_second(OF_PEER)
    # A row is a headache, and so is an evaluation.
    rate = found["headaches"] / found["evaluation_seconds"]
    cpu_rate = found["headaches"] / found["cpu_seconds"]
    say(
        "whole rule book, against cql-execution",
        **own,
        peer=found,
        times_peer=round(own["people_per_second"] / rate),
        times_peer_by_cpu=round(own["people_per_cpu_second"] / cpu_rate),
    )


def main(largest: int = LARGEST) -> None:
    """All figures."""
    whole: dict[str, float] = {}
    for what, base in (("survey", survey()), ("clinic", clinic())):
        speed(what, base, SEVEN)
        whole = speed(what, base, None)
    peer(whole)
    memory(clinic())
    growth(survey(), largest)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--full", action="store_true", help="go on to 1e8 rows")
    main(FULL if parser.parse_args().full else LARGEST)
