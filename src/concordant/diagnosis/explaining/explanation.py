"""All that is said of one verdict, together."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.diagnosis.assess import DiagnosisReading
from concordant.diagnosis.explaining.for_clinician import for_clinician
from concordant.diagnosis.explaining.for_patient import for_patient
from concordant.diagnosis.explaining.what_would_change import Change, what_would_change
from concordant.diagnosis.explaining.why_not import why_not


@dataclass(frozen=True, slots=True)
class Explanation:
    """A verdict in words."""

    clinician: str
    patient: str
    why_not: str
    """Why it does not fit, or not yet; of one that fits, why it does."""
    changes: tuple[Change, ...]


def explain(reading: DiagnosisReading) -> Explanation:
    """Why, why not and what would change it, for the clinician and for the person."""
    return Explanation(for_clinician(reading), for_patient(reading), why_not(reading), what_would_change(reading))
