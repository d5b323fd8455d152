"""A word to the prescriber before medication overuse is a diagnosis (outcomes 1.1; conflicts C11)."""

from __future__ import annotations

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.diary.counts import overuse_months_longest
from concordant.facts.outcomes.change import medication_overuse_alert
from concordant.record.derive.computing import Inputs, Reader, computes
from concordant.settings import whole

WARN_MONTHS = whole(
    "overuse_warn_windows",
    2,
    unit="months",
    low=1,
    high=12,
    says="So many months in a row at or above a day limit of acute medicine are an early warning.",
    source="outcomes 1.1",
)
ALERT_MONTHS = whole(
    "overuse_alert_windows",
    3,
    unit="months",
    low=1,
    high=12,
    says="So many months in a row at or above a day limit of acute medicine are an alert; it is not the diagnosis.",
    source="outcomes 1.1; retest 9",
)


@computes(medication_overuse_alert)
def alert(reader: Reader, where: Binding, term: Term) -> Reading:
    """none, warn or alert; open where the diary leaves open which."""
    inputs = Inputs(reader, where)
    months = inputs.number(overuse_months_longest)
    if months is None:
        return inputs.unknown()
    # A run of so many whole months may have begun up to one month earlier; whole months are what counts here.
    words = {_word(months.low), _word(max(months.low, months.high - 1))}
    if len(words) > 1:
        return inputs.unknown(f"{months} months in a row at or above a limit", overuse_months_longest)
    return inputs.result(words.pop())


def _word(months: float) -> str:
    return "alert" if months >= ALERT_MONTHS else "warn" if months >= WARN_MONTHS else "none"
