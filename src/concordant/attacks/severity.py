"""The words of pain severity on the scale from 0 to 10 (the mapping in the meaning of ``pain_severity``)."""

from concordant.settings import whole

MODERATE_NRS = whole(
    "moderate_pain_nrs",
    4,
    unit="of 10",
    low=1,
    high=10,
    says="From this worst pain on, a diary day's headache is moderate; below, it is mild (1.1 C3, 2.x C3).",
    source="diagnosis 1.4, 1.8; mapping of the case file: 1 to 3 mild, 4 to 6 moderate",
)

SEVERE_NRS = whole(
    "severe_pain_nrs",
    7,
    unit="of 10",
    low=2,
    high=10,
    says="From this worst pain on, a diary day's headache is severe, no longer moderate (2.x C3).",
    source="diagnosis 1.4, 1.8; mapping of the case file: 4 to 6 moderate, 7 to 9 severe",
)
