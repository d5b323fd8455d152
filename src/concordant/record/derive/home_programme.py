"""How much of the home programme is done (treatment 5.3)."""

from __future__ import annotations

from datetime import timedelta

from concordant.change.assumptions import WINDOW
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.diary.day import exercises_done
from concordant.facts.plan.episode import adherence_percent_28d
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.record.diary import days_of
from concordant.settings import whole

FEWEST_DAYS = whole(
    "adherence_fewest_days",
    14,
    unit="d",
    low=1,
    high=28,
    says="With fewer answered days in 28 the share of the home programme that is done is not known.",
    source="treatment 5.3",
)


@computes(adherence_percent_28d)
def adherence(reader: Reader, where: Binding, term: Term) -> Reading:
    """Days on which the exercises were done, in percent of the days of which somebody said so, yes or no."""
    inputs = Inputs(reader, where)
    if not reader.diary:
        return inputs.unknown("no diary", adherence_percent_28d)
    last = reader.diary.last_counted_day()
    said = []
    for day in days_of(last - timedelta(days=WINDOW - 1), last):
        answers = [row.facts.get(exercises_done.name) for row in reader.diary.by_day.get(day, [])]
        told = [one for one in answers if isinstance(one, bool)]
        # The rows of one day are of one programme: done is done, whichever row says so.
        said += [any(told)] if told else []
    if len(said) < FEWEST_DAYS:
        return inputs.unknown(f"only {len(said)} of {WINDOW} days say so", adherence_percent_28d)
    note = f"done on {sum(said)} of {len(said)} answered days"
    return inputs.result(100 * sum(said) / len(said), note, Origin.COUNTED)
