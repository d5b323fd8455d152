"""Every kind of letter of one person with three years of diary and ten visits: said, then set as PDF; cold and warm."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from timing import milliseconds, processor, say, summary

from concordant.assessment import assess
from concordant.letters.draft import Draft
from concordant.letters.keeping import from_json, to_json
from concordant.letters.kind import Kind
from concordant.letters.kinds import KINDS
from concordant.letters.letter import Letter
from concordant.letters.people import Addressee, Clinic, Paper, Patient, Signer
from concordant.letters.request import MoreVisits, Request
from concordant.letters.typesetting import pdf
from concordant.record.read import read_plain
from concordant.simulate import large_population

YEARS_OF_DIARY = 3
VISITS = 10
REPEATS = 15
REQUEST = Request(
    clinic=Clinic("Harbour Physiotherapy", ("1200 Main Street, Vancouver BC",)),
    patient=Patient("Maria Costa", "PHN 9012 372 173"),
    to=Addressee("Dr. Okafor", ("88 Ocean Road, Vancouver BC",)),
    signer=Signer("Amira Haddad", "Physiotherapist", "CHCPBC 12345"),
    more=MoreVisits({"physiotherapy": 8}, 6, "Strength is not there yet."),
)
HOME = ("dcf_stage1", "active_mobility", "scapular_training", "postural_correction")
DOSE = {"sets": 2, "reps": 10, "hold_s": 10, "per_day": 2}


def main() -> None:
    """Each kind as the first of a process of its own, then all of them warm in this one."""
    for kind in KINDS.values():
        _cold(kind)
    person = _person()
    for kind in KINDS.values():
        _warm(kind, _for(kind, person))
    _beside(person)


def _cold(kind: Kind) -> None:
    """A process that has loaded the letters and assessed the person, and has written none yet."""
    told = subprocess.run([sys.executable, __file__, kind.id], check=True, capture_output=True, text=True)
    say(f"{kind.id}: the first letter of a process", **json.loads(told.stdout))


def first_of_a_process(identity: str) -> None:
    """Say the first letter, then set it."""
    kind = KINDS[identity]
    case = read_plain(_for(kind, _person()))
    found = assess(case, _day(case.known_by()))
    start, cpu = time.perf_counter(), time.process_time()
    letter = kind.letter(found, REQUEST)
    said = time.perf_counter()
    made = pdf(letter)
    done = time.perf_counter()
    times = {
        "said_ms": said - start,
        "set_ms": done - said,
        "ms": done - start,
        "cpu_ms": time.process_time() - cpu,
    }
    print(json.dumps({**{name: round(1000 * took, 1) for name, took in times.items()}, "bytes": len(made)}))


def _warm(kind: Kind, plain: dict[str, Any]) -> None:
    case = read_plain(plain)
    day = _day(case.known_by())
    found = assess(case, day)
    letter = kind.letter(found, REQUEST)
    gc.collect()
    gc.freeze()
    numbers = iter(range(100_000))

    def whole() -> bytes:
        # A fresh assessment, as a page would ask for: nothing of the letter is known, the chart is.
        return pdf(kind.letter(assess(case, day), replace(REQUEST, remark=f"Number {next(numbers)}.")))

    say(f"{kind.id}: assessed, said and set", bytes=len(pdf(letter)), visits=VISITS, **_of(whole))
    say(f"{kind.id}: said from an assessment", **_of(lambda: kind.letter(found, REQUEST)))
    say(f"{kind.id}: set, others before it", **_of(lambda: pdf(replace(letter, author=f"{next(numbers)}"))))


def _beside(person: dict[str, Any]) -> None:
    kind = KINDS["progress"]
    case = read_plain(_for(kind, person))
    day = _day(case.known_by())
    draft = Draft(kind.id, kind.letter(assess(case, day), REQUEST))
    text = to_json(draft)
    numbers = iter(range(100_000))
    say("a draft: written as JSON", characters=len(text), **_of(lambda: to_json(draft)))
    say("a draft: read again", **_of(lambda: from_json(text)))
    say("for comparison: a letter without a section, set", **_of(lambda: pdf(_shortest(next(numbers), day))))
    say("for comparison: the assessment and its measures", **_of(lambda: assess(case, day).changes))


def _person() -> dict[str, Any]:
    """Treated, with signed plan and assessment, consent, an insurer, and the home programme done."""
    person = next(iter(large_population(7, 1, diary_days=365 * YEARS_OF_DIARY, visits=VISITS)))
    day = _day(read_plain(person).last_day())
    started = person["episode"]["started"]
    person["episode"]["payer"] = {"kind": "icbc", "accident_date": started, "claim": "AB123456"}
    person["facts"] |= {
        "consent_given": {"send_to_physician": started, "send_to_payer": started},
        "adherence_percent_28d": 72,
    }
    person["treatments"] = [
        {
            "date": visit["date"],
            "discipline": "physiotherapist",
            "done": [{"intervention": "c1_c2_mobilisation", "dose": "grade III, 3 sets of 60 seconds"}],
        }
        for visit in person["visits"]
    ]
    headache = person["headaches"][0]["id"]
    items = [{"intervention": one, "dose": DOSE} for one in HOME]
    person["plans"] = [{"date": f"{day}", "headache": headache, "phase": "restore", "items": items}]
    person["assessments"] = [{"date": f"{day}"}]
    return person


def _for(kind: Kind, person: dict[str, Any]) -> dict[str, Any]:
    """What this kind needs besides."""
    case = deepcopy(person)
    day = case["assessments"][0]["date"]
    if kind.id == "emergency":
        case["visits"][-1]["facts"]["neuro_deficit_new"] = True
    if kind.id == "discharge":
        case["facts"]["discharge_date"] = day
    if kind.id == "medication_overuse":
        before = date.fromisoformat(day) - timedelta(days=30)
        for row in case["diary"]:
            if row["date"] > before.isoformat():
                row["acute_medication"] = ["triptan"]
    return case


def _shortest(number: int, day: date) -> Letter:
    return Letter(
        "Title", "Author", day, f"{number}", ("Clinic",), ("To",), (("Patient", "P"),), (), ("Author",), ("P",),
        Paper.LETTER,
    )  # fmt: skip


def _day(found: date | None) -> date:
    assert found is not None, "the person has dated entries"
    return found


def _of(work: Callable[[], object]) -> dict[str, float]:
    return {**summary(milliseconds(work, repeats=REPEATS)), **processor(work, repeats=REPEATS)}


if __name__ == "__main__":
    if sys.argv[1:]:
        first_of_a_process(sys.argv[1])
    else:
        main()
