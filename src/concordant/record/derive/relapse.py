"""Relapse after discharge: from how many headache days on, and whether it is there (retest 3.4, 6, 9).

"CUSUM alarm plus F28 up by the MDC" (retest 9). It asks for another look; it is no diagnosis.
"""

from __future__ import annotations

from datetime import date, timedelta

from concordant.change.assumptions import WINDOW
from concordant.change.days.per_28 import PER_DAYS
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Reading
from concordant.facts.diary.counts import any_headache_days_per_28d
from concordant.facts.outcomes.change import relapse_since_discharge, relapse_threshold_days_per_28d
from concordant.facts.plan.episode import discharge_date
from concordant.record.derive.change import status_of
from concordant.record.derive.computing import Inputs, Reader, computes


@computes(relapse_threshold_days_per_28d)
def threshold(reader: Reader, where: Binding, term: Term) -> Reading:
    """Headache days per 28 in the window before discharge, and their minimal detectable change on top."""
    inputs = Inputs(reader, where)
    discharged = inputs.day(discharge_date)
    if discharged is None or not reader.diary:
        return inputs.unknown("not discharged, or no diary", relapse_threshold_days_per_28d)
    # The day of discharge is left out, as that of a retest is (conflicts C44).
    count = reader.diary.count(discharged - timedelta(days=1), WINDOW, None)
    if status_of(reader, count, None) == "insufficient":
        return inputs.unknown(f"the window before discharge is insufficient: {count}", relapse_threshold_days_per_28d)
    # Imported here: whoever was never discharged needs no SciPy.
    from concordant.change.days.clustering import design_effect
    from concordant.change.days.z_test import detectable_days, detectable_days_from_none

    answers = _answers(reader, count.first, count.last)
    share = count.positive / count.observed
    effect = design_effect([answers])
    # Of a window without headache the formula of retest 3.4 gives no error, and every day would be a relapse.
    rise = (
        detectable_days(share, count.observed, effect) if share else detectable_days_from_none(count.observed, effect)
    )
    found = PER_DAYS * share + rise
    inputs.note("before discharge", count.positive, str(count))
    if found > PER_DAYS or not rise:
        return inputs.unknown("too many headache days at discharge for a real rise", relapse_threshold_days_per_28d)
    return inputs.result(round(found, 6), f"{PER_DAYS * share:.1f} at discharge, error {rise:.1f}")


@computes(relapse_since_discharge)
def relapsed(reader: Reader, where: Binding, term: Term) -> Reading:
    """The daily watch has given its alarm since discharge, and headache days are up by more than their error."""
    inputs = Inputs(reader, where)
    discharged = inputs.day(discharge_date)
    if discharged is None or not reader.diary:
        return inputs.unknown("not discharged, or no diary", relapse_since_discharge)
    # Imported here: it checks its arguments with NumPy.
    from concordant.change.relapse.daily import watch_days

    days = _answers(reader, discharged + timedelta(days=1), reader.diary.last_counted_day())
    if not any(day is not None for day in days):
        return inputs.unknown("no answered day since discharge", relapse_since_discharge)
    alarm = watch_days(days).alarm
    if alarm is None:
        return inputs.result(False, "the daily watch has given no alarm since discharge")
    rang = discharged + timedelta(days=alarm)
    inputs.note("alarm of the daily watch", rang, str(rang))
    now, limit = inputs.number(any_headache_days_per_28d), inputs.number(relapse_threshold_days_per_28d)
    if now is None or limit is None or now.low < limit.low <= now.high:
        return inputs.unknown(f"the daily watch gave an alarm on {rang}; whether days are up by their error is open")
    return inputs.result(now.low >= limit.low, f"the daily watch gave an alarm on {rang}")


def _answers(reader: Reader, first: date, last: date) -> list[bool | None]:
    answers = reader.diary.answers(None)
    return [answers.get(first + timedelta(days=number)) for number in range((last - first).days + 1)]
