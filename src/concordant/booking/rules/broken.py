"""The rules of a calendar by name, and one that is broken."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """What every calendar keeps (H), and what a change of plan keeps besides (E)."""

    LISTED = "H1"
    WINDOW = "H2"
    CLINICIAN = "H3"
    HOURS = "H4"
    ONE_PERSON = "H5"
    ROOM = "H6"
    ONE_VISIT_A_ROOM = "H7"
    PERSON_CAN_COME = "H8"
    ONE_PLACE = "H9"
    ONE_A_DAY = "H10"
    DAYS_BETWEEN = "H11"
    MASSAGE_FIRST = "H12"
    COVER = "H13"
    DAILY_LIMIT = "H14"
    ORDER = "H15"
    PAIR = "H16"
    PAST = "E1"
    CANCELLED = "E2"
    STANDS = "E3"


HARD = frozenset(
    {
        Rule.LISTED,
        Rule.CLINICIAN,
        Rule.ONE_PERSON,
        Rule.ROOM,
        Rule.ONE_VISIT_A_ROOM,
        Rule.ONE_PLACE,
        Rule.PAST,
        Rule.CANCELLED,
    }
)
"""Nobody can set these aside: two people cannot have one hour, and nobody is in two places. The others say what was
agreed (hours, windows, days between, who pays), and whoever agreed it may set it aside with a reason."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One rule that a visit breaks where it stands."""

    rule: Rule
    visit: str
    says: str
    """In English, for staff and logs."""
    other: str | None = None
    """The visit or booking that it collides with."""

    @property
    def hard(self) -> bool:
        """It cannot be set aside with a reason."""
        return self.rule in HARD
