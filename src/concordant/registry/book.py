"""The rules that a registry asks: the rule book, and who carries a working label."""

from __future__ import annotations

from functools import lru_cache

from concordant.criteria.nodes import Criterion
from concordant.diagnosis import BOOK, DIAGNOSES
from concordant.diagnosis.provisional import working_labels
from concordant.facts.fact import Scope


def working_label_key(code: str) -> str:
    """Key of the rule that a diagnosis is provisional. Not a verdict of its own."""
    return f"{code} working label"


@lru_cache(maxsize=1)
def rules() -> dict[str, Criterion]:
    """The rule book with the working labels."""
    labels = {working_label_key(code): label for code, label in working_labels().items()}
    return {**BOOK, **labels}


def of_headache(key: str) -> bool:
    """Whether a rule speaks of a headache; the others speak of the person."""
    return Scope.HEADACHE in rules()[key].needs


def codes(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Which of these rules are diagnoses, and so have a status."""
    every = {diagnosis.code for diagnosis in DIAGNOSES}
    return tuple(key for key in wanted if key in every)
