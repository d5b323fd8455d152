"""What changed since the first visit: the headache days with their chart, then each measure with its error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from concordant.assessment import Assessment
from concordant.letters.letter import Measured, Measures, Paragraph, Part, Picture, Section
from concordant.letters.measured import name_of
from concordant.letters.words import MOST, listed, on
from concordant.letters.words import sentence as as_sentence
from concordant.progress import Row
from concordant.progress.every_visit import every_visit
from concordant.progress.expected_course import chart_data, own_course
from concordant.progress.expected_course.text import brief, points_are, title
from concordant.progress.rows import NOT_JUDGED, UNKNOWN, say, say_change
from concordant.progress_report import sentence
from concordant.record.record import Record

VERDICTS: Mapping[str, str] = MappingProxyType(
    {
        "improved_important": "Better, and enough to matter",
        "improved": "Better, more than error",
        "within_error": "No change beyond error",
        "worse": "Worse, more than error",
    }
)
OF_A_SIGN: Mapping[str, str] = MappingProxyType({"improved": "Better", "within_error": "No change", "worse": "Worse"})
"""Of what is there or not no error is told."""
FINER: Mapping[str, str] = MappingProxyType(
    {"important_but_uncertain": "Perhaps better, and enough to matter; it may still be chance"}
)
"""Where the finer word of a verdict says more than "within error"."""
ORDER = ("worse", "improved_important", "improved", "within_error")
MOST_ROWS = 8
"""The rest is named by verdict in a sentence, so that the letter stays short and nothing is dropped in silence."""
HEADER = ("Measure", "At first", "Now", "Change", "Real or error?", "Verdict")
BY_PROBABILITY = "By probability"
AS_WELL = "{verdict} as well: {names}."
UNJUDGED = "Measured and not to be judged: {names}."
NOTHING = "Nothing was measured at this retest that can be compared with the first visit."


def changed(assessment: Assessment, heading: str = "What changed") -> Section:
    """Headache days in a sentence and a picture; a table of what can be judged."""
    rows = assessment.changes
    judged = sorted((one for one in rows if one.verdict in VERDICTS), key=_headache_days_then_worse)
    parts: list[Part] = [Paragraph(sentence(one), fixed=True) for one in judged if one.days is not None]
    parts += _chart(assessment)
    if judged:
        parts.append(table_of(judged[:MOST_ROWS], assessment.record))
    parts += map(Paragraph, _rest(judged[MOST_ROWS:]))
    parts += [Paragraph(_rated(one)) for one in rows if one.verdict == NOT_JUDGED and one.baseline is None]
    if not judged:
        parts.insert(0, Paragraph(NOTHING))
    return Section(heading, tuple(parts))


def table_of(rows: Iterable[Row], record: Record) -> Measures:
    """Rows with a verdict, each with its error."""
    return Measures(HEADER, tuple(_measured(one, record) for one in rows))


def _headache_days_then_worse(row: Row) -> tuple[bool, int]:
    return row.days is None, ORDER.index(row.verdict)


def _chart(assessment: Assessment) -> Iterator[Picture]:
    course = own_course(assessment.record)
    if course is None:
        return
    # Imported here: whoever keeps no diary needs no drawing library.
    from concordant.progress.expected_course.svg import svg

    data = chart_data(course)
    words = brief(data)
    picture = svg(data, name="course", title=title(data), description=words)
    yield Picture(
        picture,
        words,
        f"{title(data)}. Circles: {points_are(data)} each; bars: means of 28 days; shaded steps: the published limits "
        "between on track (below) and behind (above). Hollow and dotted: days without an answer.",
    )


def _measured(row: Row, record: Record) -> Measured:
    assert row.baseline is not None, "a verdict compares two values"
    assert row.latest is not None, "a verdict compares two values"
    return Measured(
        name=name_of(row),
        first=_said(row, row.baseline),
        first_on=on(row.baseline_on) if row.baseline_on else "",
        latest=_said(row, row.latest),
        latest_on=on(row.latest_on) if row.latest_on else "",
        change=_change(row),
        is_real=_is_real(row, record),
        verdict=_verdict(row),
        worse=row.verdict == "worse",
    )


def _said(row: Row, value: float | bool) -> str:
    return say(row, value) if row.days is None else f"{value:.1f}"


def _change(row: Row) -> str:
    if row.days is not None:
        return f"{row.days.percent:+.0f} %".replace("-", "−")
    return "" if row.change is None else say_change(row, row.change)


def _is_real(row: Row, record: Record) -> str:
    if row.days is not None:
        return BY_PROBABILITY
    if isinstance(row.latest, bool):
        return "A sign: there or not"
    # Where the verdict holds whoever measured, the larger of two errors.
    error = row.threshold if row.threshold is not None else every_visit(record, row).error
    return row.note if error is None else f"Under {say(row, error)} may be error"


def _verdict(row: Row) -> str:
    if isinstance(row.latest, bool):
        return OF_A_SIGN.get(row.verdict, VERDICTS[row.verdict])
    return FINER.get(row.detail, VERDICTS[row.verdict])


def _rated(row: Row) -> str:
    """A rating of the change itself by the person."""
    assert row.latest is not None, "it is a rating that was given"
    assert row.latest_on is not None, "on a day"
    return f"{name_of(row)}: {say(row, row.latest)} on {on(row.latest_on)}. {as_sentence(row.note)}"


def _rest(rows: list[Row]) -> Iterator[str]:
    for verdict in ORDER:
        names = [name_of(one) for one in rows if one.verdict == verdict]
        if names:
            # Of what did not change, a few names are enough.
            most = MOST if verdict == "within_error" else len(names)
            yield AS_WELL.format(verdict=VERDICTS[verdict], names=listed(names, most))


def not_judged(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Names of what was measured and cannot be judged, each with why."""
    return tuple(f"{name_of(one)} ({one.why})" if one.why else name_of(one) for one in rows if one.verdict == UNKNOWN)
