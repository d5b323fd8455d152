"""What was measured so far, each with its newest value: where nothing can be compared yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from concordant.assessment import Assessment
from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND
from concordant.criteria.saying import value_in_words
from concordant.facts.diary.counts import any_headache_days_per_28d, headache_intensity_nrs_mean_28d
from concordant.facts.values import UNKNOWN
from concordant.letters.letter import Paragraph, Part, Section, Table
from concordant.letters.words import listed, on
from concordant.progress.everything_measured import everything_measured
from concordant.progress.rows import Row, say

HEADING = "What we measured"
HEADER = ("Measure", "Value", "On")
NOTHING = "Nothing is measured yet."
MOST_ROWS = 10
"""The rest is named in a sentence, so that the letter stays short and nothing is dropped in silence."""
AS_WELL = "Measured as well: {names}."
FROM_DIARY = (any_headache_days_per_28d, headache_intensity_nrs_mean_28d)


def measured(assessment: Assessment) -> Section:
    """Headache days and intensity, then every test and questionnaire."""
    rows = [*_of_diary(assessment), *_of_tests(assessment)]
    parts: list[Part] = [Table(HEADER, tuple(rows[:MOST_ROWS]))] if rows else [Paragraph(NOTHING)]
    if rows[MOST_ROWS:]:
        parts.append(Paragraph(AS_WELL.format(names=listed((name for name, _, _ in rows[MOST_ROWS:]), len(rows)))))
    return Section(HEADING, tuple(parts))


def _of_diary(assessment: Assessment) -> Iterator[tuple[str, str, str]]:
    for fact in FROM_DIARY:
        term = Term(fact)
        value = assessment.record.read(term, UNBOUND).value
        if value is not UNKNOWN:
            yield fact.label, value_in_words(term, value), f"to {on(assessment.as_of)}"


def _of_tests(assessment: Assessment) -> Iterator[tuple[str, str, str]]:
    for one in everything_measured(assessment.record):
        value, day = _newest(one.row)
        if value is not None and day is not None:
            yield name_of(one.row), say(one.row, value), on(day)


def _newest(row: Row) -> tuple[float | bool | None, date | None]:
    return (row.baseline, row.baseline_on) if row.latest is None else (row.latest, row.latest_on)


def name_of(row: Row) -> str:
    """What was measured, and where."""
    if row.measure == any_headache_days_per_28d.name:
        return "Headache days per 28 days"
    return " ".join(part for part in (row.name, row.segment, row.side) if part)
