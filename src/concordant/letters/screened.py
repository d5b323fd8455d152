"""How far warning signs were asked for, in one sentence: found, none found, or not all asked."""

from __future__ import annotations

from concordant.assessment import Assessment
from concordant.letters.first import is_red

NONE = "Every question about warning signs was asked, and none is open."
ONLY_PRECAUTIONS = "Every question about warning signs was asked; only precautions are open."
OPEN = "A warning sign is open."
NOT_ALL = "No warning sign is open so far; not every question about them was asked, so they are not ruled out."


def screened(assessment: Assessment) -> str:
    """What was not asked is never told as clear."""
    safety = assessment.safety
    if any(map(is_red, safety.open)):
        return OPEN
    if safety.not_screened:
        return NOT_ALL
    return ONLY_PRECAUTIONS if safety.open else NONE
