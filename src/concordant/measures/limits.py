"""Cut-offs, norms and the error of one reading."""

from __future__ import annotations

import math
from dataclasses import dataclass

from concordant.measures.groups import EVERYBODY, Group
from concordant.measures.source import Source

Z95 = 1.96
"""MDC95 = 1.96 x sqrt(2) x SEM (examination 0)."""


@dataclass(frozen=True, slots=True)
class ReadingError:
    """How far one reading lies from the true value, in the unit of the measure."""

    sem: float
    """Standard error of measurement."""
    source: Source

    def __post_init__(self) -> None:
        if not 0 < self.sem < math.inf:
            raise ValueError(f"a standard error is above 0, not {self.sem}")

    @property
    def band(self) -> float:
        """Half the 95 % interval of one reading, 1.96 x SEM."""
        return Z95 * self.sem

    @classmethod
    def from_change(cls, mdc95: float, source: Source) -> ReadingError:
        """Back from the smallest detectable change between two readings: SEM = MDC95 / (1.96 x sqrt 2)."""
        return cls(mdc95 / (Z95 * math.sqrt(2)), source)


@dataclass(frozen=True, slots=True)
class Limit:
    """A value from which on, towards the worse, the measure is reduced in a group."""

    at: float
    inclusive: bool
    """The value itself counts as reduced."""
    group: Group = EVERYBODY
    remark: str = ""
    """Told wherever this row decides."""


@dataclass(frozen=True, slots=True)
class CutOff:
    """The limits of a measure."""

    limits: tuple[Limit, ...]
    source: Source

    def __post_init__(self) -> None:
        if not self.limits:
            raise ValueError("a cut-off needs a limit")


@dataclass(frozen=True, slots=True)
class Norm:
    """What a group of healthy people reached."""

    centre: float
    population: str
    source: Source
    group: Group = EVERYBODY
    sd: float | None = None
    """None where no spread is published: then a percentage of the norm is told, and no z-score."""
    centre_is: str = "mean"

    def __post_init__(self) -> None:
        if not 0 < self.centre < math.inf or (self.sd is not None and not 0 < self.sd < math.inf):
            raise ValueError(f"a norm is above 0, and so is its spread: {self.centre}, {self.sd}")
