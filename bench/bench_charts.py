"""Every chart of one progress page, and the small lines of the person page: three years of diary, ten visits."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from datetime import date

from timing import milliseconds, processor, say, summary

from concordant.assessment import Assessment, assess
from concordant.measures import MEASURES
from concordant.progress.every_visit import EveryVisit, every_visit
from concordant.progress.everything_measured import everything_measured
from concordant.progress.expected_course import ChartData, chart_data, own_course
from concordant.progress.expected_course.svg import svg
from concordant.progress.expected_course.text import brief, title
from concordant.progress.small_chart import LINE, small_chart
from concordant.record.read import read_plain
from concordant.simulate import large_population

YEARS_OF_DIARY = 3
VISITS = 10
AS_OF = date(2026, 11, 1)
REPEATS = 30


def main() -> None:
    """Time the first chart of the process, then each kind, then the whole page."""
    person = next(iter(large_population(7, 1, diary_days=365 * YEARS_OF_DIARY, visits=VISITS)))
    case = read_plain(person)
    day = case.last_day() or AS_OF
    found = assess(case, day)
    course = own_course(found.record)
    if course is None or not found.changes:
        raise RuntimeError("this person has nothing to draw")
    data = chart_data(course)
    # What stands for itself before anything else has been drawn: loading, compiling the chart, drawing it.
    say("the first course chart of a process", **_once(lambda: _draw(data)))
    # As in a worker of the clinic, once it is warm.
    gc.collect()
    gc.freeze()
    shape = {"charts": len(found.changes) + 1, "visits": VISITS, "points_drawn": len(data.points)}
    changed = iter(range(10_000))
    new = _of(lambda: _draw(_another(data, next(changed))))
    say("course chart, drawn anew from other numbers", **shape, **new)
    say("course chart, the same numbers again", **shape, **_of(lambda: _draw(data)))
    say(
        "numbers of all small charts", **shape, **_of(lambda: [every_visit(found.record, row) for row in found.changes])
    )
    say("all small charts, numbers included", **shape, **_of(lambda: _small(found)))
    anew = _of(lambda: (_small(found), _draw(_another(data, next(changed)))))
    say("all charts of a progress page, drawn anew", **shape, **anew)
    say("all charts of a progress page, looked at again", **shape, **_of(lambda: (_small(found), _draw(data))))
    again = [one for one in everything_measured(found.record) if len(one.taken) > 1]
    say("numbers of the small lines of the person page", **_of(lambda: everything_measured(found.record)))
    say("small lines of the person page", lines=len(again), **_of(lambda: _lines(again)))
    bytes_drawn = len(_draw(data)) + sum(map(len, _small(found)))
    say("what is drawn", bytes=bytes_drawn, course_bytes=len(_draw(data)))
    assessed = milliseconds(lambda: assess(case, day).changes, repeats=10)
    say("for comparison: assess the person and compare every measure", **shape, **summary(assessed))


def _once(work: Callable[[], object]) -> dict[str, float]:
    start, cpu = time.perf_counter(), time.process_time()
    work()
    return {
        "ms": round((time.perf_counter() - start) * 1000, 1),
        "cpu_ms": round((time.process_time() - cpu) * 1000, 1),
    }


def _of(work: Callable[[], object]) -> dict[str, float]:
    return {**summary(milliseconds(work, repeats=REPEATS)), **processor(work, repeats=REPEATS)}


def _draw(data: ChartData) -> str:
    return svg(data, name="course", title=title(data), description=brief(data))


def _another(data: ChartData, number: int) -> ChartData:
    """The same chart of somebody else: no two have the same numbers, so that none is drawn before."""
    from dataclasses import replace

    first, *rest = data.points
    return replace(data, points=(replace(first, days=number / 10_000), *rest))


def _small(found: Assessment) -> list[str]:
    return [
        small_chart(every_visit(found.record, row), name=f"m{number}")
        for number, row in enumerate(found.changes)
        if row.days is not None or row.measure in MEASURES or row.baseline is not None
    ]


def _lines(found: list[EveryVisit]) -> list[str]:
    """As the person page draws them: the same courses as lines without numbers."""
    return [small_chart(one, name=f"line{number}", frame=LINE) for number, one in enumerate(found)]


if __name__ == "__main__":
    main()
