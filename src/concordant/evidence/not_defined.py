"""A number that cannot be had from these data, and why: said as data, because it is an answer and not a failure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why there is no number."""

    ONE_TRIAL = "one trial alone"
    EQUAL_STANDARD_ERRORS = "all standard errors are equal: the slope is undefined"
    ALL_AGREE = "all effects are the same"
    NO_SETTLED_NUMBER = "the rounds come back to where they were and settle on no number"


@dataclass(frozen=True, slots=True)
class NotDefined:
    """What was asked for, and why it does not exist here."""

    what: str
    reason: Reason

    def __str__(self) -> str:
        return f"{self.what}: {self.reason}"
