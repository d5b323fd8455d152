"""Which facts may settle the open verdicts of the criteria, and with how many others."""

from __future__ import annotations

from collections.abc import Iterable

from concordant.criteria import Truth, smallest_missing
from concordant.criteria.missing import Memo
from concordant.diagnosis.assess import DiagnosisReading
from concordant.diagnosis.diagnosis import Family
from concordant.diagnosis.probability.results import MIGRAINE_CODES, TENSION_CODES, without_closing
from concordant.diagnosis.probability.signs import MIGRAINE_CRITERIA, TENSION_CRITERIA, Sign
from concordant.diagnosis.worth_asking import OPEN


def settling(diagnoses: Iterable[DiagnosisReading]) -> dict[str, dict[str, int]]:
    """By fact: the open diagnoses that it may settle, and how many facts that takes together.

    Probable forms are left out: they are open only while the forms that they resemble are.
    """
    found: dict[str, dict[str, int]] = {}
    memo: Memo = {}
    for one in diagnoses:
        if one.status in OPEN and one.diagnosis.family is not Family.PROBABLE:
            for together in smallest_missing(one.trace, memo=memo):
                for name in map(_without_place, together):
                    there = found.setdefault(name, {})
                    there[one.diagnosis.code] = min(len(together), there.get(one.diagnosis.code, len(together)))
    return found


def criteria_questions(diagnoses: Iterable[DiagnosisReading]) -> dict[str, tuple[Sign, int]]:
    """By fact: the sign of primary headache that it helps to decide, and how many facts are open there.

    One answer may refute criteria but never meets them alone, so what the sign tells is shared between them all.
    """
    found: dict[str, tuple[Sign, int]] = {}
    for one in diagnoses:
        sign = _sign(one.diagnosis.code)
        if sign is None or without_closing(one) is not Truth.UNKNOWN:
            continue
        names = {
            _without_place(name)
            for part in one.trace.parts
            if part.letter != one.diagnosis.closing_letter
            for leaf in part.leaves()
            if leaf.truth is Truth.UNKNOWN
            for reading in leaf.readings
            for name in reading.missing
        }
        for name in names:
            if name not in found or len(names) < found[name][1]:
                found[name] = sign, len(names)
    return found


def _sign(code: str) -> Sign | None:
    if code in MIGRAINE_CODES:
        return MIGRAINE_CRITERIA
    return TENSION_CRITERIA if code in TENSION_CODES else None


def _without_place(name: str) -> str:
    """The fact of ``frt_rotation_deg[left]``."""
    return name.partition("[")[0]
