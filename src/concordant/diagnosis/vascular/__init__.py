"""Chapter 6: headache from the arteries of neck and head. Suspicion acts by the red flags, before any of these."""

from concordant.diagnosis.diagnosis import Diagnosis
from concordant.diagnosis.vascular.dissection import acute_dissection_headache, persistent_dissection_headache
from concordant.diagnosis.vascular.giant_cell_arteritis import giant_cell_arteritis_headache

VASCULAR: tuple[Diagnosis, ...] = (
    giant_cell_arteritis_headache,
    acute_dissection_headache,
    persistent_dissection_headache,
)
