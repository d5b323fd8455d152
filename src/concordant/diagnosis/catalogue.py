"""All diagnoses, in the order in which they are asked: secondary, primary, probable (diagnosis 0.3)."""

from __future__ import annotations

from concordant.criteria import Book, Criterion
from concordant.diagnosis.autonomic import AUTONOMIC
from concordant.diagnosis.beside import BESIDE_RULES
from concordant.diagnosis.diagnosis import Diagnosis, Family
from concordant.diagnosis.migraine import MIGRAINE
from concordant.diagnosis.neck import NECK
from concordant.diagnosis.neck.labels import CODE, label_rules
from concordant.diagnosis.neck.remarks import remark_rules
from concordant.diagnosis.tension_type import TENSION_TYPE
from concordant.diagnosis.trauma import TRAUMA
from concordant.diagnosis.winners import refuse_stale
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

refuse_stale([diagnosis.code for diagnosis in DIAGNOSES])


def rules() -> dict[str, Criterion]:
    """Every rule by its key.

    Diagnoses by code, the same without closing criterion, the labels and remarks of 11.2.1, the criteria of others
    beside it, and the safety rules.
    """
    found = safety_rules()
    for diagnosis in DIAGNOSES:
        found[diagnosis.code] = diagnosis.criterion
        found[diagnosis.features_key] = diagnosis.features
    others = [diagnosis.code for diagnosis in DIAGNOSES if diagnosis.code != CODE]
    return found | BESIDE_RULES | label_rules(others) | remark_rules()


BOOK = Book(rules())
