"""A treatment: who gives it, when it is offered, how much, when it changes and ends, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from concordant.criteria import Criterion
from concordant.plan.ending import sessions
from concordant.plan.interventions.cautions import Mark
from concordant.plan.interventions.dose import Dose
from concordant.plan.phases import COURSE, Phase

if TYPE_CHECKING:
    from concordant.evidence.library import Advice


class Discipline(Enum):
    """Who gives it (treatment 0.5)."""

    PHYSIOTHERAPIST = "physiotherapist"
    RMT = "rmt"
    HOME = "home"
    """The person, alone, once it was taught."""


class Section(Enum):
    """Where it stands in the catalogue of treatment 1."""

    JOINT = "1.1"
    SOFT_TISSUE = "1.2"
    EXERCISE = "1.3"
    EDUCATION = "1.4"
    REFERRAL = "1.5"


@dataclass(frozen=True, slots=True)
class Step:
    """A change of dose or content, and when it is proposed."""

    when: Criterion
    then: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind a treatment, in words of the reference."""

    effect: str
    """Empty where no estimate was found."""
    certainty: str
    sources: tuple[str, ...]
    """DOIs; PubMed Central ids where the paper has no DOI on record."""
    how_known: str
    """Read, recalled or assumed: of the effect and of the dose."""
    advice: tuple[str, ...] = ()
    """Ids of the advice of the evidence library that it is part of."""

    @property
    def advised(self) -> tuple[Advice, ...]:
        """That advice. Raises Refused where there is none of this id."""
        # Imported here: a plan alone needs no numerical library.
        from concordant.evidence.library import advice

        return tuple(advice(one) for one in self.advice)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """One row of the catalogue (treatment 1)."""

    id: str
    name: str
    section: Section
    disciplines: tuple[Discipline, ...]
    phases: tuple[Phase, ...]
    target: str
    indication: Criterion | None
    """None: offered to everybody."""
    dose: Dose
    progress: Step | None
    regress: Step | None
    stop: Criterion | None
    """Met: it ends, also where it is still indicated. None: it does not end by a rule."""
    marks: tuple[Mark, ...]
    evidence: Evidence
    technique: str | None = None
    """The column of the block matrix; None for what touches and loads nobody."""
    segment: str = ""
    """The joint at which it aims, where it aims at one."""

    def __post_init__(self) -> None:
        if not set(self.phases) <= set(COURSE) or not self.phases:
            raise ValueError(f"{self.id}: {self.phases} are not phases of treatment")
        if Discipline.RMT in self.disciplines and self.technique not in ("soft_tissue", None):
            raise ValueError(f"{self.id}: a massage therapist gives no {self.technique}")

    @property
    def hands_on(self) -> bool:
        """A therapist's hands or needles on the person (retest 9)."""
        return self.technique not in (None, "neck_load") and self.disciplines != (Discipline.HOME,)

    @property
    def massage(self) -> bool:
        """Hands-on work that a massage therapist may give."""
        return self.hands_on and Discipline.RMT in self.disciplines

    @property
    def active(self) -> bool:
        """The person moves, alone or supervised."""
        return self.section is Section.EXERCISE or self.disciplines == (Discipline.HOME,)

    def rules(self) -> Iterator[tuple[str, Criterion]]:
        """Its rules by key."""
        found: Mapping[str, Criterion | None] = {
            self.indication_key: self.indication,
            self.stop_key: self.stop,
            self.spent_key: sessions(self.id, most) if (most := self.dose.sessions_max) is not None else None,
            f"progress {self.id}": self.progress.when if self.progress else None,
            f"regress {self.id}": self.regress.when if self.regress else None,
        }
        for key, rule in found.items():
            if rule is not None:
                yield key, rule

    @property
    def indication_key(self) -> str:
        """The key of its indication in the rule book."""
        return f"offer {self.id}"

    @property
    def stop_key(self) -> str:
        """The key of its stop rule in the rule book."""
        return f"end {self.id}"

    @property
    def spent_key(self) -> str:
        """The key of the rule that the sessions of its dose are used up; only where the dose has a most."""
        return f"spent {self.id}"
