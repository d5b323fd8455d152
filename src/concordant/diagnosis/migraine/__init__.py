"""Chapter 1: migraine."""

from concordant.diagnosis.diagnosis import Diagnosis
from concordant.diagnosis.migraine.probable import probable_migraine
from concordant.diagnosis.migraine.without_aura import migraine_without_aura

MIGRAINE: tuple[Diagnosis, ...] = (
    migraine_without_aura,
    probable_migraine,
)
