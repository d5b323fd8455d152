"""Chapter 11: headache from the neck."""

from concordant.diagnosis.diagnosis import Diagnosis
from concordant.diagnosis.neck.cervicogenic import cervicogenic_headache
from concordant.diagnosis.neck.dystonia import craniocervical_dystonia_headache
from concordant.diagnosis.neck.myofascial import cervical_myofascial_headache
from concordant.diagnosis.neck.radiculopathy import upper_cervical_radiculopathy_headache

NECK: tuple[Diagnosis, ...] = (
    cervicogenic_headache,
    craniocervical_dystonia_headache,
    upper_cervical_radiculopathy_headache,
    cervical_myofascial_headache,
)
