"""What is it? ICHD-3 by chapter, each diagnosis a criterion with its letters and source."""

from concordant.diagnosis.assess import DiagnosisReading, Status, assess_headache
from concordant.diagnosis.catalogue import BOOK, DIAGNOSES
from concordant.diagnosis.diagnosis import Diagnosis

__all__ = ["BOOK", "DIAGNOSES", "Diagnosis", "DiagnosisReading", "Status", "assess_headache"]
