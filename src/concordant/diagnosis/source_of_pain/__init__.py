"""Which structure of the neck reproduces the headache: a reading for treatment, with reasons and rivals."""

from concordant.diagnosis.source_of_pain.reading import (
    LIMITS,
    STRUCTURES,
    RivalReading,
    SignReading,
    StructureReading,
    source_rules,
    sources_of_pain,
)
from concordant.diagnosis.source_of_pain.structure import Rival, Sign, Structure

__all__ = [
    "LIMITS",
    "STRUCTURES",
    "Rival",
    "RivalReading",
    "Sign",
    "SignReading",
    "Structure",
    "StructureReading",
    "source_rules",
    "sources_of_pain",
]
