"""All diagnoses, in the order in which they are asked: secondary, primary, probable (diagnosis 0.3)."""

from __future__ import annotations

from concordant.criteria import Book, Criterion, all_of, verdict
from concordant.diagnosis.autonomic import AUTONOMIC
from concordant.diagnosis.diagnosis import Diagnosis, Family
from concordant.diagnosis.migraine import MIGRAINE
from concordant.diagnosis.neck import NECK
from concordant.diagnosis.neuralgia import NEURALGIA
from concordant.diagnosis.other_primary import OTHER_PRIMARY
from concordant.diagnosis.pressure import PRESSURE
from concordant.diagnosis.source_of_pain import source_rules
from concordant.diagnosis.tension_type import TENSION_TYPE
from concordant.diagnosis.trauma import TRAUMA
from concordant.diagnosis.vascular import VASCULAR
from concordant.safety import safety_rules

_BY_CHAPTER: tuple[Diagnosis, ...] = (
    *NECK,
    *TRAUMA,
    *VASCULAR,
    *PRESSURE,
    *NEURALGIA,
    *MIGRAINE,
    *TENSION_TYPE,
    *AUTONOMIC,
    *OTHER_PRIMARY,
)

DIAGNOSES: tuple[Diagnosis, ...] = tuple(
    diagnosis for family in Family for diagnosis in _BY_CHAPTER if diagnosis.family is family
)


def rules() -> dict[str, Criterion]:
    """Every rule by its key: diagnoses and subforms by code, diagnoses without closing criterion, sources, safety."""
    found = safety_rules() | source_rules()
    for diagnosis in DIAGNOSES:
        found[diagnosis.code] = diagnosis.criterion
        found[diagnosis.features_key] = diagnosis.features
        for subform in diagnosis.subforms:
            found[subform.code] = all_of(verdict(diagnosis.code), subform.criterion)
    return found


BOOK = Book(rules())
