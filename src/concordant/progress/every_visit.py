"""One measure of one person at every visit: what a small chart shows, with the error about the first value.

A row (:mod:`concordant.progress.rows`) compares two values; here stand all that can be laid beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from concordant.change.assumptions import WINDOW
from concordant.change.days.missing_days import days_per_28
from concordant.change.scores.limits import rounded_up
from concordant.change.scores.scale import Scale
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding
from concordant.facts.history.person import age_years, sex
from concordant.measures import MEASURES, Measure
from concordant.measures.comparable import comparable
from concordant.measures.groups import NoRow, fitting
from concordant.measures.questionnaires import QUESTIONNAIRES, Questionnaire, may_compare
from concordant.measures.repeats import RealChange
from concordant.progress.examined import was_examined
from concordant.progress.headache_days import HeadacheDays
from concordant.progress.rows import NOT_JUDGED, UNKNOWN, Row, in_its_unit
from concordant.record.derive.any_headache import USABLE, as_days
from concordant.record.derive.change import status_of
from concordant.record.derive.measured import measurement
from concordant.record.derive.scores import filled_in, totals_of
from concordant.record.derive.treatment_start import start_of_treatment
from concordant.record.record import Record


@dataclass(frozen=True, slots=True)
class Taken:
    """One value on one day, in the unit of the measure; of a window of the diary, its last day."""

    on: date
    value: float
    """1 and 0 for a sign that is there or not."""
    low: float
    high: float
    """Bounds by missing days; the value itself where nothing can be missing."""
    by: str = ""
    instrument: str = ""
    """Of a test, who measured and with what; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class EveryVisit:
    """A measure over all visits."""

    row: Row
    taken: tuple[Taken, ...]
    """Oldest first; what cannot be compared with the baseline is left out."""
    error: float | None
    """Less than this from the baseline may be measurement error; None where it is not known or decides nothing."""
    cut_off: float | None
    """The declared cut-off for this age, sex and side; None where none is declared or several may hold."""

    @property
    def is_sign(self) -> bool:
        """There or not."""
        return isinstance(self.row.baseline, bool)

    @property
    def differs(self) -> bool:
        """Another examiner or instrument at the last value than at the first: the error may be larger than stated."""
        one, other = self.taken[0], self.taken[-1]
        pairs = ((one.by, other.by), (one.instrument, other.instrument))
        return any(before and now and before != now for before, now in pairs)


def every_visit(record: Record, row: Row) -> EveryVisit:
    """All values of one row that are known on the day of the record."""
    measure, questionnaire = MEASURES.get(row.measure), QUESTIONNAIRES.get(row.measure)
    found: dict[date, Taken] = {}
    if row.days is not None:
        found = {one.on: one for one in _windows(record, row.days)}
    elif questionnaire is not None:
        found = {day: Taken(day, value, value, value) for day, value in _scores(record, row, questionnaire)}
    elif measure is not None:
        found = {one.on: one for one in _tests(record, row, measure)}
    if row.days is None:
        # What the verdict compared is shown as it was compared.
        for day, told in ((row.baseline_on, row.baseline), (row.latest_on, row.latest)):
            if day is not None and told is not None:
                known = found.get(day, Taken(day, float(told), float(told), float(told)))
                found[day] = replace(known, value=float(told), low=float(told), high=float(told))
    return EveryVisit(
        row,
        tuple(one for _, one in sorted(found.items())),
        _error(row, measure, questionnaire),
        _cut_off(record, row, measure) if measure is not None else None,
    )


def _windows(record: Record, days: HeadacheDays) -> Iterator[Taken]:
    """The baseline, the 28 days before each visit at which something was found, and the window of the retest."""
    start = start_of_treatment(record)
    for visit in record.visits.values():
        count = record.diary.count(visit.date - timedelta(days=1), WINDOW, None)
        within_care = start is not None and count.first >= start
        if within_care and was_examined(visit) and status_of(record, count, None) in USABLE:
            per_28 = days_per_28(as_days(count))
            yield Taken(count.last, per_28.scaled, per_28.low, per_28.high)
    for window in (days.baseline, days.latest):
        one = window.per_28
        yield Taken(window.count.last, one.scaled, one.low, one.high)


def _scores(record: Record, row: Row, questionnaire: Questionnaire) -> Iterator[tuple[date, float]]:
    forms = filled_in(record, questionnaire)
    if questionnaire.rates_a_change:
        # Each stands alone, and none is compared with another.
        yield from ((day, form.total) for day, form in forms.items() if form.total is not None)
        return
    before = forms.get(row.baseline_on) if row.baseline_on is not None else None
    if before is None:
        return
    for day, form in forms.items():
        if form.total is None or day <= before.date or may_compare(before, form):
            continue
        first, latest, _ = totals_of(before, form)
        # Of activities one by one, another set may be what two forms share: then it is another first value.
        if first == row.baseline and latest is not None:
            yield day, latest


def _tests(record: Record, row: Row, measure: Measure) -> Iterator[Taken]:
    every = [
        (visit, measurement(record, Binding(visit=name), measure, row.side, row.segment))
        for name, visit in record.visits.items()
    ]
    first = next((one for visit, one in every if visit.date == row.baseline_on and one is not None), None)
    for visit, one in every:
        if one is None or one.value is None:
            continue
        compared = visit.date in (row.baseline_on, row.latest_on)
        if first is None or compared or comparable(first, one).answer is not False:
            value = float(one.value)
            yield Taken(visit.date, value, value, value, one.rater or visit.by, one.instrument)


def _error(row: Row, measure: Measure | None, questionnaire: Questionnaire | None) -> float | None:
    if row.baseline is None or isinstance(row.baseline, bool) or row.verdict == NOT_JUDGED:
        return None
    if questionnaire is not None:
        return None if row.threshold is None else _error_of_score(questionnaire)
    if row.threshold is None and row.verdict != UNKNOWN and measure is not None:
        return _of_two_raters(measure, row.baseline)
    return row.threshold


def _of_two_raters(measure: Measure, first: float) -> float | None:
    """The verdict holds whoever measured: then the larger error is the one that is not too small."""
    if not isinstance(measure.change, RealChange):
        return None
    threshold, _ = measure.change.between_raters(same=False)
    return in_its_unit(threshold, measure, first)


def _error_of_score(questionnaire: Questionnaire) -> float | None:
    """The detectable change, rounded up to a step; the limit that matters to people is another number."""
    limit = questionnaire.change
    evidence = None if limit is None else limit.mdc or limit.mcid
    scales = (
        Scale(one.low, one.high, limit.step)
        for one in questionnaire.versions
        if limit is not None and one.low is not None and one.high is not None
    )
    scale = next(scales, None)
    return None if evidence is None or scale is None else rounded_up(evidence.value, scale)


def _cut_off(record: Record, row: Row, measure: Measure) -> float | None:
    if measure.cut_off is None:
        return None
    age, whose = record.read(term_of(age_years)).value, record.read(term_of(sex)).value
    limits = fitting(
        measure.cut_off.limits,
        row.side,
        age if isinstance(age, int | float) else None,
        whose if isinstance(whose, str) else None,
    )
    if isinstance(limits, NoRow):
        return None
    at = {limit.at for limit in limits}
    return at.pop() if len(at) == 1 else None
