"""Chapter 5: headache after whiplash or injury to the head."""

from concordant.diagnosis.diagnosis import Diagnosis
from concordant.diagnosis.trauma.head_injury import acute_head_injury_headache, persistent_head_injury_headache
from concordant.diagnosis.trauma.other_trauma import persistent_other_trauma_headache
from concordant.diagnosis.trauma.whiplash import acute_whiplash_headache, persistent_whiplash_headache

TRAUMA: tuple[Diagnosis, ...] = (
    acute_head_injury_headache,
    persistent_head_injury_headache,
    acute_whiplash_headache,
    persistent_whiplash_headache,
    persistent_other_trauma_headache,
)
