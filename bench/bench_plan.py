"""The plan of care: of one person from an assessment and from the record, and of 10,000 people on two cores."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import date
from multiprocessing import get_context
from typing import Any

from timing import processor, say, summary

from concordant.assessment import Assessment, assess
from concordant.plan import propose
from concordant.record.case import Case
from concordant.record.read import read_plain
from concordant.registry.progress import Progress
from concordant.simulate import large_population

YEARS_OF_DIARY = 3
VISITS = 10
REPEATS = 40
CANDIDATES = 20
"""The one of them with the largest plan is measured."""
PEOPLE = 10_000
PART = 100
CORES = 2
"""Each with PART people at a time."""


def main() -> None:
    """Print one line a figure."""
    case, day = max(_candidates(), key=lambda one: _offered(*one))
    shape = {"visits": VISITS, "diary_years": YEARS_OF_DIARY, "offered": _offered(case, day)}
    gc.collect()
    gc.freeze()
    say("a plan from an assessment, nothing of it read before", **shape, **_fresh(case, day))
    read = assess(case, day)
    say("a plan from an assessment whose facts are read", **_again(read))
    say("record, assessment and plan", **summary(_times(lambda: _proposed(assess(case, day)))))
    say("for comparison: record and assessment", **summary(_times(lambda: assess(case, day))))
    _many()


def _candidates() -> Iterator[tuple[Case, date]]:
    for person in large_population(7, CANDIDATES, diary_days=365 * YEARS_OF_DIARY, visits=VISITS):
        yield _known(person)


def _known(person: dict[str, Any]) -> tuple[Case, date]:
    case = read_plain(_paying(person))
    day = case.last_day()
    assert day is not None
    return case, day


def _offered(case: Case, day: date) -> int:
    found = assess(case, day)
    return len(found.proposal(found.headaches[0]).plan.offered)


def _paying(person: dict[str, Any]) -> dict[str, Any]:
    """Somebody who pays alone: visits are laid out only where the payer is known."""
    return {**person, "episode": {**person["episode"], "payer": {"kind": "private"}}}


def _proposed(found: Assessment) -> None:
    for headache in found.headaches:
        found.proposal(headache)


def _times(work: Any) -> list[float]:
    found = []
    for number in range(REPEATS + 3):
        start = time.perf_counter()
        work()
        if number >= 3:
            found.append((time.perf_counter() - start) * 1000)
    return found


def _fresh(case: Case, day: date) -> dict[str, float]:
    """The assessment is made anew each time, outside of what is measured."""
    wall, cpu = [], []
    for number in range(REPEATS + 3):
        found = assess(case, day)
        start, used = time.perf_counter(), time.process_time()
        propose(found.record, found.safety, found.diagnoses, found.headaches[0])
        if number >= 3:
            wall.append((time.perf_counter() - start) * 1000)
            cpu.append((time.process_time() - used) * 1000)
    mine = summary(cpu)
    return {**summary(wall), "cpu_median_ms": mine["median_ms"], "cpu_best_ms": mine["best_ms"]}


def _again(found: Assessment) -> dict[str, float]:
    def work() -> None:
        propose(found.record, found.safety, found.diagnoses, found.headaches[0])

    return {**summary(_times(work)), **processor(work, repeats=REPEATS)}


def _many() -> None:
    """Two processes, which make, read, assess and plan their people; what each part took is summed over both."""
    told = Progress(PEOPLE)
    spent = dict.fromkeys(("made_and_read", "assessed", "planned"), 0.0)
    plans = items = 0
    start = time.perf_counter()
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as pool:
        for done in as_completed([pool.submit(_part, number) for number in range(PEOPLE // PART)]):
            parts, made, offered = done.result()
            plans, items = plans + made, items + offered
            for name, seconds in parts.items():
                spent[name] += seconds
            told.add(PART)
    told.finish()
    seconds = time.perf_counter() - start
    say(
        "10,000 people on two cores: made, read, assessed, planned",
        people=PEOPLE,
        plans=plans,
        items=items,
        seconds=round(seconds, 1),
        plans_per_second=round(plans / seconds, 1),
        **{f"{name}_cpu_s": round(value, 1) for name, value in spent.items()},
        ms_a_plan=round(1000 * spent["planned"] / plans, 2),
        plan_over_assessment=round(spent["planned"] / spent["assessed"], 2),
    )


def _part(number: int) -> tuple[dict[str, float], int, int]:
    spent = dict.fromkeys(("made_and_read", "assessed", "planned"), 0.0)
    plans = items = 0
    start = time.process_time()
    for case, day in _cases(number):
        spent["made_and_read"] += time.process_time() - start
        start = time.process_time()
        found = assess(case, day)
        spent["assessed"] += time.process_time() - start
        start = time.process_time()
        for headache in found.headaches:
            plans += 1
            items += len(found.proposal(headache).plan.offered)
        spent["planned"] += time.process_time() - start
        start = time.process_time()
    return spent, plans, items


def _cases(number: int) -> Iterator[tuple[Case, date]]:
    yield from map(_known, large_population(number, PART, diary_days=56, visits=2))


if __name__ == "__main__":
    main()
