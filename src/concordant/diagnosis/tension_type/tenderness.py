"""The subtypes of 2.1, 2.2 and 2.3: with and without pericranial tenderness on manual palpation."""

from concordant.criteria import no, yes
from concordant.diagnosis.diagnosis import Subform
from concordant.facts.examination.signs import pericranial_tenderness

SOURCE = "ICHD-3 (2018), doi:10.1177/0333102417738202: names read; that manual palpation decides is recalled"


def by_pericranial_tenderness(code: str, name: str) -> tuple[Subform, Subform]:
    """``code.1`` and ``code.2``."""
    return (
        Subform(f"{code}.1", f"{name} with pericranial tenderness", yes(pericranial_tenderness), SOURCE),
        Subform(f"{code}.2", f"{name} without pericranial tenderness", no(pericranial_tenderness), SOURCE),
    )
