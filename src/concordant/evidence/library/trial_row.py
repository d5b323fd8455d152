"""One row of the trials: an arm, or a contrast of two, at one time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from concordant.evidence.library.known import HowKnown


class Role(Enum):
    """Which side of the comparison."""

    EXPERIMENTAL = "experimental"
    CONTROL = "control"
    CONTRAST = "contrast"


class ValueKind(Enum):
    """What the numbers of the row are."""

    MEAN_SD = "mean_sd"
    COUNT = "count"
    MD = "MD"
    SMD = "SMD"
    RD = "RD"
    OR = "OR"
    SLOPE = "slope"
    PERCENT_CHANGE = "percent_change"
    MEAN_CHANGE = "mean_change"
    """A change within one arm without an SD."""
    MEAN_PM = "mean_pm"
    """A mean printed with ± of which nobody said what it is."""
    MD_KIND_UNCLEAR = "MD_kind_unclear"
    """A difference of which the paper does not say whether it is between or within arms."""
    NONE = "none"
    """Inventory: the arm is known and its results were not seen."""


NOT_POOLABLE = {
    ValueKind.SLOPE: "a slope over doses, not a contrast of two arms",
    ValueKind.PERCENT_CHANGE: "a percent change without an SD",
    ValueKind.MEAN_CHANGE: "a change within one arm, without an SD or a comparator",
    ValueKind.MEAN_PM: "printed with ± of which nobody says whether it is SD or SE",
    ValueKind.MD_KIND_UNCLEAR: "not said whether it is a difference between or within arms",
    ValueKind.NONE: "results not seen",
}
"""Why a kind of value can never enter a pool."""


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A row as it was read. Numbers that are only recalled are None, and ``withheld`` says so."""

    row: int
    """Its place in the file, from 1."""
    trial_id: str
    first_author: str
    year: int | None
    """None where the record seen does not print it."""
    doi: str
    comparison: str
    arm: str
    role: Role
    intervention_class: str
    control_class: str
    outcome: str
    scale: str
    time_weeks: float | None
    """Weeks from the first treatment or randomisation as the trial counts; 0 is baseline or immediately after."""
    time_label: str
    n: int | None
    value_kind: ValueKind
    mean: float | None
    sd: float | None
    se: float | None
    ci_low: float | None
    ci_high: float | None
    p: float | None
    """An exact p; None where only a bound is printed."""
    p_printed: str
    events: int | None
    contrast: str
    """Of a contrast: which group is taken from which, as the row has it."""
    better: str
    """``lower`` or ``higher``: which values of the outcome are the better ones."""
    doubt: str
    """Where the printed numbers contradict each other: how. Such a row is shown as printed and never pooled."""
    change_or_final: str
    population: str
    known: HowKnown
    how_known: str
    """The words of the file."""
    source_review: str
    note: str
    withheld: bool

    @property
    def is_baseline(self) -> bool:
        """Measured before treatment; week 0 alone may also be right after the first one."""
        return self.time_weeks == 0 and "baseline" in self.time_label.lower()

    @property
    def why_not_pooled(self) -> str:
        """Why this row may not enter a pool; empty where it may."""
        if self.known is HowKnown.RECALLED:
            return "recalled, not read: never pooled and its numbers never shown"
        if self.known is HowKnown.SECOND_HAND:
            return "seen only second-hand"
        if self.doubt:
            return f"in doubt: {self.doubt}"
        if self.value_kind in NOT_POOLABLE:
            return NOT_POOLABLE[self.value_kind]
        if self.is_baseline:
            return "measured before treatment"
        if self.value_kind in (ValueKind.MEAN_SD, ValueKind.COUNT):
            return "number of people not printed" if self.n is None else ""
        if self.mean is None:
            return "the number was not seen"
        has_spread = self.se is not None or self.p is not None or (self.ci_low is not None and self.ci_high is not None)
        return "" if has_spread else "no standard error, interval or exact p was seen"

    @property
    def is_poolable(self) -> bool:
        """Whether the row can give an effect with a variance, alone or with the other arm."""
        return not self.why_not_pooled
