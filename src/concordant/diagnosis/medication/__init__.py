"""Chapter 8, as far as it is decided here: overuse of acute medicines."""

from concordant.diagnosis.diagnosis import Diagnosis
from concordant.diagnosis.medication.overuse import medication_overuse_headache

MEDICATION: tuple[Diagnosis, ...] = (medication_overuse_headache,)
