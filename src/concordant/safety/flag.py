"""What a red flag is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from concordant.criteria import Criterion, all_of, cleared, not_
from concordant.facts.safety.results import red_flag_cleared


class Action(Enum):
    """What an open flag asks for, strongest first (diagnosis 4.1; product rule, needs clinical sign-off)."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    URGENT = "urgent"
    CAUTION = "caution"

    @property
    def strength(self) -> int:
        """0 for the strongest."""
        return list(Action).index(self)

    @property
    def holds_diagnosis(self) -> bool:
        """Whether an open flag of this action keeps the closing criterion of 11.2.1 open.

        A caution limits techniques; it does not speak for another cause of the headache.
        """
        return self is not Action.CAUTION


WHAT_TO_DO = {
    Action.EMERGENCY: "Stop. Call emergency services or send to the emergency department now. No neck movement tests.",
    Action.SAME_DAY: "Physician or emergency department today. No manual therapy.",
    Action.URGENT: "Physician within 7 days. No manual therapy of the neck until answered.",
    Action.CAUTION: "Treat with limits, tell the physician, ask again at each visit.",
}

TECHNIQUES = ("thrust", "end_range", "mid_range", "soft_tissue", "needling", "neck_load")

FORBIDDEN = {
    Action.EMERGENCY: TECHNIQUES,
    Action.SAME_DAY: TECHNIQUES,
    Action.URGENT: ("thrust", "end_range", "mid_range", "needling"),
    Action.CAUTION: (),
}
"""Rows ci_red_flag and ci_urgent of the block matrix (diagnosis 4.9): what they stop."""


@dataclass(frozen=True, slots=True)
class Level:
    """One action of a flag and when it applies."""

    action: Action
    when: Criterion


@dataclass(frozen=True, slots=True)
class Flag:
    """One red flag or precaution: its levels, strongest first, and what it forbids beyond its action."""

    id: str
    name: str
    levels: tuple[Level, ...]
    source: str
    forbids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        strengths = [level.action.strength for level in self.levels]
        if not strengths or strengths != sorted(set(strengths)):
            raise ValueError(f"{self.id}: levels stand strongest first, each action once")

    def key(self, level: Level) -> str:
        """The key of a level in the rule book."""
        return f"flag {self.id} {level.action.value}"

    def rules(self) -> dict[str, Criterion]:
        """The condition of each level by key, unless a clinician has followed it up and cleared the flag."""
        return {
            self.key(level): all_of(level.when, not_(cleared(red_flag_cleared, self.id, level.when.facts())))
            for level in self.levels
        }


def flag(
    identity: str,
    name: str,
    source: str,
    *,
    emergency: Criterion | None = None,
    same_day: Criterion | None = None,
    urgent: Criterion | None = None,
    caution: Criterion | None = None,
    forbids: tuple[str, ...] = (),
) -> Flag:
    """A flag from the conditions of its levels."""
    given = zip(Action, (emergency, same_day, urgent, caution), strict=True)
    return Flag(identity, name, tuple(Level(action, when) for action, when in given if when), source, forbids)
