"""One item of a questionnaire: which answers it takes, and what each is worth."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from concordant.facts.kinds import Quantity
from concordant.language import said

Answer: TypeAlias = "int | float | None"
"""The number that stands for the answer; None: left blank."""


def as_number(raw: object) -> float | None:
    """A finite number; None for anything else. Yes and no are no numbers, although Python takes them for such."""
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return None
    try:
        found = float(raw)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


@dataclass(frozen=True, slots=True)
class OneOf:
    """A closed list of answers, each with its points."""

    points_of: Mapping[int, int]

    @property
    def allowed(self) -> str:
        """What may be entered."""
        answers = sorted(self.points_of)
        if answers == list(range(answers[0], answers[-1] + 1)) and len(answers) > 2:
            return said("a whole number from {low} to {high}", low=answers[0], high=answers[-1])
        return said("one of {words}", words=", ".join(map(str, answers)))

    def takes(self, answer: float) -> bool:
        """Whether this is one of the answers."""
        return answer == int(answer) and int(answer) in self.points_of

    def points(self, answer: float) -> float:
        """What the answer is worth."""
        return self.points_of[int(answer)]

    def kept(self, answer: float) -> int | float:
        """The answer as it is stored."""
        return int(answer)

    @property
    def low(self) -> float:
        """The least points."""
        return min(self.points_of.values())

    @property
    def high(self) -> float | None:
        """The most points."""
        return max(self.points_of.values())


@dataclass(frozen=True, slots=True)
class Between:
    """A number within bounds that is worth itself."""

    low: float = 0
    high: float | None = None
    whole: bool = True

    @property
    def allowed(self) -> str:
        """What may be entered."""
        return Quantity(self.low, self.high, whole=self.whole).allowed

    def takes(self, answer: float) -> bool:
        """Whether the number is within the bounds."""
        fits = self.low <= answer and (self.high is None or answer <= self.high)
        return fits and (not self.whole or answer == int(answer))

    def points(self, answer: float) -> float:
        """The answer itself."""
        return self.kept(answer)

    def kept(self, answer: float) -> int | float:
        """The answer as it is stored."""
        return int(answer) if answer == int(answer) else answer


Item: TypeAlias = "OneOf | Between"


def rated(low: int, high: int) -> OneOf:
    """Answers from low to high, each worth itself."""
    return OneOf({answer: answer for answer in range(low, high + 1)})


def reversed_(low: int, high: int) -> OneOf:
    """Answers from low to high, the lowest worth most."""
    return OneOf({answer: low + high - answer for answer in range(low, high + 1)})


def worth(*points: int) -> OneOf:
    """Answers that are written as the points they are worth."""
    return OneOf({each: each for each in points})


def weighted(points: int) -> OneOf:
    """No (0) or yes (1), yes being worth so many points."""
    return OneOf({0: 0, 1: points})
