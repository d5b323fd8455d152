"""One published pooled result."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.evidence.library.known import HowKnown


@dataclass(frozen=True, slots=True)
class PooledRow:
    """A pooled figure as a review prints it, or the record that none could be seen."""

    row: int
    id: str
    review: str
    doi: str
    comparison: str
    outcome: str
    scale: str
    time: str
    model: str
    k: int | None
    n: int | None
    estimate_kind: str
    estimate: float | None
    ci_low: float | None
    ci_high: float | None
    i2: float | None
    tau2: float | None
    p: float | None
    trials_included: str
    grade_certainty: str
    """As the review rates it; empty where the rating was not seen or is recalled."""
    known: HowKnown
    how_known: str
    recomputed: str
    note: str
    withheld: bool

    @property
    def has_figure(self) -> bool:
        """Whether an estimate with its interval was seen."""
        return self.estimate is not None and self.ci_low is not None and self.ci_high is not None
