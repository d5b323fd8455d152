"""Days with acute medicines per 30 days (diagnosis 1.17): days, not tablets, each day once."""

from __future__ import annotations

from collections.abc import Mapping

from concordant.criteria.nodes import Term
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.diary.counts import (
    acute_med_days_per_30d,
    any_acute_med_days_per_30d,
    non_opioid_days_per_30d,
    ten_day_limit_med_days_per_30d,
)
from concordant.facts.values import UNKNOWN, Span
from concordant.record.derive.computing import Inputs, Mode, Reader, computes, span_of
from concordant.record.derive.diary_counts import reading_of
from concordant.record.derive.medicine_months import ANY, CLASSES, NON_OPIOID, NON_OPIOIDS, MedicineMonths
from concordant.record.diary import COMPLETE, PER_MONTH

TEN_DAY_CLASSES = ("ergotamine", "triptan", "opioid", "combination")
"""The named classes with a limit of 10 days."""


@computes(acute_med_days_per_30d, Mode.COUNT)
def by_class(reader: Reader, where: Binding, term: Term) -> Reading:
    """Distinct days with intake in the last 30 diary days, for each class."""
    month = reader.diary.once(MedicineMonths, reader.diary).month(0)
    counts = {key: month[key] for key in CLASSES}
    if not any(count.observed for count in counts.values()):
        return Reading(UNKNOWN, Origin.MISSING, note="no diary in this window")
    least = min(count.completeness for count in counts.values())
    partial = least < COMPLETE
    note = f"incomplete diary: {least:.0%} of days answered" if partial else ""
    days = {key: count.per(PER_MONTH) for key, count in counts.items()}
    return Reading(
        {key: span.low if span.exact else span for key, span in days.items()},
        Origin.COUNTED,
        note=note,
        missing=(term.fact.name,) if partial else (),
        partial=partial,
    )


def _together(reader: Reader, where: Binding, term: Term, key: str, classes: frozenset[str] | None) -> Reading:
    """Days with any of these classes; from the table of days alone: between its largest and its sum."""
    count = reader.diary.once(MedicineMonths, reader.diary).month(0)[key]
    counted = reading_of(count, PER_MONTH, term.fact)
    if counted.known and not counted.partial:
        return counted
    inputs = Inputs(reader, where)
    table = reader.read(term_of(acute_med_days_per_30d), where)
    if table.partial or not isinstance(table.value, Mapping):
        return counted if counted.known else inputs.unknown("", acute_med_days_per_30d)
    inputs.get(acute_med_days_per_30d)
    return _bounded(table.value, classes, inputs)


def _bounded(table: Mapping[str, object], classes: frozenset[str] | None, inputs: Inputs) -> Reading:
    of_them = (span_of(value) for key, value in table.items() if classes is None or key in classes)
    spans = [span for span in of_them if span is not None]
    low = max((span.low for span in spans), default=0)
    high = min(PER_MONTH, sum(span.high for span in spans))
    return inputs.result(Span(low, max(low, high)), "between the largest class and the sum of the classes named")


@computes(non_opioid_days_per_30d)
def non_opioid(reader: Reader, where: Binding, term: Term) -> Reading:
    """Distinct days with any non-opioid analgesic."""
    return _together(reader, where, term, NON_OPIOID, NON_OPIOIDS)


@computes(any_acute_med_days_per_30d)
def any_medicine(reader: Reader, where: Binding, term: Term) -> Reading:
    """Distinct days with any acute headache medicine."""
    return _together(reader, where, term, ANY, None)


@computes(ten_day_limit_med_days_per_30d)
def of_a_ten_day_class(reader: Reader, where: Binding, term: Term) -> Reading:
    """The most days of one of the four classes; a class of which nothing is said may have been taken on any day."""
    inputs = Inputs(reader, where)
    table = inputs.get(acute_med_days_per_30d)
    if not isinstance(table, Mapping) or not any(key in table for key in TEN_DAY_CLASSES):
        return inputs.unknown("", acute_med_days_per_30d)
    known = [span for key in TEN_DAY_CLASSES if (span := span_of(table.get(key))) is not None]
    low = max((span.low for span in known), default=0)
    high = max(span.high for span in known) if len(known) == len(TEN_DAY_CLASSES) else PER_MONTH
    return inputs.result(Span(low, high), partial=reader.read(term_of(acute_med_days_per_30d), where).partial)
