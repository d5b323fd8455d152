"""What a red flag is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from concordant.criteria import Criterion, all_of, any_of, cleared, not_, verdict
from concordant.facts.safety.results import red_flag_cleared
from concordant.settings import whole

URGENT_DAYS = whole(
    "urgent_within_days",
    7,
    unit="d",
    low=1,
    high=28,
    says="An urgent flag asks for a physician within so many days of the day on which it was raised.",
    source="diagnosis 4.1",
)


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

    @property
    def within_days(self) -> int | None:
        """By how many days after it was raised somebody has to have acted; None for no term."""
        return {Action.EMERGENCY: 0, Action.SAME_DAY: 0, Action.URGENT: int(URGENT_DAYS), Action.CAUTION: None}[self]


WHAT_TO_DO = {
    Action.EMERGENCY: "Stop. Call emergency services or send to the emergency department now. No neck movement tests.",
    Action.SAME_DAY: "Physician or emergency department today. No manual therapy.",
    Action.URGENT: f"Physician within {URGENT_DAYS} days. No manual therapy of the neck until answered.",
    Action.CAUTION: "Treat with limits, tell the physician, ask again at each visit.",
}

UNTIL_CLEARED = "until a physician has answered and the flag is entered as cleared"
UNTIL_CHANGED = "until what it rests on has changed"


@dataclass(frozen=True, slots=True)
class Level:
    """One action of a flag and when it applies."""

    action: Action
    when: Criterion


@dataclass(frozen=True, slots=True)
class Flag:
    """One red flag or precaution: its levels, strongest first. What it blocks stands in the matrix."""

    id: str
    name: str
    levels: tuple[Level, ...]
    source: str
    advice: str = ""
    """What this flag asks for besides its action."""

    def __post_init__(self) -> None:
        strengths = [level.action.strength for level in self.levels]
        if not strengths or strengths != sorted(set(strengths)):
            raise ValueError(f"{self.id}: levels stand strongest first, each action once")

    def key(self, level: Level) -> str:
        """The key of a level in the rule book."""
        return f"flag {self.id} {level.action.value}"

    def keys(self, *actions: Action) -> tuple[str, ...]:
        """The keys of the levels with these actions; of all levels, where none is named."""
        return tuple(self.key(level) for level in self.levels if not actions or level.action in actions)

    def rules(self) -> dict[str, Criterion]:
        """The condition of each level by key, unless a clinician has followed it up and cleared the flag."""
        return {
            self.key(level): all_of(level.when, not_(cleared(red_flag_cleared, self.id, level.when.facts())))
            for level in self.levels
        }


def raised(keys: tuple[str, ...]) -> Criterion:
    """One of these levels is open."""
    return any_of(*(verdict(key, of_headache=False) for key in keys))


def flag(
    identity: str,
    name: str,
    source: str,
    *,
    emergency: Criterion | None = None,
    same_day: Criterion | None = None,
    urgent: Criterion | None = None,
    caution: Criterion | None = None,
    advice: str = "",
) -> Flag:
    """A flag from the conditions of its levels."""
    given = zip(Action, (emergency, same_day, urgent, caution), strict=True)
    return Flag(identity, name, tuple(Level(action, when) for action, when in given if when), source, advice)
