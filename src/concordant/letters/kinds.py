"""Every kind of letter. Whoever offers letters lists these and asks each what it needs."""

from __future__ import annotations

from collections.abc import Mapping

from concordant.letters.block import DIAGNOSTIC_BLOCK
from concordant.letters.co_management import CO_MANAGEMENT
from concordant.letters.discharge import DISCHARGE
from concordant.letters.emergency import EMERGENCY
from concordant.letters.extension import EXTENSION
from concordant.letters.first_assessment import FIRST_ASSESSMENT
from concordant.letters.home_programme import HOME_PROGRAMME
from concordant.letters.kind import Kind
from concordant.letters.overuse import MEDICATION_OVERUSE
from concordant.letters.progress import PROGRESS

KINDS: Mapping[str, Kind] = {
    one.id: one
    for one in (
        EMERGENCY,
        FIRST_ASSESSMENT,
        PROGRESS,
        DISCHARGE,
        MEDICATION_OVERUSE,
        CO_MANAGEMENT,
        DIAGNOSTIC_BLOCK,
        EXTENSION,
        HOME_PROGRAMME,
    )
}
"""By id, in the order in which they are offered."""
