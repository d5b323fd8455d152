"""What is not sure: not asked, not to be judged, contradicted; and what the change of one person never proves."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.assessment import Assessment
from concordant.letters.changed import not_judged
from concordant.letters.letter import Points, Section
from concordant.letters.words import labels, listed, sentence

NO_PROOF = "Change of one person without comparison never proves that treatment caused it."


def uncertain(assessment: Assessment) -> Section:
    """Never empty: the limits of what one person's change can show stand in every letter."""
    return Section("What is uncertain", (Points(tuple(_points(assessment))),))


def _points(assessment: Assessment) -> Iterator[str]:
    found, safety = assessment.progress, assessment.safety
    if found.missing:
        yield f"Would settle how care works: {labels(found.missing)}."
    if found.one_measure:
        yield "Headache days or function could not be assessed; the other decided alone."
    robust = [one.days.robust for one in assessment.changes if one.days is not None]
    if None in robust:
        yield "Headache days: too few days were answered for a full result."
    if False in robust:
        yield "Headache days: the result does not stand if missing days are counted at their worst."
    for one in assessment.contradictions:
        yield f"Entries contradict each other: {sentence(one.says)} Not known until settled: {labels(one.unknown)}."
    if safety.not_screened:
        count = len(safety.not_screened)
        plural = "questions" if count > 1 else "question"
        yield f"{count} {plural} about warning signs not asked, so not clear: {labels(safety.not_screened)}."
    unknown = not_judged(assessment.changes)
    if unknown:
        yield f"Measured and not to be judged: {listed(unknown)}."
    yield NO_PROOF
