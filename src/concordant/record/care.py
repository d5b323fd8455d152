"""What clinicians sign and what people do at home: conclusions, plans, what was done at a visit, the home log.

Plain, frozen values, in the shape of the case file. Nothing here proposes: it is what was decided and done.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

Day: TypeAlias = date
"""A date, where a field is itself called ``date``."""

DoseValue: TypeAlias = tuple[float, float] | float | str | tuple[str, ...] | tuple[int, ...]
"""An amount with both ends included, a limit, a text, or a list."""

AMOUNTS = (
    "sets",
    "reps",
    "hold_s",
    "duration_s",
    "minutes",
    "per_day",
    "per_week",
    "weeks",
    "sessions",
    "supervised_per_week",
    "thrusts",
    "needles",
    "every_minutes",
    "break_s",
    "review_days",
    "review_weeks",
)
LIMITS = ("sessions_max", "highest_pain_nrs", "highest_rise_nrs")
DOSE = (*AMOUNTS, *LIMITS, "review_months", "load", "notes")
"""The parts of a dose; what each means: ``concordant.plan.interventions.dose``."""

CHOICES = ("accepted", "changed", "added")
"""What a clinician did with a proposed treatment; a change and an addition say why."""
PHASES = ("relief", "restore", "strengthen", "self_manage")
PROFILES = ("low", "standard", "complex")
CONCLUSIONS = ("definite", "provisional", "undetermined", "excluded")
RESPONSES = ("better", "same", "worse")


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One diagnosis of one headache as a clinician concludes it."""

    headache: str
    code: str
    """Of ICHD-3, as the catalogue of diagnoses has it."""
    status: str


@dataclass(frozen=True, slots=True)
class SignedAssessment:
    """A clinician has read the assessment as of this day and concludes."""

    date: date
    by: str = ""
    conclusions: tuple[Conclusion, ...] = ()
    remark: str = ""
    recorded: datetime | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Prescribed:
    """One treatment of a signed plan."""

    intervention: str
    dose: Mapping[str, DoseValue] = field(default_factory=dict)
    """What is not here was not prescribed."""
    choice: str = "accepted"
    reason: str = ""
    """Of a change or an addition."""
    signed_for: tuple[str, ...] = ()
    """The rows of the block matrix for which the clinician answers (``ci_bone``), with their changes."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A treatment that was proposed and that the clinician left out."""

    intervention: str
    reason: str


@dataclass(frozen=True, slots=True)
class Goal:
    """In words; with a measurable target where there is one."""

    says: str
    fact: str | None = None
    """The fact that is measured."""
    at_most: float | None = None
    at_least: float | None = None


@dataclass(frozen=True, slots=True)
class SignedPlan:
    """What care is given for a headache from a day on, until the next plan of that headache."""

    date: date
    headache: str
    phase: str
    by: str = ""
    profile: str = ""
    items: tuple[Prescribed, ...] = ()
    left_out: tuple[Removed, ...] = ()
    goals: tuple[Goal, ...] = ()
    visits_per_week: Mapping[str, float] = field(default_factory=dict)
    """Discipline -> visits a week."""
    retest: Day | None = None
    remark: str = ""
    recorded: datetime | None = None
    place: str = ""

    def item(self, intervention: str) -> Prescribed | None:
        """This treatment, if it is part of the plan."""
        return next((one for one in self.items if one.intervention == intervention), None)


@dataclass(frozen=True, slots=True)
class Done:
    """One treatment as it was given at a visit, for the next therapist to go on from."""

    intervention: str
    structure: str = ""
    """Where: the muscle, joint or segment."""
    side: str | None = None
    dose: str = ""
    reproduced: bool | None = None
    """Whether it reproduced their headache; None: not tested."""
    response: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A visit in the clinician's words, in the four parts of a problem-oriented note."""

    subjective: str = ""
    objective: str = ""
    analysis: str = ""
    plan: str = ""


@dataclass(frozen=True, slots=True)
class HomeRow:
    """One exercise on one day, as the person says. A day without a row is unknown, not "not done"."""

    date: date
    intervention: str
    done: bool
    sets: int | None = None
    reps: int | None = None
    hold_s: float | None = None
    load: str = ""
    effort: int | None = None
    """0 to 10."""
    pain_before_nrs: int | None = None
    pain_after_nrs: int | None = None
    by: str = ""
    recorded: datetime | None = None
    place: str = ""
