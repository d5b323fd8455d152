"""Chapter 11: headache from the neck."""

from concordant.diagnosis.diagnosis import Diagnosis
from concordant.diagnosis.neck.cervicogenic import cervicogenic_headache

NECK: tuple[Diagnosis, ...] = (cervicogenic_headache,)
