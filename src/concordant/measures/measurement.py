"""One value as it was taken at a visit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from concordant.facts.fact import SEGMENTS
from concordant.measures.measure import Measure


class Taken(NamedTuple):
    """How a value was taken; empty words are not known."""

    instrument: str
    position: str
    headache_phase: str
    rater: str


@dataclass(slots=True)
class Measurement:
    """A number, or a sign seen or not; None where it was not taken. Empty words are not known.

    Never changed; not frozen, as hundreds are made.

    Raises :class:`concordant.facts.NotAllowed` for a value that the fact cannot take.
    """

    measure: Measure
    value: float | None
    side: str | None = None
    segment: str | None = None
    instrument: str = ""
    position: str = ""
    rater: str = ""
    headache_phase: str = ""
    taken: Taken = field(init=False, repr=False, compare=False)
    """How."""

    def __post_init__(self) -> None:
        self.taken = Taken(self.instrument, self.position, self.headache_phase, self.rater)
        if self.side not in self.measure.sides:
            raise ValueError(f"{self.measure.fact.name} is not measured on side {self.side!r}")
        if (self.segment in SEGMENTS) is not self.measure.fact.segmental:
            raise ValueError(f"{self.measure.fact.name} is not measured at segment {self.segment!r}")
        if self.value is not None:
            self.measure.read(self.value)

    @property
    def name(self) -> str:
        """What was measured, where."""
        return " ".join(part for part in (self.measure.short, self.segment, self.side) if part)
