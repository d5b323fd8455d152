"""Every measure of one person at one retest: baseline, latest, change, verdict. Headache days first (retest 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from concordant.change.category import Category
from concordant.criteria.nodes.term import term_of
from concordant.criteria.reading import Binding
from concordant.facts.diary.counts import any_headache_days_per_28d
from concordant.facts.fact import SEGMENTS
from concordant.facts.rounding import rounded
from concordant.facts.units import UNITS
from concordant.measures import MEASURES, Measure
from concordant.measures.questionnaires import OF_FACT, Questionnaire, Score
from concordant.progress.headache_days import SOURCE, HeadacheDays, headache_days
from concordant.record.derive.any_headache import streams_of
from concordant.record.derive.measured import ChangeOfTest, change_of_test
from concordant.record.derive.scores import ScoreChange, score_change
from concordant.record.record import Record

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Row:
    """One measure. ``verdict`` is the short word of retest 1.5, ``detail`` the finer one of 1.4."""

    measure: str
    """The name of the fact; of a questionnaire as the case file names it."""
    name: str
    side: str | None
    segment: str | None
    unit: str
    baseline: float | bool | None
    baseline_on: date | None
    latest: float | bool | None
    latest_on: date | None
    verdict: str
    detail: str
    threshold: float | None
    """What a change has to reach, in the unit of the measure; None for headache days: a probability decides."""
    source: str
    note: str
    days: HeadacheDays | None = None
    """For headache days only."""

    @property
    def change(self) -> float | None:
        """Latest less baseline; None for a sign and where one is missing."""
        if self.baseline is None or self.latest is None or isinstance(self.latest, bool):
            return None
        return round(self.latest - self.baseline, 9)


def rows(record: Record, visit: str | None) -> tuple[Row, ...]:
    """One for headache days, one for every questionnaire and test of this retest; without a retest none."""
    return tuple(_rows(record, visit)) if visit is not None else ()


def _rows(record: Record, visit: str) -> Iterator[Row]:
    where = Binding(visit=visit)
    if record.diary:
        yield _of_days(headache_days(record, visit), record, where)
    for questionnaire in OF_FACT.values():
        # What was never entered is not read.
        if questionnaire.fact.name in record.findings() or _has_form(record, questionnaire):
            found = score_change(record, where, questionnaire)
            if isinstance(found, ScoreChange):
                yield _of_score(found)
    for name, measure in MEASURES.items():
        if name in record.findings():
            yield from _of_tests(record, where, measure)


def _has_form(record: Record, questionnaire: Questionnaire) -> bool:
    return any(one.fact == questionnaire.fact.name for one in record.outcomes)


def _of_days(found: HeadacheDays | str, record: Record, where: Binding) -> Row:
    fact = any_headache_days_per_28d
    if isinstance(found, str):
        never = streams_of(record, where).never
        detail = Category.NOT_ASSESSABLE.value if never else UNKNOWN
        return Row(
            fact.name, fact.label, None, None, fact.unit, None, None, None, None, UNKNOWN, detail, None, SOURCE, found
        )
    before, after = found.baseline, found.latest
    return Row(
        fact.name,
        fact.label,
        None,
        None,
        fact.unit,
        round(before.per_28.scaled, 6),
        before.count.last,
        round(after.per_28.scaled, 6),
        after.count.last,
        found.category.verdict,
        found.category.value,
        None,
        SOURCE,
        "two follow-up windows as one" if found.pooled else "",
        found,
    )


def _of_score(found: ScoreChange) -> Row:
    questionnaire: Questionnaire = found.after.questionnaire
    category = found.category
    before: Score = found.before
    return Row(
        questionnaire.id,
        questionnaire.name,
        None,
        None,
        questionnaire.fact.unit,
        found.first,
        before.date,
        found.latest,
        found.after.date,
        UNKNOWN if category is None else category.verdict,
        UNKNOWN if category is None else category.value,
        found.threshold,
        found.source,
        found.note,
    )


def _of_tests(record: Record, where: Binding, measure: Measure) -> Iterator[Row]:
    for side in measure.sides:
        for segment in SEGMENTS if measure.fact.segmental else (None,):
            if record.read(term_of(measure.fact, side, segment), where).known:
                found = change_of_test(record, where, measure, side, segment)
                if found is not None:
                    yield _of_test(measure, found)


def _of_test(measure: Measure, found: ChangeOfTest) -> Row:
    change = found.change
    return Row(
        measure.fact.name,
        measure.fact.label,
        found.after.side,
        found.after.segment,
        measure.fact.unit,
        found.before.value,
        found.before_on,
        found.after.value,
        found.after_on,
        change.verdict.value,
        change.verdict.value,
        change.threshold,
        change.source,
        change.words,
    )


def say(row: Row, value: float | bool) -> str:
    """A value of this row for people."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    beside = () if row.threshold is None else (row.threshold,)
    return f"{rounded(value, beside)}{UNITS[row.unit].after}"
