"""Rules for doing a test again: trials within one visit, and the change between two visits (examination 7)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from concordant.measures.source import Known, Source
from concordant.settings import number, whole

OTHER_RATER_FACTOR = number(
    "other_rater_factor",
    1.4,
    low=1,
    high=3,
    says="A real change is larger by this factor where another examiner measured and no figure of two raters is known.",
    source="examination 7",
)
EXTRA_TRIALS = whole(
    "extra_trials",
    1,
    high=5,
    says="So many more trials are asked where trials disagree; then the spread is noted and testing ends.",
    source="examination 4.5 flags trials that spread; how often to repeat is not said",
)


class Join(Enum):
    """How the trials of one visit become one value."""

    ONE = "the one trial"
    MEAN = "mean of the trials"
    MEAN_AFTER_FIRST = "mean of the rest after dropping the first"
    MEAN_OF_BEST_TWO = "mean of the best two"
    MEAN_SIZE = "mean of the sizes, whatever the signs"
    """Each trial may be below 0 though its value is not: an error to one side or the other."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The largest distance between trials that error explains."""

    limit: float
    """In the unit of the measure, or percent of the largest trial."""
    source: Source
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Trials:
    """How many trials, and how they are joined."""

    least: int
    most: int
    join: Join
    spread: Spread | None = None
    """None where no limit is known: then trials never ask for another."""

    def __post_init__(self) -> None:
        needed = 2 if self.join in (Join.MEAN_AFTER_FIRST, Join.MEAN_OF_BEST_TWO) else 1
        if not needed <= self.least <= self.most:
            raise ValueError(f"{self.join.value} needs at least {needed}, not {self.least} to {self.most} trials")

    @property
    def words(self) -> str:
        """For pages."""
        count = f"{self.least}" if self.least == self.most else f"{self.least} to {self.most}"
        return self.join.value if self.most == 1 else f"{count} trials, {self.join.value}"


ONE = Trials(1, 1, Join.ONE)


@dataclass(frozen=True, slots=True)
class RealChange:
    """How far a measure has to move between visits before it has changed; less is within error."""

    threshold: float
    """Same rater and device; in the unit of the measure, or percent of the first value."""
    source: str
    known: Known
    other_rater: float | None = None
    """Where two raters were studied; else the threshold times the setting ``other_rater_factor``."""
    other_rater_source: str = ""
    percent: bool = False

    def __post_init__(self) -> None:
        if not 0 < self.threshold < math.inf or not self.source:
            raise ValueError(f"a real change has a size and a source, not {self.threshold} and {self.source!r}")
        if self.other_rater is not None and self.other_rater < self.threshold:
            raise ValueError("two raters agree no better than one with themselves")

    def between_raters(self, same: bool) -> tuple[float, str]:
        """The threshold, and where it is from."""
        if same:
            return self.threshold, self.source
        if self.other_rater is not None:
            return self.other_rater, self.other_rater_source or self.source
        return round(self.threshold * OTHER_RATER_FACTOR, 9), f"{self.source}; x {OTHER_RATER_FACTOR:g}, another rater"


@dataclass(frozen=True, slots=True)
class SignGone:
    """A sign that was there and is gone has improved; no error of measurement is known for it."""

    source: str
