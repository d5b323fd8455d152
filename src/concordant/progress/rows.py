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
from concordant.language import figure, said
from concordant.measures import MEASURES, Measure
from concordant.measures.questionnaires import OF_FACT, Questionnaire, Score
from concordant.measures.repeats import RealChange
from concordant.progress.headache_days import SOURCE, HeadacheDays, headache_days
from concordant.record.derive.any_headache import streams_of
from concordant.record.derive.measured import ChangeOfTest, change_of_test
from concordant.record.derive.scores import ScoreChange, filled_in, score_change
from concordant.record.record import Record

UNKNOWN = "unknown"
NOT_JUDGED = "not_judged"
"""Nothing tells a real change of it (blood pressure, a rating that is itself of a change): its numbers are shown, and
no verdict is waited for."""
ONCE = "measured once"


@dataclass(frozen=True, slots=True)
class Row:
    """One measure. ``verdict`` is the short word of retest 1.5 or ``not_judged``, ``detail`` the finer one of 1.4."""

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
    why: str = ""
    """Why there is no verdict, in a few words; empty where there is one."""
    headache: str | None = None
    """Of a number that is taken of one headache: which."""
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
            if questionnaire.rates_a_change:
                yield from of_rating(filled_in(record, questionnaire).get(record.day_of(visit)))
            elif isinstance(found := score_change(record, where, questionnaire), ScoreChange):
                yield of_score(found)
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
            fact.name, fact.label, None, None, fact.unit, None, None, None, None, UNKNOWN, detail, None, SOURCE, found,
            why=found,
        )  # fmt: skip
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
        days=found,
    )


def of_rating(rated: Score | None) -> Iterator[Row]:
    """A rating of the change itself: it stands alone, and says in its own words what it is."""
    if rated is None or rated.total is None:
        return
    one = rated.questionnaire
    band = one.band(rated.total, rated.version)
    why = "the rating is itself of a change"
    yield Row(
        one.id, one.name, None, None, one.fact.unit, None, None, rated.total, rated.date, NOT_JUDGED, NOT_JUDGED, None,
        one.source, f"{why}: {band.words}" if band else why, why=why,
    )  # fmt: skip


def of_score(found: ScoreChange) -> Row:
    """Two forms of one questionnaire."""
    questionnaire: Questionnaire = found.after.questionnaire
    before: Score = found.before
    # Without a limit no category is ever told.
    verdict, detail = (
        (NOT_JUDGED, NOT_JUDGED) if found.category is None else (found.category.verdict, found.category.value)
    )
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
        verdict,
        detail,
        found.threshold,
        found.source,
        found.note,
        why=found.note if verdict in (UNKNOWN, NOT_JUDGED) else "",
    )


def _of_tests(record: Record, where: Binding, measure: Measure) -> Iterator[Row]:
    for side in measure.sides:
        for segment in SEGMENTS if measure.fact.segmental else (None,):
            if record.read(term_of(measure.fact, side, segment), where).known:
                found = change_of_test(record, where, measure, side, segment)
                if found is not None:
                    yield of_test(measure, found)


def of_test(measure: Measure, found: ChangeOfTest) -> Row:
    """One test at two visits."""
    change = found.change
    verdict = NOT_JUDGED if measure.change is None else change.verdict.value
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
        verdict,
        verdict,
        in_its_unit(change.threshold, measure, found.before.value),
        change.source,
        change.words,
        why=change.why,
    )


def in_its_unit(threshold: float | None, measure: Measure, first: float | None) -> float | None:
    """A threshold in per cent is one of the first value."""
    if threshold is None or first is None or not (isinstance(measure.change, RealChange) and measure.change.percent):
        return threshold
    return round(threshold / 100 * first, 9)


def say(row: Row, value: float | bool) -> str:
    """A value of this row for people, in the language of the moment."""
    if isinstance(value, bool):
        return said("yes" if value else "no")
    beside = () if row.threshold is None else (row.threshold,)
    return f"{figure(rounded(value, beside))}{said(UNITS[row.unit].after)}"


def say_change(row: Row, change: float) -> str:
    """A difference of two values of this row, with its sign."""
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    return f"{sign}{say(row, abs(change))}"
