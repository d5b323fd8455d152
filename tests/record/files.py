"""A case file in YAML for the tests of reading, and how to spoil it."""

from __future__ import annotations

from concordant.record.case import Case
from concordant.record.problems import CaseFileError
from concordant.record.read import read_text

VALID = """\
concordant: 1
person: {id: p1, born: 1980-04-02, sex: male}
episode: {started: 2024-01-08}
facts:
  preexisting_headache: false
  acute_med_days_per_30d: {nsaid: 12}
injuries:
  - id: crash
    facts: {injury_date: 2024-01-02, whiplash_occurred: true}
headaches:
  - id: A
    facts: {laterality: right_always, attack_duration_minutes: [240, 1440]}
visits:
  - date: 2024-01-12
    facts: {systolic_bp_mmhg: 124}
    findings:
      - {fact: frt_rotation_deg, side: right, value: 22, unit: deg}
      - {fact: palpation_familiar_headache, side: right, segment: C1-C2, headache: A, value: true}
outcomes:
  - {date: 2024-01-12, measure: ndi, value: 18}
diary:
  - {date: 2024-01-12, headache: A, intensity_nrs: 6}
  - {date: 2024-01-13, headache_today: false}
treatments:
  - {date: 2024-01-12, discipline: physiotherapist}
"""


def spoiled(old: str, new: str) -> str:
    """The valid file with one thing changed."""
    assert VALID.count(old) == 1, f"{old!r} does not stand once in the file"
    return VALID.replace(old, new)


def problems(data: bytes | str, name: str = "") -> list[str]:
    """What is wrong with a file; empty where it is read."""
    try:
        read_text(data, name=name)
    except CaseFileError as error:
        return [str(problem) for problem in error.problems]
    return []


def read(data: str) -> Case:
    """The case in a file."""
    return read_text(data)
