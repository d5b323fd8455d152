"""A slot: one place for one value, which is a fact of one side, segment, headache or injury."""

from dataclasses import dataclass, field

from concordant.facts import Fact, Kind, Scope, Sides
from concordant.facts.fact import SEGMENTS, SIDES


@dataclass(frozen=True)
class Slot:
    """Has one name in a form, and one place in a case file."""

    fact: Fact[Kind]
    side: str | None = None
    segment: str | None = None
    of: str = ""
    """Id of the headache or injury; empty where the form asks, or where the fact belongs to none."""
    name: str = field(init=False)

    def __post_init__(self) -> None:
        where = "".join(f".{part}" for part in (self.segment, self.side) if part)
        object.__setattr__(self, "name", f"{self.fact.name}{where}{f'@{self.of}' if self.of else ''}")

    @property
    def label(self) -> str:
        """The clinician's term, with segment and side."""
        where = ", ".join(part for part in (self.segment, self.side) if part)
        return f"{self.fact.label}, {where}" if where else self.fact.label

    @property
    def asks_headache(self) -> bool:
        """Whether a form has to say which headache it belongs to."""
        return not self.of and (self.fact.per_headache or self.fact.scope is Scope.HEADACHE)


def slots_of(fact: Fact[Kind], of: str = "") -> tuple[Slot, ...]:
    """Every slot of a fact, segment by segment, left before right."""
    return tuple(
        Slot(fact, side, segment, of)
        for segment in (SEGMENTS if fact.segmental else (None,))
        for side in (SIDES if fact.sides is not Sides.NONE else (None,))
    )
