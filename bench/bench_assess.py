"""All rules with their traces, and everything that follows: one person with three years of diary and ten visits, and
each of the demo clinic."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from timing import milliseconds, processor, say, summary

from concordant.answer import answer
from concordant.assessment import Assessment, assess
from concordant.record.case import Case, Headache, Stated
from concordant.record.read import read_plain, read_text
from concordant.record.write import write_yaml
from concordant.simulate import DemoPerson, demo_clinic, large_population

YEARS_OF_DIARY = 3
VISITS = 10
NEW_OBJECTS = 20_000
"""As in clinic.person.warm, which a library does not import."""
AS_OF = date(2026, 11, 1)


def main() -> None:
    """Time reading, assessing and answering."""
    person = next(iter(large_population(7, 1, diary_days=365 * YEARS_OF_DIARY, visits=VISITS)))
    case = read_plain(person)
    day = case.last_day() or AS_OF
    text = write_yaml(case)
    first = milliseconds(lambda: assess(case, day), repeats=1, warm=0, clock=time.process_time)
    # As in a worker of the clinic, once it is warm.
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)
    assessed = milliseconds(lambda: assess(case, day), repeats=50)
    cpu = processor(lambda: assess(case, day), repeats=50)
    read = milliseconds(lambda: read_text(text), repeats=5, warm=1)
    found = assess(case, day)
    shape = {"diary_rows": len(case.diary), "visits": len(case.visits)}
    say("read the case file", **shape, **summary(read))
    ratio = round(summary(read)["median_ms"] / summary(assessed)["median_ms"], 1)
    say("assess with every trace", **shape, **summary(assessed), **cpu, reading_takes_times=ratio)
    say("the first assessment of a process", **shape, cpu_ms=round(first[0], 3))
    of_each = sorted(_one_by_one(demo_clinic(7, AS_OF)))
    say("assess each person of the demo clinic", people=len(of_each), **summary(of_each))
    settled = milliseconds(lambda: [one.missing for one in assess(case, day).diagnoses], repeats=50)
    say("assess, and name the smallest missing sets", **shape, **summary(settled))
    old_flag = _with_an_old_flag(case)
    flagged = milliseconds(lambda: assess(old_flag, day), repeats=20)
    say("assess a person whose flag has been open for years", **shape, **summary(flagged))
    whole = milliseconds(lambda: _everything(assess(case, day)), repeats=10)
    say("assess, and answer with probability, next tests, sources and explanations", **shape, **summary(whole))
    say(
        "write the answer with every trace as JSON",
        **summary(milliseconds(lambda: answer(found, every=True), repeats=20)),
    )


def _one_by_one(people: Iterable[DemoPerson]) -> Iterator[float]:
    """The median time of each."""
    for person in people:
        case = read_plain(person.case)
        yield summary(milliseconds(lambda case=case: assess(case, AS_OF), repeats=5, warm=1))["median_ms"]


def _everything(found: Assessment) -> None:
    answer(found, every=True)
    for headache in found.headaches:
        found.sources(headache)


def _with_an_old_flag(case: Case) -> Case:
    """The same person, of whom it was said at the start that the headache grows steadily worse (snnoop_p5)."""
    return replace(case, headaches=tuple(_worse(one) for one in case.headaches))


def _worse(headache: Headache) -> Headache:
    return replace(headache, facts={**headache.facts, "progressive_worsening": (Stated(True),)})


if __name__ == "__main__":
    main()
