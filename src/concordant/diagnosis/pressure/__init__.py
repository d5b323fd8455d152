"""Chapter 7: headache from low pressure of the cerebrospinal fluid."""

from concordant.diagnosis.diagnosis import Diagnosis
from concordant.diagnosis.pressure.low_csf_pressure import low_csf_pressure_headache

PRESSURE: tuple[Diagnosis, ...] = (low_csf_pressure_headache,)
