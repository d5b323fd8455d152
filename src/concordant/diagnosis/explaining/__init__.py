"""Why, why not, and what would change it: each verdict in words, for the clinician and for the person."""

from concordant.diagnosis.explaining.explanation import Explanation, explain
from concordant.diagnosis.explaining.for_clinician import for_clinician
from concordant.diagnosis.explaining.for_patient import for_patient
from concordant.diagnosis.explaining.what_would_change import Change, what_would_change
from concordant.diagnosis.explaining.why_not import why_not

__all__ = ["Change", "Explanation", "explain", "for_clinician", "for_patient", "what_would_change", "why_not"]
