"""Chapter 13: painful lesions of the nerves of head and upper neck."""

from concordant.diagnosis.diagnosis import Diagnosis
from concordant.diagnosis.neuralgia.occipital import occipital_neuralgia

NEURALGIA: tuple[Diagnosis, ...] = (occipital_neuralgia,)
