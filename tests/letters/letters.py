"""A person with two windows of diary and a retest, and who writes to whom."""

from dataclasses import replace
from datetime import date
from typing import Any

from concordant.letters import Addressee, Clinic, Letter, Patient, Request, Signer, progress_letter
from concordant.letters.letter import Measures, Paragraph, Points, Section
from tests.people import FIRST_VISIT, assessed
from tests.progress.courses import AFTER_8, BEFORE_16, course, day, filled, rotated

REQUEST = Request(
    clinic=Clinic("Harbour Physiotherapy", ("1200 Main Street, Vancouver BC", "Telephone 604 555 0142")),
    patient=Patient("Maria Costa", "PHN 9012 372 173"),
    to=Addressee("Dr. Okafor", ("Seaview Family Practice", "88 Ocean Road, Vancouver BC")),
    signer=Signer("Amira Haddad", "Physiotherapist", "CHCPBC 12345"),
)


def retested(before: str = BEFORE_16, after: str = AFTER_8, **changes: Any) -> dict[str, Any]:
    """Somebody who agreed to letters, with a questionnaire and a test at both visits."""
    case = course(before, after, **{"consent_given": agreed(FIRST_VISIT), **changes})
    filled(case, "ndi", 18, 12)
    rotated(rotated(case, 0, "left", 20), 1, "left", 38)
    return case


def agreed(on: date) -> dict[str, str]:
    return {"send_to_physician": on.isoformat()}


def letter(case: dict[str, Any], as_of: date | None = None, **changes: Any) -> Letter:
    """As of the day of the retest, signed that day."""
    on = as_of or day(case)
    return progress_letter(assessed(case, on), replace(REQUEST, **{"signed_as_of": on, **changes}))


def section(found: Letter, heading: str) -> Section:
    (one,) = [each for each in found.sections if each.heading == heading]
    return one


def words(one: Section) -> list[str]:
    """Paragraphs and points in reading order."""
    told: list[str] = []
    for part in one.parts:
        told += [part.text] if isinstance(part, Paragraph) else part.items if isinstance(part, Points) else ()
    return told


def table(one: Section) -> Measures:
    (found,) = [part for part in one.parts if isinstance(part, Measures)]
    return found
