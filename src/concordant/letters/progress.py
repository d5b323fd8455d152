"""The letter to the family doctor after a retest: what to know first, found, changed, proposed, and what is not sure.

Every number and verdict is one that the assessment gives; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator

from concordant.assessment import Assessment
from concordant.letters.changed import changed
from concordant.letters.first import first, status
from concordant.letters.found import found
from concordant.letters.kind import Kind
from concordant.letters.letter import Section
from concordant.letters.needed import Basis, Consent, To
from concordant.letters.own_words import own_words
from concordant.letters.plans import planned, plans
from concordant.letters.proposed import proposed
from concordant.letters.request import Request
from concordant.letters.treated import done
from concordant.letters.uncertain import uncertain
from concordant.letters.words import on
from concordant.progress import Status

NO_VISIT = "There was no visit, so there is no progress to tell."
NO_RETEST = "There was no retest after the first visit, so there is no progress to tell."


def _lacks(assessment: Assessment, _request: Request) -> Iterator[str]:
    yield from retest_lacking(assessment)


def retest_lacking(assessment: Assessment) -> Iterator[str]:
    """An open red flag is told whether or not there was a retest."""
    progress, record = assessment.progress, assessment.record
    if progress.visit is None:
        yield NO_VISIT
    elif progress.status is not Status.RED:
        earliest = min((visit.date for visit in record.seen), default=record.as_of)
        if record.day_of(progress.visit) <= earliest:
            yield NO_RETEST


def last_visit(assessment: Assessment, _request: Request) -> Iterator[tuple[str, str]]:
    """The line of the last visit."""
    visit = assessment.progress.visit
    if visit is not None:
        yield "Last visit", on(assessment.record.day_of(visit))


def _says(assessment: Assessment, request: Request) -> Iterator[Section]:
    yield first(assessment, status(assessment))
    yield from own_words(request)
    yield found(assessment)
    yield changed(assessment)
    yield from done(assessment)
    stands = bool(plans(assessment)) and assessment.progress.status is not Status.RED
    if assessment.progress.decisions or not stands:
        yield proposed(assessment)
    if stands:
        yield planned(assessment)
    yield uncertain(assessment)


PROGRESS = Kind(
    id="progress",
    name="Progress letter",
    title="Progress of care for headache",
    to=To.FAMILY_DOCTOR,
    consent=Consent.PHYSICIAN,
    basis=Basis.ASSESSMENT,
    needs=("A retest after the first visit, or an open warning sign.",),
    says=_says,
    lacks=_lacks,
    identifies=last_visit,
)
