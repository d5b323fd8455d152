"""Which factors one person has: met, not met or unknown, each with its trace."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from concordant.criteria import Evaluator, Knowledge, Trace, Truth, evaluate
from concordant.diagnosis import BOOK
from concordant.progress.expected_course.factors.factor import Factor


@dataclass(frozen=True, slots=True)
class FactorReading:
    """One factor of one person."""

    factor: Factor
    trace: Trace | None
    """None where it is not judged."""

    @property
    def truth(self) -> Truth:
        """Whether it is there; unknown where nobody asked and where it cannot be told."""
        return Truth.UNKNOWN if self.trace is None else self.trace.truth


def read_factors(
    factors: Iterable[Factor], knowledge: Knowledge, evaluator: Evaluator | None = None
) -> tuple[FactorReading, ...]:
    """Every factor, in their order. ``evaluator`` shares the verdicts that were worked out before."""
    rules = evaluator or Evaluator(knowledge, BOOK)

    def trace(factor: Factor) -> Trace | None:
        return None if factor.when is None else evaluate(factor.when, knowledge, evaluator=rules)

    return tuple(FactorReading(factor, trace(factor)) for factor in factors)
