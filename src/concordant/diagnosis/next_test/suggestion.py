"""One next step: what, how, why, how long, and what it would change."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What sort of step it is, in the order in which they are listed."""

    SAFETY = "safety"
    QUESTION = "question"
    EXAMINATION = "examination"
    JUDGEMENT = "judgement"
    REFERRAL = "referral"


@dataclass(frozen=True, slots=True)
class Condition:
    """One reason of a step, as it was found."""

    says: str
    met: bool


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One next step for one headache."""

    fact: str
    """Name in the dictionary; of a referral the fact that its answer gives."""
    kind: Kind
    headache: str
    how: str
    why: str
    minutes: float | None
    """None where it is not done here."""
    bits: float = 0.0
    """Expected information about cervicogenic headache against its rivals; 1 bit is an even question answered."""
    settles: tuple[str, ...] = ()
    """Codes of open verdicts of the criteria that it may settle, alone or with others."""
    verdict_share: float = 0.0
    """1 where it may settle a verdict alone, 1/n where n facts are needed together, 0 where none."""
    if_positive: float | None = None
    """The probability after a positive result."""
    if_negative: float | None = None
    """The probability after a negative result."""
    range_if_positive: tuple[float, float] | None = None
    """The 90 % interval of ``if_positive``."""
    range_if_negative: tuple[float, float] | None = None
    """The 90 % interval of ``if_negative``."""
    conditions: tuple[Condition, ...] = ()
    """Of a referral: all that had to be so."""
