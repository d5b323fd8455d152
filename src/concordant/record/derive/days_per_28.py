"""Days with any headache per 28 days, as bounds: now, and before treatment began (outcomes 1.1, 1.5, 1.7).

The bounds, not the headline, are what rules read: a discharge at "at most 4 days" must hold whatever the missing days
were. Of an insufficient window there is no number.
"""

from __future__ import annotations

from datetime import timedelta

from concordant.change.assumptions import WINDOW
from concordant.change.days.per_28 import PER_DAYS
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.diary.counts import any_headache_days_per_28d
from concordant.facts.outcomes.change import any_headache_baseline_days_per_28d
from concordant.record.derive.change import status_of
from concordant.record.derive.computing import Inputs, Mode, Reader, computes
from concordant.record.derive.diary_counts import reading_of
from concordant.record.derive.treatment_start import start_of_treatment
from concordant.record.diary import Count


@computes(any_headache_days_per_28d, Mode.COUNT)
def now(reader: Reader, where: Binding, term: Term) -> Reading:
    """In the last 28 diary days."""
    return _reading(reader, where, term, reader.diary.count(reader.diary.last_counted_day(), WINDOW, None))


@computes(any_headache_baseline_days_per_28d, Mode.COUNT)
def at_baseline(reader: Reader, where: Binding, term: Term) -> Reading:
    """In the 28 days before the first treatment; where none is recorded, before the first visit."""
    start = start_of_treatment(reader)
    if start is None:
        return Inputs(reader, where).unknown("no day on which treatment began", any_headache_baseline_days_per_28d)
    return _reading(reader, where, term, reader.diary.count(start - timedelta(days=1), WINDOW, None))


def _reading(reader: Reader, where: Binding, term: Term, count: Count) -> Reading:
    if status_of(reader, count, None) == "insufficient":
        return Inputs(reader, where).unknown(f"too few answered days: {count}", term.fact)
    return reading_of(count, PER_DAYS, term.fact)
