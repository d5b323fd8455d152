"""What is computed, counted or proposed from entries; one short file for each subject."""

from concordant.record.derive import (
    ages,
    block,
    change,
    diary_counts,
    flexion_rotation,
    medicines,
    motor_control,
    neck_change,
    onset,
    palpation,
    presence,
    provocation,
    risks,
    session,
    times,
    worsening,
)
from concordant.record.derive.computing import Derivation, Mode, derivation, derived_facts

__all__ = [
    "Derivation",
    "Mode",
    "ages",
    "block",
    "change",
    "derivation",
    "derived_facts",
    "diary_counts",
    "flexion_rotation",
    "medicines",
    "motor_control",
    "neck_change",
    "onset",
    "palpation",
    "presence",
    "provocation",
    "risks",
    "session",
    "times",
    "worsening",
]
