"""Chapter 3: trigeminal autonomic cephalalgias, the side-locked mimics."""

from concordant.diagnosis.autonomic.hemicrania_continua import hemicrania_continua
from concordant.diagnosis.diagnosis import Diagnosis

AUTONOMIC: tuple[Diagnosis, ...] = (hemicrania_continua,)
