"""What a diagnosis is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from concordant.criteria import Criterion, all_of, verdict
from concordant.criteria.nodes import AllOf, Part


class Family(Enum):
    """Where the classification files it; decides who is asked first and who gives way."""

    SECONDARY = "secondary"
    PRIMARY = "primary"
    PROBABLE = "probable"


class Role(Enum):
    """What the software does with it (diagnosis 0.7)."""

    DECIDE = "decide"
    DECIDE_AND_INFORM = "decide, physician informed"
    SUSPECT = "suspect, refer"


class Known(Enum):
    """How the published text of the rule is known (diagnosis 0.1)."""

    READ = "read"
    READ_SECOND = "read second hand"
    RECALLED = "recalled"
    """From memory, in whole or in a part that decides; not to be shown as sourced until somebody has checked it."""


@dataclass(frozen=True, slots=True)
class Subform:
    """A subtype or subform of a diagnosis: a code of its own, met where the diagnosis is and one thing more."""

    code: str
    name: str
    criterion: Criterion
    """The whole condition beside the diagnosis itself."""
    source: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One diagnosis of the classification as a criterion over the facts of one headache."""

    code: str
    name: str
    family: Family
    role: Role
    features: Criterion
    """All lettered criteria but the closing one, under one ``all_of``."""
    closing_letter: str
    closing: Criterion
    """Not better accounted for by another diagnosis."""
    source: str
    note: str = ""
    """What a clinician should know when reading the verdict."""
    known: Known = Known.READ
    subforms: tuple[Subform, ...] = ()
    """Its subtypes and subforms, in the order of their codes."""

    def __post_init__(self) -> None:
        if not isinstance(self.features, AllOf):
            raise TypeError(f"{self.code}: features are an all_of() of lettered criteria")

    @property
    def criterion(self) -> Criterion:
        """The whole rule: features and closing criterion under one root."""
        assert isinstance(self.features, AllOf)
        return AllOf((*self.features.parts, Part(self.closing, self.closing_letter)))

    @property
    def features_key(self) -> str:
        """The key of the rule without its closing criterion, for rules that ask "would it fit?"."""
        return features_key(self.code)

    def rules(self) -> dict[str, Criterion]:
        """Its rules by key: itself, itself without its closing criterion, and each subform."""
        found = {self.code: self.criterion, self.features_key: self.features}
        return found | {one.code: all_of(verdict(self.code), one.criterion) for one in self.subforms}


def features_key(code: str) -> str:
    """Key of a diagnosis without its closing criterion."""
    return f"{code} features"
