"""The same rules and the same facts on cql-execution, the public CQL engine for Node: a peer for speed.

Facts are worked out and turned into the engine's own values beforehand and are not in its evaluation time.
Each headache is one evaluation of the whole rule book, which is how CQL is run; flags are therefore worked out
anew for each headache of a person.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from concordant.cql import rule_book
from concordant.criteria.cql import parameters
from concordant.record.read import read_plain
from concordant.record.record import Record
from concordant.simulate import large_population

NODE = Path(__file__).parents[1] / "tests" / "cql" / "node"
TODAY = date(2026, 1, 30)
SEED = 11


def is_there() -> bool:
    """Node and the engine are installed (``make node-engines``)."""
    return shutil.which("node") is not None and (NODE / "node_modules" / "cql-execution").is_dir()


def people_per_second(people: int, *, processes: int = 1) -> dict[str, Any]:
    """Simulated people through the whole rule book: by time of evaluation alone, and by the clock on the wall.

    With several processes the people are dealt out evenly, and the slowest process counts.
    """
    book = rule_book()
    dealt: list[list[str]] = [[] for _ in range(processes)]
    for number, case in enumerate(large_population(SEED, people, today=TODAY)):
        person = Record(read_plain(case), TODAY)
        given = (parameters(book, person, headache) for headache in person.headaches)
        dealt[number % processes] += [json.dumps(one) for one in given]
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.json"
        library.write_text(json.dumps(book.elm), encoding="utf-8")
        files = [Path(folder) / f"{number}.jsonl" for number in range(processes)]
        for file, lines in zip(files, dealt, strict=True):
            file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        start = time.perf_counter()
        told = [json.loads(out) for out in _at_once(library, files)]
        wall = time.perf_counter() - start
    evaluation = max(one["seconds"] for one in told)
    return {
        "people": people,
        "headaches": sum(one["evaluations"] for one in told),
        "rules": len(book.of_headache),
        "processes": processes,
        "evaluation_seconds": round(evaluation, 3),
        "cpu_seconds": round(sum(one["cpu_seconds"] for one in told), 3),
        "wall_seconds": round(wall, 3),
        "people_per_second": round(people / evaluation, 1),
        "people_per_second_wall": round(people / wall, 1),
    }


def _at_once(library: Path, files: list[Path]) -> list[str]:
    command = ["node", str(NODE / "run.mjs"), str(library), "--time"]
    running = []
    for file in files:
        with file.open(encoding="utf-8") as given:
            running.append(subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE, text=True))
    outputs = [one.communicate()[0] for one in running]
    failed = [one.returncode for one in running if one.returncode]
    if failed:
        raise RuntimeError(f"cql-execution ended with {failed}")
    return outputs


if __name__ == "__main__":
    for processes in (1, 2):
        print(json.dumps(people_per_second(1000, processes=processes)))
