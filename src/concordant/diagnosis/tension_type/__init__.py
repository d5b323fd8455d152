"""Chapter 2: tension-type headache. 2.4 is built by the catalogue, which knows before what it gives way."""

from concordant.diagnosis.diagnosis import Diagnosis
from concordant.diagnosis.tension_type.chronic import chronic_tension_type_headache
from concordant.diagnosis.tension_type.frequent_episodic import frequent_tension_type_headache
from concordant.diagnosis.tension_type.infrequent_episodic import infrequent_tension_type_headache

TENSION_TYPE: tuple[Diagnosis, ...] = (
    infrequent_tension_type_headache,
    frequent_tension_type_headache,
    chronic_tension_type_headache,
)
