"""Pooling against metafor and PyMARE: the same data, in the same run, the numbers compared as well as the times.

metafor runs in one Rscript that times its own loops (so that starting R costs it nothing), PyMARE in the Python named
by PYMARE_PYTHON or, without that, in this one. A peer that is not there is named as absent. One core each.

Times are of each package's defaults. Numbers are compared with metafor's iteration carried to 1e-12 (and, of the set
whose higher peak lies inside, started on that side). PyMARE looks for the lowest value of a curve and not for the root
of its slope, which fixes tau² to about 1e-5 only, however small its `xtol`.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # read when NumPy is loaded, here and in the peers
os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np
from timing import say

from concordant.evidence.pooling import pool
from concordant.evidence.sensitivity import leave_one_out

HERE = Path(__file__).parent
REFERENCE = HERE.parent / "tests" / "evidence" / "reference"
SIZES = {5: 200, 20: 200, 100: 60, 1000: 2}
"""Trials a set, and how many sets metafor is timed on."""
SETS, TRIALS, LEFT_OUT = 10_000, 20, 500
SLOW = 300
"""Of the many sets, how many metafor is timed on; scaled to all of them."""
HARD = {
    "peaks_inner": "edge_two_peaks_inner",
    "peaks_zero": "edge_two_peaks_zero",
    "giant": "edge_one_giant_study",
}
FIELDS = ("estimate", "se", "tau2")
REPEATS = 7
SAME = 1e-6

Data = tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]


@dataclass(frozen=True, slots=True)
class _Said:
    """What a peer says of each group of sets, and its version or why it is absent."""

    groups: dict[str, Any]
    version: str


def main() -> None:
    """Print one line a comparison."""
    draws = np.random.default_rng(2026)
    groups = {f"single_{k}": _drawn(draws, sets, k) for k, sets in SIZES.items()}
    yi, vi = _drawn(draws, 1, TRIALS)
    again = draws.integers(0, TRIALS, (SETS, TRIALS))
    bootstraps, left = (yi[0, again], vi[0, again]), _drawn(draws, LEFT_OUT, TRIALS)
    hard = {name: _reference(file) for name, file in HARD.items()}
    without = np.array([np.delete(np.arange(TRIALS), out) for out in range(TRIALS)])
    one_less = left[0][:, without].reshape(-1, TRIALS - 1), left[1][:, without].reshape(-1, TRIALS - 1)
    few, few_left = (bootstraps[0][:SLOW], bootstraps[1][:SLOW]), (left[0][: SLOW // TRIALS], left[1][: SLOW // TRIALS])
    metafor = _metafor(groups | hard | {"bootstraps": few, "leave": few_left})
    pymare = _pymare(groups | {"bootstraps": bootstraps, "bootstrapsDL": bootstraps, "leave": one_less})
    for k in SIZES:
        _single(k, groups[f"single_{k}"], metafor, pymare)
    for what, name, work in (
        ("bootstraps of 20 trials, REML", "bootstraps", lambda: pool(*bootstraps, test="knha")),
        ("leave-one-outs of 500 sets of 20 trials, REML", "leave", lambda: leave_one_out(*left, test="knha")),
        ("bootstraps of 20 trials, DL", "bootstrapsDL", lambda: pool(*bootstraps, model="DL", test="knha")),
    ):
        _many(what, name, work, metafor, pymare)
    for name, data in hard.items():
        _hard(name, data, metafor)


def _drawn(draws: np.random.Generator, sets: int, k: int) -> Data:
    vi = draws.uniform(0.02, 0.3, (sets, k))
    return draws.normal(0.3, np.sqrt(vi + 0.05)), vi


def _reference(name: str) -> Data:
    with (REFERENCE / f"{name}.rows.csv").open() as file:
        rows = list(csv.DictReader(file))
    return np.array([[float(row["yi"]) for row in rows]]), np.array([[float(row["vi"]) for row in rows]])


def _metafor(groups: dict[str, Data]) -> _Said:
    """What metafor says of each group; nothing where R or metafor is absent."""
    if not shutil.which("Rscript"):
        return _Said({}, "absent: no Rscript on PATH")
    with tempfile.TemporaryDirectory() as folder:
        for name, (yi, vi) in groups.items():
            places = np.repeat(np.arange(len(yi)), yi.shape[1])
            columns = zip(places.tolist(), yi.ravel().tolist(), vi.ravel().tolist(), strict=True)
            Path(folder, f"{name}.csv").write_text(
                "\n".join(["set,yi,vi", *(f"{s},{y!r},{v!r}" for s, y, v in columns)])
            )
        return _ran(["Rscript", str(HERE / "evidence_peers.R"), folder], "metafor")


def _pymare(groups: dict[str, Data]) -> _Said:
    """What PyMARE says; nothing where it is absent."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "data.npz")
        arrays = {f"{name}__yi": yi for name, (yi, _) in groups.items()}
        np.savez(path, **arrays, **{f"{name}__vi": vi for name, (_, vi) in groups.items()})
        python = os.environ.get("PYMARE_PYTHON", sys.executable)
        return _ran([python, str(HERE / "evidence_pymare.py"), str(path)], "pymare")


def _ran(command: list[str], peer: str) -> _Said:
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        return _Said({}, f"absent: {' '.join(ran.stderr.split())[-200:]}")
    said = {line["name"]: line for line in map(json.loads, ran.stdout.splitlines())}
    return _Said(said, said.pop("version")[peer])


def _best(work: Callable[[], Any], repeats: int = REPEATS) -> float:
    """Seconds of the quickest repeat."""
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def _single(k: int, data: Data, metafor: _Said, pymare: _Said) -> None:
    sets, name = list(zip(*data, strict=True)), f"single_{k}"
    found = [pool(yi, vi, test="knha") for yi, vi in sets]
    seconds = _best(lambda: [pool(yi, vi, test="knha") for yi, vi in sets]) / len(sets)
    values = {field: np.array([getattr(one, field) for one in found]) for field in FIELDS}
    theirs, others = metafor.groups.get(name), pymare.groups.get(name)
    say(
        f"one fit, REML with Knapp-Hartung, {k} trials",
        microseconds=round(seconds * 1e6, 1),
        **_against("metafor", metafor, values, seconds, theirs and theirs["seconds_a_fit"], name),
        **_against("pymare", pymare, values, seconds, others and others["seconds"], name),
    )


def _many(what: str, name: str, work: Callable[[], Any], metafor: _Said, pymare: _Said) -> None:
    found, seconds = work(), _best(work)
    values = {field: np.ravel(getattr(found, field)) for field in FIELDS}
    theirs, others = metafor.groups.get(name), pymare.groups.get(name)
    about = {}
    if metafor.groups and theirs is None:
        about["metafor"] = "not asked"
    else:
        slow = theirs and theirs["seconds_a_fit"] * SETS
        about |= _against("metafor", metafor, values, seconds, slow, name)
        about["metafor_measured_on"] = theirs and len(theirs["tau2"])
    about |= _against("pymare", pymare, values, seconds, others and others["seconds"], name)
    say(f"10,000 {what}", fits=SETS, milliseconds=round(seconds * 1e3, 1), **about)


def _hard(name: str, data: Data, metafor: _Said) -> None:
    """Sets on which a climb from one side goes wrong, and one very large study."""
    for form, found in (("alone", pool(data[0][0], data[1][0], test="knha")), ("many", pool(*data, test="knha"))):
        values = {field: np.ravel(getattr(found, field)) for field in FIELDS}
        say(f"hard set, {form}: {HARD[name]}", **_against("metafor", metafor, values, None, None, name))


def _against(
    peer: str, said: _Said, values: dict[str, Any], ours: float | None, theirs: float | None, name: str
) -> dict[str, Any]:
    """How many times as fast as the peer, and whether the numbers are the same."""
    found: dict[str, Any] = {peer: said.version}
    if ours and theirs:
        found |= {f"{peer}_seconds": float(f"{theirs:.4g}"), f"times_{peer}": round(theirs / ours, 1)}
    if name in said.groups:
        found |= _differences(peer, values, said.groups[name])
    return found


def _differences(peer: str, values: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """The largest relative difference over effects, standard errors and tau² (against the largest where one is 0)."""
    worst, gave_up = 0.0, 0
    for field, mine in values.items():
        other = np.array(said[field], dtype=float)
        given = np.isfinite(other)
        gave_up = max(gave_up, int((~given).sum()))
        mine, other = mine[: other.size][given], other[given]
        scale = np.maximum(np.abs(other), 1e-3 * np.abs(other).max() + 1e-12)
        worst = max(worst, float((np.abs(mine - other) / scale).max()))
    found = {f"largest_difference_{peer}": float(f"{worst:.2g}"), f"same_as_{peer}": worst <= SAME}
    return found | ({f"{peer}_gave_up_on": gave_up} if gave_up else {})


if __name__ == "__main__":
    main()
