"""One retest as text for a terminal: the decision first, then each measure in the sentences of retest 10."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from concordant.assessment import Assessment
from concordant.change.assumptions import NATURAL_RATIO
from concordant.criteria import Truth
from concordant.diagnosis.explaining.reasons import label_of
from concordant.facts.rounding import rounded
from concordant.measures import MEASURES
from concordant.progress import NO_CAUSE, Progress, Row
from concordant.progress.headache_days import HeadacheDays
from concordant.progress.rows import NOT_JUDGED, say

WIDTH = 96
CATEGORY = {
    "improved_important": "better beyond error, and by an amount that matters",
    "improved_beyond_error": "better beyond error, and not yet by an amount that matters",
    "important_but_uncertain": "a gain large enough to matter that may still be error or chance: retest earlier",
    "within_error": "no change beyond error",
    "worse_beyond_error": "worse beyond error",
    "worse_beyond_error_important": "worse beyond error, and by an amount that matters",
    "improved": "better beyond error; from where on it matters is not known",
    "worse": "worse beyond error",
    "not_assessable": "not assessable",
    "unknown": "not known",
    NOT_JUDGED: "shown without a verdict",
}
LIMITS = (
    "Change of one person without comparison never proves that treatment caused it. "
    "This supports a clinician, who confirms every step, and never replaces one."
)


def progress_report(assessment: Assessment) -> str:
    """The newest retest of one person, as known on a day."""
    found, record = assessment.progress, assessment.record
    day = assessment.as_of
    lines = [f"{record.case.person.id}, as known on {day.day} {day:%b %Y}"]
    if found.visit is None:
        lines += ["", "No visit is recorded, so there is no retest."]
    else:
        retest = record.day_of(found.visit)
        lines += [f"Retest of {retest.day} {retest:%b %Y}"]
    lines += ["", *_decision(found)]
    lines += ["", "Measures", *_measures(assessment.changes)]
    lines += _triggers(found)
    lines += ["", *_discharge(found)]
    lines += ["", "Beside the course", *(line for one in found.drivers for line in _wrapped(one.says))]
    lines += [*_wrapped(NO_CAUSE), "", *textwrap.wrap(LIMITS, WIDTH)]
    return "\n".join(lines) + "\n"


def _decision(found: Progress) -> Iterator[str]:
    status = found.status.value.replace("_", " ").upper() if found.status else "OPEN, as an answer is missing"
    yield f"Response: {status}{' (one measure decides alone)' if found.one_measure else ''}"
    yield f"Decision: {found.action.value.replace('_', ' ').upper()}"
    for one in found.decisions:
        yield from _wrapped(one.decision.says)
    if not found.decisions:
        yield from _wrapped("Nothing is decided yet, so nothing is progressed.")
    if found.because:
        yield from _wrapped(f"because: {_labels(found.because)}")
    if found.missing:
        yield from _wrapped(f"would settle it: {_labels(found.missing)}")


def _measures(rows: tuple[Row, ...]) -> Iterator[str]:
    if not rows:
        yield from _wrapped("Nothing was measured at this retest that can be compared.")
    for row in rows:
        yield from _wrapped(sentence(row))


def sentence(row: Row) -> str:
    """One measure in words: facts only (retest 10)."""
    if row.days is not None:
        return f"{_of_days(row.days)} This is {CATEGORY[row.detail]}. {_natural()}{_bounds(row.days)}"
    if row.measure in MEASURES:
        return f"{row.name}: {row.note}."
    name = " ".join(word for word in (row.name, row.segment, row.side) if word)
    if row.verdict == NOT_JUDGED and row.baseline is None and row.latest is not None:
        return f"{name}: {say(row, row.latest)} on {row.latest_on}. {_sentence(row.note)}"
    if row.baseline is None or row.latest is None:
        return f"{name}: {CATEGORY[row.detail]}{_why(row)}."
    told = f"{name}: {say(row, row.baseline)} on {row.baseline_on}, {say(row, row.latest)} on {row.latest_on}"
    if row.change is not None:
        beside = () if row.threshold is None else (row.threshold, -row.threshold)
        told += f"; changed by {'+' if row.change > 0 else ''}{rounded(row.change, beside)}"
    if row.threshold is not None:
        told += f"; changes under {say(row, row.threshold)} can be measurement error"
    return f"{told}. This is {CATEGORY[row.detail]}{_why(row)}."


def _of_days(found: HeadacheDays) -> str:
    first, latest = found.baseline.per_28.scaled, found.latest.per_28.scaled
    moved = "fell" if latest < first else "rose" if latest > first else "stayed"
    return (
        f"Headache days {moved} from {first:.1f} to {latest:.1f} per 28 days ({found.percent:+.0f} %). "
        f"Probability of a real fall: {_share(found.better)}. "
        f"Probability that it at least halved: {_share(found.by_50_percent)}. "
        f"{found.baseline.count.observed} and {found.latest.count.observed} days were recorded."
    )


def _share(probability: float) -> str:
    """Two digits, and never a certainty that two windows cannot give."""
    if probability > 0.99:
        return "above 0.99"
    return "below 0.01" if probability < 0.01 else f"{probability:.2f}"


def _natural() -> str:
    return f"People in comparison groups without this treatment lost about {100 * (1 - NATURAL_RATIO):.0f} %."


def _bounds(found: HeadacheDays) -> str:
    if found.robust is None:
        return " A window has too few answers for a full result: it cannot end care."
    return "" if found.robust else " It does not stand if missing days are counted at their worst."


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def _why(row: Row) -> str:
    return f" ({row.note.rstrip('.')})" if row.note else ""


def _triggers(found: Progress) -> Iterator[str]:
    holding = [one.trigger for one in found.triggers if one.truth is Truth.MET]
    stops = [one.rule for one in found.stop_rules if one.truth is Truth.MET]
    if holding or stops or found.asked_to_act:
        yield from ("", "To be looked at")
    for one in found.asked_to_act:
        yield from _wrapped(one.words)
    for trigger in holding:
        yield from _wrapped(f"{trigger.name}. {trigger.says}")
    for rule in stops:
        yield from _wrapped(rule.says)


def _discharge(found: Progress) -> Iterator[str]:
    if not found.lacking:
        yield "Discharge: possible"
        return
    yield "Discharge lacks"
    for one in found.lacking:
        word = "not met" if one.truth is Truth.NOT_MET else "not known"
        yield from _wrapped(f"{one.letter} {one.says} ({word})")


def _labels(names: tuple[str, ...]) -> str:
    return ", ".join(map(label_of, names))


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_long_words=False)
