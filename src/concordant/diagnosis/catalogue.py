"""All diagnoses, in the order in which they are asked: secondary, primary, probable (diagnosis 0.3)."""

from __future__ import annotations

from concordant.criteria import Book, Criterion
from concordant.diagnosis.autonomic import AUTONOMIC
from concordant.diagnosis.beside import BESIDE_RULES
from concordant.diagnosis.diagnosis import Diagnosis, Family
from concordant.diagnosis.medication import MEDICATION
from concordant.diagnosis.migraine import MIGRAINE
from concordant.diagnosis.migraine.probable import probable_migraine
from concordant.diagnosis.neck import NECK
from concordant.diagnosis.neck.labels import CODE, label_rules
from concordant.diagnosis.neck.remarks import remark_rules
from concordant.diagnosis.neuralgia import NEURALGIA
from concordant.diagnosis.other_disorder import no_other_disorder
from concordant.diagnosis.other_primary import OTHER_PRIMARY
from concordant.diagnosis.pressure import PRESSURE
from concordant.diagnosis.source_of_pain import source_rules
from concordant.diagnosis.tension_type import TENSION_TYPE
from concordant.diagnosis.tension_type.probable import probable_tension_type_headache
from concordant.diagnosis.trauma import TRAUMA
from concordant.diagnosis.vascular import VASCULAR
from concordant.diagnosis.winners import refuse_lost
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
    *MEDICATION,
)

# These are defined by what else is not met, so they are built once all the others are known.
_NO_OTHER = no_other_disorder(_BY_CHAPTER)
_GIVE_WAY = (probable_migraine(_NO_OTHER), probable_tension_type_headache(_NO_OTHER))

DIAGNOSES: tuple[Diagnosis, ...] = tuple(
    diagnosis for family in Family for diagnosis in (*_GIVE_WAY, *_BY_CHAPTER) if diagnosis.family is family
)

refuse_lost([diagnosis.code for diagnosis in DIAGNOSES])


def rules() -> dict[str, Criterion]:
    """Every rule by its key.

    Diagnoses and subforms by code, diagnoses without closing criterion, the labels and remarks of 11.2.1, the criteria
    of others beside it, the sources of pain, and the safety rules.
    """
    found = safety_rules() | source_rules()
    for diagnosis in DIAGNOSES:
        found |= diagnosis.rules()
    others = [diagnosis.code for diagnosis in DIAGNOSES if diagnosis.code != CODE]
    return found | BESIDE_RULES | label_rules(others) | remark_rules()


BOOK = Book(rules())
