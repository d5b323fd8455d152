"""A measure: one thing that a physical test gives, and everything needed to read it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import Enum

from concordant.facts.fact import SIDES, Fact, Sides
from concordant.facts.kinds import Flag, Kind, Quantity
from concordant.facts.rounding import rounded
from concordant.facts.units import UNITS
from concordant.facts.values import Value
from concordant.measures.limits import CutOff, Norm, ReadingError
from concordant.measures.repeats import ONE, Join, RealChange, SignGone, Trials


class Better(Enum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    NEITHER = "neither"
    """Read by rules of its own (blood pressure)."""


_UP = Better.UP


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """One fact as it is measured. Absent parts are absent in the literature, and say so where they are asked for.

    Compared and hashed by identity, as its fact is.
    """

    fact: Fact[Kind]
    short: str
    """What clinicians call it in a sentence."""
    better: Better
    instruments: tuple[str, ...]
    """Allowed instruments, in the words of the case file."""
    positions: tuple[str, ...]
    """Allowed positions of the person, in the words of the case file."""
    step: float | None = None
    """The smallest difference that the instrument shows."""
    trials: Trials = ONE
    error: ReadingError | None = None
    cut_off: CutOff | None = None
    norms: tuple[Norm, ...] = ()
    no_norm: str = ""
    """Why nothing can be said against a norm; needed where there is none."""
    change: RealChange | SignGone | None = None
    same_rater_only: bool = False
    """Between raters it says nothing of one person: published so, or a sign, whose error no threshold can widen."""

    def __post_init__(self) -> None:
        problem = self._problem()
        if problem:
            raise ValueError(f"measure {self.fact.name!r}: {problem}")

    def _problem(self) -> str:
        is_sign = isinstance(self.fact.kind, Flag)
        if not is_sign and not isinstance(self.fact.kind, Quantity):
            return "a measure is a number or a sign"
        if not self.instruments or not self.positions:
            return "an instrument and a position are needed"
        if bool(self.norms) is bool(self.no_norm):
            return "give norms, or say why there are none"
        if isinstance(self.change, SignGone) is not is_sign and self.change is not None:
            return "a sign is gone or not; a number changes by more than its error"
        if self.better is Better.NEITHER and (self.cut_off or self.change):
            return "where neither way is better nothing is reduced and nothing improves"
        if self.fact.sides is Sides.NONE and any(norm.group.side for norm in self.norms):
            return "a norm has a side and the fact has none"
        return ""

    @property
    def more_is_better(self) -> bool:
        """Whether a gain is a larger number."""
        return self.better is _UP

    @property
    def sides(self) -> tuple[str | None, ...]:
        """Left and right, or once."""
        return (None,) if self.fact.sides is Sides.NONE else SIDES

    def say(self, value: float, beside: Collection[float] = ()) -> str:
        """A value with its unit, rounded, with more digits where it would read as one of ``beside``."""
        return f"{rounded(value, beside)}{UNITS[self.fact.unit].after}"

    @property
    def trial_kind(self) -> Kind:
        """What one trial may be: as the value, or on either side of 0 where sizes are joined."""
        kind = self.fact.kind
        if self.trials.join is Join.MEAN_SIZE and isinstance(kind, Quantity) and kind.high is not None:
            return replace(kind, low=-kind.high)
        return kind

    def read(self, value: float) -> float:
        """The value, if the fact can take it. Raises :class:`concordant.facts.NotAllowed`."""
        return _number(self.fact.kind.read(value))

    def read_trial(self, trial: float) -> float:
        """One trial, if it can be. Raises :class:`concordant.facts.NotAllowed`."""
        return _number(self.trial_kind.read(trial))


def _number(found: Value) -> float:
    assert isinstance(found, int | float)
    return found
