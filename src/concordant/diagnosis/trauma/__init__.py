"""Chapter 5: headache after whiplash or injury to the head."""

from concordant.diagnosis.diagnosis import Diagnosis
from concordant.diagnosis.trauma.whiplash import acute_whiplash_headache, persistent_whiplash_headache

TRAUMA: tuple[Diagnosis, ...] = (
    acute_whiplash_headache,
    persistent_whiplash_headache,
)
