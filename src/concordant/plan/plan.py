"""What a proposed plan is made of. A clinician accepts, changes or removes every part of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from concordant.criteria import Trace, Truth
from concordant.criteria.deciding import deciding_facts
from concordant.plan.interventions import Intervention
from concordant.plan.phases import Phase
from concordant.plan.profile import Profile
from concordant.progress.discharge import StopRule
from concordant.safety.matrix import Row

NO_ACTIVE_ITEM = "Hands-on work without anything that the person does: add an active item, or say why there is none."
"""A plan of this kind is an error (treatment 2)."""


@dataclass(frozen=True, slots=True)
class PhaseReading:
    """The phase and why it is this one."""

    phase: Phase
    reached: Phase | None
    """The phase reached before, where there was one."""
    exits: tuple[tuple[Phase, Trace], ...]
    """The exits that were read, in order; the last is that of the phase itself, which is not met."""
    may_go_back: Truth
    """A relapse: a clinician may set an earlier phase."""
    set_by_clinician: bool = False


@dataclass(frozen=True, slots=True)
class ProfileReading:
    """How much care, and the factors that are met."""

    profile: Profile
    because: tuple[Trace, ...]
    ask: tuple[str, ...] = ()
    """Of standard care: facts that may yet show that little care is enough, or that more is needed."""


@dataclass(frozen=True, slots=True)
class Against:
    """A row that stands against a treatment."""

    row: Row
    truth: Truth
    """Unknown where its facts were not asked."""
    blocks: bool
    """Else a named clinician may sign, with the change."""
    change: str = ""
    ask: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A treatment that is offered."""

    intervention: Intervention
    indication: Trace | None
    """None for what is offered to everybody."""
    sign_off: tuple[Against, ...] = ()
    """Each needs a named clinician's signature and its change."""
    ask: tuple[str, ...] = ()
    """Facts that would say whether something stands against it."""
    progress: Trace | None = None
    regress: Trace | None = None

    @property
    def id(self) -> str:
        """Of the treatment."""
        return self.intervention.id

    @property
    def because(self) -> tuple[str, ...]:
        """The facts that made it be offered."""
        return deciding_facts(self.indication) if self.indication else ()


@dataclass(frozen=True, slots=True)
class Blocked:
    """A treatment that is indicated and must not be given."""

    intervention: Intervention
    by: tuple[Against, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A treatment of this phase that is not indicated, or that a stop rule ends, with the rule that says so."""

    intervention: Intervention
    trace: Trace


@dataclass(frozen=True, slots=True)
class Open:
    """A treatment that waits for facts. It is never offered silently."""

    intervention: Intervention
    ask: tuple[str, ...]
    rule: str
    """``indication``, ``stop rule`` or ``limit of hands-on sessions``."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to a wish of the person that the plan does not hold."""

    intervention: Intervention
    indication: Truth
    in_phase: bool
    blocked_by: tuple[Against, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A proposal for one headache."""

    headache: str
    phase: PhaseReading
    profile: ProfileReading
    hands_on: tuple[Item, ...] = ()
    """Joint techniques for the next visit."""
    hands_on_later: tuple[Item, ...] = ()
    """Beyond what one visit holds."""
    not_combined: tuple[Item, ...] = ()
    """Joint techniques that wait, as this clinic has chosen not to combine them with exercise."""
    soft_tissue: tuple[Item, ...] = ()
    home_now: tuple[Item, ...] = ()
    home_later: tuple[Item, ...] = ()
    """Beyond what a home programme holds now."""
    other: tuple[Item, ...] = ()
    """Education, lifestyle and letters, to be spread over visits."""
    blocked: tuple[Blocked, ...] = ()
    stopped: tuple[LeftOut, ...] = ()
    ended_by_limit: tuple[tuple[Intervention, StopRule, Trace], ...] = ()
    """Hands-on work beyond the number of sessions that may be given without a response or a review (retest 9)."""
    not_indicated: tuple[LeftOut, ...] = ()
    still_unknown: tuple[Open, ...] = ()
    requested: tuple[Answer, ...] = ()
    problems: tuple[str, ...] = ()
    """What keeps it from being signed."""
    not_screened: tuple[str, ...] = field(default=())
    """On hold: the safety questions that were not asked."""

    @property
    def rule_of_phase(self) -> Trace | None:
        """The exit of the phase, which is not met; None where a clinician has set the phase, or it has no exit."""
        return self.phase.exits[-1][1] if self.phase.exits and self.phase.exits[-1][0] is self.phase.phase else None

    @property
    def offered(self) -> tuple[Item, ...]:
        """Everything that is offered, now or later."""
        hands = (*self.hands_on, *self.hands_on_later, *self.soft_tissue)
        return (*hands, *self.home_now, *self.home_later, *self.other)
