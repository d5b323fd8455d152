"""What a registry asks of the rule book, and which diagnosis carries a working label."""

from __future__ import annotations

from concordant.diagnosis import BOOK, DIAGNOSES
from concordant.diagnosis.neck.labels import CODE, PROVISIONAL
from concordant.facts.fact import Scope

WORKING_LABELS = {CODE: PROVISIONAL.key}
"""By code: the rule by which an undetermined diagnosis is called provisional."""


def of_headache(key: str) -> bool:
    """Whether a rule speaks of a headache; the others speak of the person."""
    return Scope.HEADACHE in BOOK[key].needs


def codes(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Which of these rules are diagnoses, and so have a status."""
    every = {diagnosis.code for diagnosis in DIAGNOSES}
    return tuple(key for key in wanted if key in every)
