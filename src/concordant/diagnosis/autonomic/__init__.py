"""Chapter 3: trigeminal autonomic cephalalgias, the side-locked mimics."""

from concordant.diagnosis.autonomic.cluster import cluster_headache
from concordant.diagnosis.autonomic.hemicrania_continua import hemicrania_continua
from concordant.diagnosis.autonomic.paroxysmal_hemicrania import paroxysmal_hemicrania
from concordant.diagnosis.autonomic.probable_cluster import probable_cluster_headache
from concordant.diagnosis.diagnosis import Diagnosis

AUTONOMIC: tuple[Diagnosis, ...] = (
    cluster_headache,
    paroxysmal_hemicrania,
    hemicrania_continua,
    probable_cluster_headache,
)
