"""The letter to the family doctor after a retest: what to know first, found, changed, proposed, and what is not sure.

Every number and verdict is one that the assessment gives; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator

from concordant.assessment import Assessment
from concordant.letters.changed import changed
from concordant.letters.first import first
from concordant.letters.found import found
from concordant.letters.letter import Letter, Paragraph, Part, Section
from concordant.letters.proposed import proposed
from concordant.letters.refused import LetterRefused
from concordant.letters.request import Request, missing
from concordant.letters.uncertain import uncertain
from concordant.letters.words import on
from concordant.progress import Status

TITLE = "Progress of care for headache"


def progress_letter(assessment: Assessment, request: Request) -> Letter:
    """What the letter says as of the day of the assessment. Raises LetterRefused with all that is missing."""
    refused = (*missing(request, assessment.record), *_no_retest(assessment))
    if refused:
        raise LetterRefused(*refused)
    to, signer, day = request.to, request.signer, on(assessment.as_of)
    assert to is not None, "else it was refused"
    assert signer is not None, "else it was refused"
    return Letter(
        title=TITLE,
        author=signer.name,
        written=assessment.as_of,
        day=day,
        letterhead=(request.clinic.name, *request.clinic.lines),
        addressee=(to.name, *to.lines),
        about=tuple(_about(assessment, request)),
        sections=tuple(_sections(assessment, request)),
        signature=(
            signer.name,
            f"{signer.profession}, {signer.registration}",
            request.clinic.name,
            f"Signed the assessment as of {day}",
        ),
        footer=(request.patient.name, day, "Confidential"),
        paper=request.clinic.paper,
    )


def _no_retest(assessment: Assessment) -> Iterator[str]:
    """An open red flag is told whether or not there was a retest."""
    progress, record = assessment.progress, assessment.record
    if progress.visit is None:
        yield "There was no visit, so there is no progress to tell."
    elif progress.status is not Status.RED:
        earliest = min(visit.date for visit in record.visits.values())
        if record.day_of(progress.visit) <= earliest:
            yield "There was no retest after the first visit, so there is no progress to tell."


def _about(assessment: Assessment, request: Request) -> Iterator[tuple[str, str]]:
    born, visit = assessment.record.case.person.born, assessment.progress.visit
    yield "Patient", request.patient.name
    if born is not None:
        yield "Born", on(born)
    if request.patient.number:
        yield "Number", request.patient.number
    if visit is not None:
        yield "Last visit", on(assessment.record.day_of(visit))


def _sections(assessment: Assessment, request: Request) -> Iterator[Section]:
    yield first(assessment)
    # Lines in the signer's own hand come before what the rules say.
    own: tuple[Part, ...] = tuple(Paragraph(one) for one in request.remark.split("\n\n") if one.strip())
    if own:
        yield Section("In my own words", own)
    yield found(assessment)
    yield changed(assessment)
    yield proposed(assessment)
    yield uncertain(assessment)
