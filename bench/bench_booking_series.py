"""What somebody at the front desk waits for: a series, a free hour, cancellations, questions; in a full calendar."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from timing import milliseconds, say, summary

from concordant.booking import (
    Change,
    Placed,
    changed_tiers_of,
    filled,
    read_event,
    read_instance,
    repaired,
    tiers_of,
)
from concordant.booking.asking import MoreTime, what_if, why
from concordant.booking.problem import Instance
from concordant.booking.series import propose
from concordant.booking.series.alone import alone
from concordant.booking.waiting import rank, refill
from concordant.booking.whole import book

FILES = Path(__file__).parent / "booking"
PEOPLE = 60
SECONDS = 20.0
"""For the calendar in which all questions are asked."""
EVENING = 17 * 60, 20 * 60
"""Minutes after midnight."""


def main() -> None:
    """Print one line a figure, for the clinic of nine clinicians and twelve weeks."""
    instance = read_instance((FILES / "clinic-a.json").read_bytes())
    calendar = book(instance, seconds=SECONDS, seed=0).placed
    series(instance, calendar)
    waiting(instance, calendar)
    questions(instance, calendar)


def series(instance: Instance, calendar: Sequence[Placed]) -> None:
    """The series of each of so many people is taken out and asked for anew."""
    ours: list[float] = []
    desks: list[float] = []
    tiers: Counter[str] = Counter()
    desk_tiers: Counter[str] = Counter()
    ways: Counter[int] = Counter()
    for person in instance.people[:: len(instance.people) // PEOPLE][:PEOPLE]:
        rest = [one for one in calendar if instance.owner[one.visit].id != person.id]
        start = time.perf_counter()
        found = propose(instance, person.id, calendar=rest)
        between = time.perf_counter()
        problem = alone(instance, person, rest)
        desk = filled(problem, ())
        ours.append((between - start) * 1000)
        desks.append((time.perf_counter() - between) * 1000)
        ways[len(found)] += 1
        tiers.update(tiers_of(problem, found[0].placed).numbers())
        desk_tiers.update(tiers_of(problem, desk).numbers())
    ratio = round(sum(ours) / sum(desks), 1)
    say("a series, up to three ways", **summary(ours), worst_ms=round(max(ours), 1), ratio=ratio, **tiers)
    say("the same by the front desk, one way", **summary(desks), **desk_tiers)
    say("people by the number of ways", **{str(number): count for number, count in sorted(ways.items())})


def waiting(instance: Instance, calendar: Sequence[Placed]) -> None:
    """Every hundredth hour falls free; and the visits of an event are cancelled at once."""
    hours = cycle(calendar[::100])

    def ranked() -> None:
        hour = next(hours)
        rank(instance, [one for one in calendar if one is not hour], replace(hour, visit=""))

    say("who could take a free hour", **summary(milliseconds(ranked, repeats=60)))
    event = read_event((FILES / "clinic-a.cancellations.json").read_bytes(), instance)
    change = Change(instance, event)
    solution = refill(instance, event, seconds=SECONDS, seed=0)
    ours = summary(milliseconds(lambda: refill(instance, event, seconds=SECONDS, seed=0), repeats=5, warm=1))
    desk = summary(milliseconds(lambda: repaired(change), repeats=5, warm=1))
    ratio = round(ours["median_ms"] / desk["median_ms"], 1)
    say("twelve cancellations", **ours, ratio=ratio, **changed_tiers_of(change, solution.placed).numbers())
    say("the same by the front desk", **desk, **changed_tiers_of(change, repaired(change)).numbers())


def questions(instance: Instance, calendar: Sequence[Placed]) -> None:
    """Of visits without a place."""
    standing = {one.visit for one in calendar}
    unplaced = [visit for visit in instance.visits if visit not in standing]
    visits = cycle(unplaced)
    say("why not?", **summary(milliseconds(lambda: why(instance, calendar, next(visits)), repeats=60)))
    people = cycle(dict.fromkeys(instance.owner[visit].id for visit in unplaced))
    days = cycle(range(5))

    def asked() -> None:
        what_if(instance, calendar, MoreTime(next(people), next(days), *EVENING))

    say("what if they could come one evening?", **summary(milliseconds(asked, repeats=60)))


if __name__ == "__main__":
    main()
