"""Chapter 4: other primary headaches, as far as they are side-locked or daily mimics."""

from concordant.diagnosis.diagnosis import Diagnosis
from concordant.diagnosis.other_primary.new_daily_persistent import new_daily_persistent_headache
from concordant.diagnosis.other_primary.nummular import nummular_headache, probable_nummular_headache
from concordant.diagnosis.other_primary.stabbing import primary_stabbing_headache

OTHER_PRIMARY: tuple[Diagnosis, ...] = (
    primary_stabbing_headache,
    nummular_headache,
    new_daily_persistent_headache,
    probable_nummular_headache,
)
