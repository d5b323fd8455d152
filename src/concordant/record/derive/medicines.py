"""Days with acute medicines per 30 days (diagnosis 1.17): days, not tablets, each day once."""

from __future__ import annotations

from collections.abc import Mapping

from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding, Origin, Reading
from concordant.facts.diary.counts import (
    acute_med_days_per_30d,
    any_acute_med_days_per_30d,
    non_opioid_days_per_30d,
)
from concordant.facts.diary.day import acute_medication
from concordant.facts.values import UNKNOWN, Span
from concordant.record.case import DiaryRow
from concordant.record.derive.computing import Inputs, Mode, Reader, computes, whole
from concordant.record.derive.diary_counts import reading_of
from concordant.record.diary import COMPLETE, MONTH

NON_OPIOIDS = frozenset({"paracetamol", "nsaid", "asa", "other_non_opioid"})
UNSPECIFIED = "unspecified"


def taken(rows: list[DiaryRow]) -> frozenset[str] | None:
    """The classes taken on a day; None where the day's rows do not say."""
    said = [row.facts[acute_medication.name] for row in rows if acute_medication.name in row.facts]
    sets = [value for value in said if isinstance(value, frozenset)]
    return frozenset().union(*sets) if sets else None


def _any_of(classes: frozenset[str], rows: list[DiaryRow]) -> bool | None:
    """Whether one of these classes was taken; a medicine of unknown class may be any."""
    today = taken(rows)
    if today is None:
        return None
    if today & classes:
        return True
    return None if UNSPECIFIED in today else False


@computes(acute_med_days_per_30d, Mode.COUNT)
def by_class(reader: Reader, where: Binding, term: Term) -> Reading:
    """Distinct days with intake in the last 30 diary days, for each class."""
    keys = list(acute_med_days_per_30d.kind.keys)
    end = reader.diary.last_counted_day()
    counts = {
        key: reader.diary.count_rows(end, MONTH, lambda rows, key=key: _any_of(frozenset({key}), rows))  # type: ignore[misc]
        for key in keys
    }
    if not any(count.observed for count in counts.values()):
        return Reading(UNKNOWN, Origin.MISSING, note="no diary in this window")
    least = min(count.completeness for count in counts.values())
    partial = least < COMPLETE
    note = f"incomplete diary: {least:.0%} of days answered" if partial else ""
    days = {key: count.per(MONTH) for key, count in counts.items()}
    return Reading(
        {key: span.low if span.exact else span for key, span in days.items()},
        Origin.COUNTED,
        note=note,
        missing=(term.fact.name,) if partial else (),
        partial=partial,
    )


def _together(reader: Reader, where: Binding, term: Term, classes: frozenset[str] | None) -> Reading:
    """Days with any of these classes; from the table of days alone: between its largest and its sum."""
    end = reader.diary.last_counted_day()
    if classes is None:
        count = reader.diary.count_rows(end, MONTH, lambda rows: None if (t := taken(rows)) is None else bool(t))
    else:
        count = reader.diary.count_rows(end, MONTH, lambda rows: _any_of(classes, rows))
    counted = reading_of(count, MONTH, term.fact)
    if counted.known and not counted.partial:
        return counted
    inputs = Inputs(reader, where)
    table = reader.read(whole(acute_med_days_per_30d), where)
    if table.partial or not isinstance(table.value, Mapping):
        return counted if counted.known else inputs.unknown("", acute_med_days_per_30d)
    inputs.get(acute_med_days_per_30d)
    return _bounded(table.value, classes, inputs)


def _bounded(table: Mapping[str, object], classes: frozenset[str] | None, inputs: Inputs) -> Reading:
    spans = [
        value if isinstance(value, Span) else Span(value, value)  # type: ignore[arg-type]
        for key, value in table.items()
        if classes is None or key in classes
    ]
    low = max((span.low for span in spans), default=0)
    high = min(MONTH, sum(span.high for span in spans))
    return inputs.result(Span(low, max(low, high)), "between the largest class and the sum of the classes named")


@computes(non_opioid_days_per_30d)
def non_opioid(reader: Reader, where: Binding, term: Term) -> Reading:
    """Distinct days with any non-opioid analgesic."""
    return _together(reader, where, term, NON_OPIOIDS)


@computes(any_acute_med_days_per_30d)
def any_medicine(reader: Reader, where: Binding, term: Term) -> Reading:
    """Distinct days with any acute headache medicine."""
    return _together(reader, where, term, None)
