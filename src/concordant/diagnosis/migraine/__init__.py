"""Chapter 1: migraine. 1.5 is built by the catalogue, which knows the disorders before which it gives way."""

from concordant.diagnosis.diagnosis import Diagnosis
from concordant.diagnosis.migraine.chronic import chronic_migraine
from concordant.diagnosis.migraine.with_aura import migraine_with_aura
from concordant.diagnosis.migraine.without_aura import migraine_without_aura

MIGRAINE: tuple[Diagnosis, ...] = (
    migraine_without_aura,
    migraine_with_aura,
    chronic_migraine,
)
