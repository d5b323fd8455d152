"""One row of the block matrix: a finding, and how far it lets each technique be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from concordant.criteria import Criterion

TECHNIQUES = ("thrust", "end_range", "mid_range", "soft_tissue", "needling", "neck_load")
"""Columns: thrust is any high-velocity manipulation, of the thorax too; end-range is end-range mobilisation, sustained
rotation and manual traction; neck load is resisted neck exercise."""

HANDS_ON = TECHNIQUES[:-1]
"""All but exercise."""


class Letter(Enum):
    """How far a technique may be used, the freest first."""

    ALLOWED = "O"
    LIMITED = "L"
    """Mid-range, low force, guided by symptoms, and with whatever else the row says."""
    STOP = "S"

    @property
    def strictness(self) -> int:
        """0 for the freest."""
        return list(Letter).index(self)


GENERAL_LIMIT = "mid-range, low force, guided by symptoms"
"""What a limited technique means wherever the reference says no more (diagnosis 4.9)."""


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with its six letters."""

    id: str
    finding: str
    letters: Mapping[str, Letter]
    until: str
    levels: frozenset[str] = frozenset()
    """Keys of the levels of flags that raise it, so that a flag can say what it forbids."""
    limits: Mapping[str, str] = field(default_factory=dict)
    """Technique to the limit in words, where the row names one."""
    when: Criterion | None = None
    """The test on facts; none where the row follows from what was asked, not from what was found."""

    @property
    def key(self) -> str:
        """The key of the row in the rule book."""
        return f"row {self.id}"

    def limit(self, technique: str) -> str:
        """The limit in words; empty where the technique is stopped, or allowed as usual."""
        if technique in self.limits:
            return self.limits[technique]
        return GENERAL_LIMIT if self.letters[technique] is Letter.LIMITED else ""


def letters(written: str) -> Mapping[str, Letter]:
    """Six letters in the order of the columns: ``"S S L O L L"``."""
    return dict(zip(TECHNIQUES, map(Letter, written.split()), strict=True))
