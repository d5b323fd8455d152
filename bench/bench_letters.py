"""The progress letter of one person with three years of diary and ten visits: said, then set as PDF."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from timing import milliseconds, processor, say, summary

from concordant.assessment import assess
from concordant.letters import Addressee, Clinic, Letter, Paper, Patient, Request, Signer, pdf, progress_letter
from concordant.record.read import read_plain
from concordant.simulate import large_population

YEARS_OF_DIARY = 3
VISITS = 10
AS_OF = date(2026, 11, 1)
REPEATS = 30
REQUEST = Request(
    clinic=Clinic("Harbour Physiotherapy", ("1200 Main Street, Vancouver BC",)),
    patient=Patient("Maria Costa", "PHN 9012 372 173"),
    to=Addressee("Dr. Okafor", ("88 Ocean Road, Vancouver BC",)),
    signer=Signer("Amira Haddad", "Physiotherapist", "CHCPBC 12345"),
)


def main() -> None:
    """Time the first letter of the process, then further ones, then the shortest letter there is."""
    case = read_plain(_agreed(next(iter(large_population(7, 1, diary_days=365 * YEARS_OF_DIARY, visits=VISITS)))))
    day = case.last_day() or AS_OF
    found, asked = assess(case, day), replace(REQUEST, signed_as_of=day)
    say("the first letter of a process: said, chart drawn", **_once(lambda: progress_letter(found, asked)))
    letter = progress_letter(found, asked)
    say("the first letter of a process: set", **_once(lambda: pdf(letter)))
    gc.collect()
    gc.freeze()
    numbers = iter(range(100_000))
    shape = {"bytes": len(pdf(letter)), "visits": VISITS}

    def whole() -> bytes:
        # A fresh assessment, as a page would ask for: nothing of the letter is known, the chart is.
        return pdf(progress_letter(assess(case, day), replace(asked, remark=f"Number {next(numbers)}.")))

    say("a letter: assessed, said and set", **shape, **_of(whole))
    say("a letter: said from an assessment", **shape, **_of(lambda: progress_letter(found, asked)))
    say("a letter: set, others before it", **shape, **_of(lambda: pdf(replace(letter, author=f"{next(numbers)}"))))
    say("for comparison: a letter without a section, set", **_of(lambda: pdf(_shortest(next(numbers)))))
    say("for comparison: the assessment and its measures", **_of(lambda: assess(case, day).changes))


def _agreed(person: dict[str, Any]) -> dict[str, Any]:
    """With consent to letters."""
    consent = {"consent_given": {"send_to_physician": person["episode"]["started"]}}
    return {**person, "facts": {**person.get("facts", {}), **consent}}


def _shortest(number: int) -> Letter:
    return Letter(
        "Title", "Author", AS_OF, f"{number}", ("Clinic",), ("To",), (("Patient", "P"),), (), ("Author",), ("P",),
        Paper.LETTER,
    )  # fmt: skip


def _once(work: Callable[[], object]) -> dict[str, float]:
    start, cpu = time.perf_counter(), time.process_time()
    work()
    return {
        "ms": round((time.perf_counter() - start) * 1000, 1),
        "cpu_ms": round((time.process_time() - cpu) * 1000, 1),
    }


def _of(work: Callable[[], object]) -> dict[str, float]:
    return {**summary(milliseconds(work, repeats=REPEATS)), **processor(work, repeats=REPEATS)}


if __name__ == "__main__":
    main()
