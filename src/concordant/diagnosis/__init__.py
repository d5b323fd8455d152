"""What is it? ICHD-3 by chapter, each diagnosis a criterion with its letters and source."""

from concordant.diagnosis.assess import DiagnosisReading, Status, SubformReading, assess_headache
from concordant.diagnosis.catalogue import BOOK, DIAGNOSES
from concordant.diagnosis.diagnosis import Diagnosis, Subform

# Settings only; here so that they are declared whenever a diagnosis can be made.
from concordant.diagnosis.next_test import minutes
from concordant.diagnosis.probability import assumptions
from concordant.diagnosis.worth_asking import Worth, worth_asking

__all__ = [
    "BOOK",
    "DIAGNOSES",
    "Diagnosis",
    "DiagnosisReading",
    "Status",
    "Subform",
    "SubformReading",
    "Worth",
    "assess_headache",
    "assumptions",
    "minutes",
    "worth_asking",
]
