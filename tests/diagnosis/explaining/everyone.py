"""Every verdict of the demo clinic and of the published cases."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from concordant.assessment import Assessment, assess
from concordant.diagnosis import DiagnosisReading
from concordant.record.read import read_file, read_plain
from concordant.simulate import demo_clinic

EXAMPLES = Path(__file__).parents[3] / "examples"
TODAY = date(2026, 5, 13)


@cache
def everyone() -> tuple[Assessment, ...]:
    """Their assessments."""
    cases = [read_file(path) for path in sorted(EXAMPLES.glob("*.yaml"))]
    published = [assess(case, case.last_day() or TODAY) for case in cases]
    return (*published, *(assess(read_plain(person.case), TODAY) for person in demo_clinic(1, TODAY)))


@cache
def verdicts() -> tuple[DiagnosisReading, ...]:
    """Of every headache of everyone."""
    return tuple(reading for found in everyone() for reading in found.diagnoses)


def published(name: str, code: str, headache: str = "A") -> DiagnosisReading:
    """One verdict of a published case."""
    case = read_file(EXAMPLES / f"{name}.yaml")
    return assess(case, case.last_day() or TODAY).diagnosis(code, headache)
