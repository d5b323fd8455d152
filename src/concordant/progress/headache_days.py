"""The primary outcome in numbers: headache days in two windows, with every probability that is shown (retest 3, 10)."""

from __future__ import annotations

from dataclasses import dataclass

from concordant.change.assumptions import BEYOND_CHANCE
from concordant.change.category import Category
from concordant.change.days.category import important_response
from concordant.change.days.missing_days import Per28, days_per_28, is_robust
from concordant.change.days.responders import Response
from concordant.criteria.reading import Binding
from concordant.record.derive.any_headache import as_days, category_of, streams_of
from concordant.record.diary import Count
from concordant.record.record import Record

SOURCE = f"retest 3.5: Jeffreys beta-binomial with a design effect; beyond chance from {BEYOND_CHANCE:g} (product rule)"


@dataclass(frozen=True, slots=True)
class Window:
    """One window: what was counted, and days per 28 as headline and bounds."""

    count: Count
    status: str
    """scored or provisional."""
    per_28: Per28


@dataclass(frozen=True, slots=True)
class HeadacheDays:
    """Baseline against follow-up."""

    baseline: Window
    latest: Window
    pooled: bool
    """Two follow-up windows as one, as the baseline has few headache days."""
    effect: float
    """The design effect of clustered days."""
    ratio: float
    """Rate at follow-up over rate at baseline, with its exact 95 % interval, which takes days as independent."""
    ratio_low: float
    ratio_high: float
    better: float
    """The probability that the rate really fell, and that it fell by 30 and by 50 %."""
    by_30_percent: float
    by_50_percent: float
    category: Category
    robust: bool | None
    """Whether the category stands whatever the missing days were; None of a provisional window, which ends no care."""

    @property
    def important(self) -> float:
        """The probability of a fall that matters: by 50 %, or by 30 % where headaches were frequent (retest 3.5)."""
        before = self.baseline.count
        by_30 = important_response(before.positive, before.observed) is Response.BY_30_PERCENT
        return self.by_30_percent if by_30 else self.by_50_percent

    @property
    def percent(self) -> float:
        """Change of the headline in per cent; a fall is negative."""
        return 100 * (self.latest.per_28.scaled / self.baseline.per_28.scaled - 1)


def headache_days(record: Record, visit: str | None) -> HeadacheDays | str:
    """At one retest, or why nothing is said."""
    streams = streams_of(record, Binding(visit=visit))
    if streams.problem:
        return streams.problem
    # Imported here: whoever has no diary needs no SciPy.
    from concordant.change.days.fall import probabilities_of_fall
    from concordant.change.days.rate_ratio import rate_ratio

    before, after = streams.before, streams.after
    counts = (before.positive, before.observed, after.positive, after.observed)
    falls = probabilities_of_fall(*counts, streams.effect)
    ratio = rate_ratio(*counts)
    assert ratio.ratio is not None, "there are headache days at baseline"
    first, latest = (Window(one, streams.words[one], days_per_28(as_days(one))) for one in (before, after))
    scored = "provisional" not in streams.words.values()
    return HeadacheDays(
        first,
        latest,
        streams.pooled,
        streams.effect,
        ratio.ratio,
        ratio.low,
        ratio.high,
        falls.better,
        falls.by_30_percent,
        falls.by_50_percent,
        category_of(streams),
        is_robust(as_days(before), as_days(after), streams.effect) if scored else None,
    )
