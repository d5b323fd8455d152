"""The first letter to the family doctor: who and why, what was found and how sure it is, the plan, what is asked."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.assessment import Assessment
from concordant.letters.first import first
from concordant.letters.found import found
from concordant.letters.kind import Kind
from concordant.letters.letter import Section
from concordant.letters.measured import measured
from concordant.letters.needed import Basis, Consent, To
from concordant.letters.own_words import own_words
from concordant.letters.plans import planned
from concordant.letters.progress import last_visit
from concordant.letters.request import Request
from concordant.letters.screened import screened
from concordant.letters.uncertain import uncertain
from concordant.letters.words import on

CAME = "This patient has been in our care for headache since {day}."
CAME_TODAY = "We saw this patient for headache for the first time on {day}."
NO_VISIT = "There was no visit, so there is no assessment to tell."
NO_HEADACHE = "No headache is described, so there is no assessment to tell."


def _lacks(assessment: Assessment, _request: Request) -> Iterator[str]:
    if not assessment.record.seen:
        yield NO_VISIT
    if not assessment.headaches:
        yield NO_HEADACHE


def _says(assessment: Assessment, request: Request) -> Iterator[Section]:
    came = min(visit.date for visit in assessment.record.seen)
    words = CAME_TODAY if came == assessment.as_of else CAME
    yield first(assessment, words.format(day=on(came)), screened(assessment))
    yield from own_words(request)
    yield found(assessment)
    yield measured(assessment)
    yield planned(assessment)
    yield uncertain(assessment, changes=False)


FIRST_ASSESSMENT = Kind(
    id="first_assessment",
    name="First assessment",
    title="First assessment for headache",
    to=To.FAMILY_DOCTOR,
    consent=Consent.PHYSICIAN,
    basis=Basis.ASSESSMENT,
    needs=("A visit, and a headache that is described.",),
    says=_says,
    lacks=_lacks,
    identifies=last_visit,
)
