"""What is not sure: not asked, not to be judged, contradicted; and what the change of one person never proves."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.assessment import Assessment
from concordant.criteria import Truth
from concordant.letters.changed import UNJUDGED, not_judged
from concordant.letters.letter import Points, Section
from concordant.letters.words import labels, listed, sentence

HEADING = "What is uncertain"
CRITERIA_DESCRIBE = "Criteria describe a headache; a headache that meets them may still have another cause."
REPRODUCTION = (
    "That the neck reproduces a headache is no diagnosis: it does so in migraine and tension-type headache as well, "
    "and only a controlled block settles which structure hurts."
)
SETTLES = "Would settle how care works: {names}."
ONE_MEASURE = "Headache days or function could not be assessed; the other decided alone."
TOO_FEW_DAYS = "Headache days: too few days were answered for a full result."
NOT_ROBUST = "Headache days: the result does not stand if missing days are counted at their worst."
CONTRADICT = "Entries contradict each other: {says} Not known until settled: {names}."
ONE_NOT_ASKED = "{count} question about warning signs not asked, so not clear: {names}."
NOT_ASKED = "{count} questions about warning signs not asked, so not clear: {names}."
NO_PROOF = "Change of one person without comparison never proves that treatment caused it."


def uncertain(assessment: Assessment, *, changes: bool = True) -> Section:
    """Never empty: the limits of what one person's change, or what criteria, can show stand in every letter.

    ``changes``: whether the letter tells of change.
    """
    limits = NO_PROOF if changes else CRITERIA_DESCRIBE
    of_change = tuple(_of_change(assessment)) if changes else ()
    unknown = tuple(_not_known(assessment))
    judged = tuple(_not_judged(assessment)) if changes else ()
    return Section(HEADING, (Points((*of_change, *unknown, *judged, *_of_sources(assessment), limits)),))


def _of_sources(assessment: Assessment) -> Iterator[str]:
    """Where signs of the neck are told, how little they prove."""
    readings = (one for headache in assessment.headaches for one in assessment.sources(headache))
    if any(one.truth is Truth.MET for one in readings):
        yield REPRODUCTION


def _of_change(assessment: Assessment) -> Iterator[str]:
    found = assessment.progress
    if found.missing:
        yield SETTLES.format(names=labels(found.missing))
    if found.one_measure:
        yield ONE_MEASURE
    robust = [one.days.robust for one in assessment.changes if one.days is not None]
    if None in robust:
        yield TOO_FEW_DAYS
    if False in robust:
        yield NOT_ROBUST


def _not_known(assessment: Assessment) -> Iterator[str]:
    safety = assessment.safety
    for one in assessment.contradictions:
        yield CONTRADICT.format(says=sentence(one.says), names=labels(one.unknown))
    if safety.not_screened:
        count = len(safety.not_screened)
        words = ONE_NOT_ASKED if count == 1 else NOT_ASKED
        yield words.format(count=count, names=labels(safety.not_screened))


def _not_judged(assessment: Assessment) -> Iterator[str]:
    unknown = not_judged(assessment.changes)
    if unknown:
        yield UNJUDGED.format(names=listed(unknown))
