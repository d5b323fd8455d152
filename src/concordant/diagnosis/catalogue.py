"""All diagnoses, in the order in which they are asked: secondary, primary, probable (diagnosis 0.3)."""

from __future__ import annotations

from concordant.criteria import Book, Criterion
from concordant.diagnosis.autonomic import AUTONOMIC
from concordant.diagnosis.diagnosis import Diagnosis, Family
from concordant.diagnosis.migraine import MIGRAINE
from concordant.diagnosis.neck import NECK
from concordant.diagnosis.source_of_pain import source_rules
from concordant.diagnosis.tension_type import TENSION_TYPE
from concordant.diagnosis.trauma import TRAUMA
from concordant.safety import safety_rules

_BY_CHAPTER: tuple[Diagnosis, ...] = (
    *NECK,
    *TRAUMA,
    *MIGRAINE,
    *TENSION_TYPE,
    *AUTONOMIC,
)

DIAGNOSES: tuple[Diagnosis, ...] = tuple(
    diagnosis for family in Family for diagnosis in _BY_CHAPTER if diagnosis.family is family
)


def rules() -> dict[str, Criterion]:
    """Every rule by its key: diagnoses by code and without closing criterion, sources of pain, safety."""
    found = safety_rules() | source_rules()
    for diagnosis in DIAGNOSES:
        found[diagnosis.code] = diagnosis.criterion
        found[diagnosis.features_key] = diagnosis.features
    return found


BOOK = Book(rules())
