"""All diagnoses, in the order in which they are asked: secondary, primary, probable (diagnosis 0.3)."""

from __future__ import annotations

from concordant.criteria import Book, Criterion
from concordant.diagnosis.autonomic.hemicrania_continua import hemicrania_continua
from concordant.diagnosis.diagnosis import Diagnosis
from concordant.diagnosis.migraine.probable import probable_migraine
from concordant.diagnosis.migraine.without_aura import migraine_without_aura
from concordant.diagnosis.neck.cervicogenic import cervicogenic_headache
from concordant.diagnosis.tension_type.chronic import chronic_tension_type_headache
from concordant.diagnosis.tension_type.frequent_episodic import frequent_tension_type_headache
from concordant.diagnosis.tension_type.infrequent_episodic import infrequent_tension_type_headache
from concordant.diagnosis.tension_type.probable import probable_tension_type_headache
from concordant.diagnosis.trauma.whiplash import acute_whiplash_headache, persistent_whiplash_headache
from concordant.safety import safety_rules

DIAGNOSES: tuple[Diagnosis, ...] = (
    cervicogenic_headache,
    acute_whiplash_headache,
    persistent_whiplash_headache,
    migraine_without_aura,
    infrequent_tension_type_headache,
    frequent_tension_type_headache,
    chronic_tension_type_headache,
    hemicrania_continua,
    probable_migraine,
    probable_tension_type_headache,
)


def rules() -> dict[str, Criterion]:
    """Every rule by its key: diagnoses by code, the same without closing criterion, and the safety rules."""
    found = safety_rules()
    for diagnosis in DIAGNOSES:
        found[diagnosis.code] = diagnosis.criterion
        found[diagnosis.features_key] = diagnosis.features
    return found


BOOK = Book(rules())
