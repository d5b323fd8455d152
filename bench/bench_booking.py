"""The booking optimiser beside its peers, in one run: front desk, three plain CP-SAT methods, ours.

    python bench/bench_booking.py --instance small-a|small-b|clinic-a|large [--seconds S] [--naive-seconds S] [--seed N]
        [--methods "ours" "front desk, careful"] [--checker CHECKER]

Methods run one after another, each in a process of its own, on two cores.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from booking.judging import judged
from booking.large import large
from booking.rows import METHODS, Asked, made
from timing import say

HERE = Path(__file__).parent
SMALL, LARGE = HERE.parent / "tests" / "booking" / "instances", HERE / "booking"
DESKS = ("front desk, earliest", "front desk, careful")
BY_PERSON = "naive person by person"
NAIVE = (BY_PERSON, "naive week by week", "naive whole")
OURS, PROTECTED = "ours", "ours, continuity protected"
DESK_AFTER, OURS_AFTER = "front desk after it", "ours after it"
AFTER_SECONDS = 20.0


@dataclass(frozen=True)
class Kind:
    """A problem with what is run on it. One model of the large kind has over three million places: too large."""

    folder: Path | None
    seconds: float
    naive_seconds: float
    naive: tuple[str, ...] = NAIVE
    events: tuple[str, ...] = ()


KINDS = {
    "small-a": Kind(SMALL, 60, 60, events=("absence",)),
    "small-b": Kind(SMALL, 60, 60),
    "clinic-a": Kind(LARGE, 60, 400, events=("absence", "cancellations")),
    "large": Kind(None, 120, 3600, naive=(BY_PERSON,)),
}


def main() -> None:
    """Print one line an answer; ours comes first, as the bound that it proves holds for all."""
    given = _arguments()
    kind = KINDS[given.instance]
    load = [round(one, 1) for one in os.getloadavg()]
    say("booking: the machine at the start", instance=given.instance, cores=os.cpu_count(), load_averages=load)
    with tempfile.TemporaryDirectory() as folder:
        path = _file(given.instance, kind, Path(folder), given.seed)
        asked = Asked(path, given.seconds or kind.seconds, given.seed)
        plain = replace(asked, seconds=given.naive_seconds or kind.naive_seconds)
        _whole(kind, asked, plain, given)
        for event in kind.events:
            _after(replace(asked, event=path.with_name(f"{path.stem}.{event}.json"), seconds=AFTER_SECONDS), given)


def _whole(kind: Kind, asked: Asked, plain: Asked, given: argparse.Namespace) -> None:
    rows: dict[str, dict[str, Any]] = {}
    bound = None
    for method in (OURS, PROTECTED, *DESKS, *kind.naive):
        if method not in given.methods:
            continue
        its = plain if method in kind.naive else asked
        answer = made(method, its)
        bound = answer.solution.bound_unplaced if bound is None else bound
        row = rows[method] = judged(its, answer, given.checker)
        if bound is not None and "tiers" in row:
            row |= {"bound_unplaced": bound, "gap": row["tiers"]["unplaced"] - bound}
        say(f"booking: {method}", instance=given.instance, limit_seconds=its.seconds, seed=its.seed, **row)
    if OURS in rows and "tiers" in rows[OURS]:
        say("booking: ours against each", instance=given.instance, **_against(rows))


def _against(rows: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Visits that ours leaves without a place, for each that the other leaves; and who is better in tier order. What
    protecting continuity costs stands beside it, in visits and in points of continuity."""
    ours = rows[OURS]
    found: dict[str, Any] = {}
    for method, row in rows.items():
        if method == OURS or "tiers" not in row:
            continue
        mine, theirs = ours["tiers"], row["tiers"]
        found[method] = {
            "unplaced_ratio": round(mine["unplaced"] / theirs["unplaced"], 3) if theirs["unplaced"] else None,
            "ours_better_in_tier_order": tuple(mine.values()) < tuple(theirs.values()),
        }
        if method == PROTECTED:
            found[method] |= {
                "visits_it_costs": theirs["unplaced"] - mine["unplaced"],
                "points_of_continuity": round(row["continuity_percent"] - ours["continuity_percent"], 2),
            }
    return found


def _after(asked: Asked, given: argparse.Namespace) -> None:
    """A change of plan."""
    assert asked.event is not None
    for method in (DESK_AFTER, OURS_AFTER):
        if method in given.methods:
            row = judged(asked, made(method, asked), given.checker)
            say(f"booking: {method}", event=asked.event.stem, limit_seconds=asked.seconds, seed=asked.seed, **row)


def _file(name: str, kind: Kind, folder: Path, seed: int) -> Path:
    """The file of a problem; the large kind is made."""
    if kind.folder is not None:
        return kind.folder / f"{name}.json"
    path = folder / f"{name}.json"
    path.write_text(json.dumps(large(seed)), encoding="utf-8")
    return path


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--instance", choices=KINDS, default="small-a")
    parser.add_argument("--seconds", type=float, help="of ours for a whole clinic")
    parser.add_argument("--naive-seconds", type=float, help="of each plain method")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--methods", nargs="*", choices=METHODS, default=list(METHODS), help="only these")
    parser.add_argument("--checker", type=Path, help="another checker of the file formats, run beside our own")
    return parser.parse_args()


if __name__ == "__main__":
    main()
