"""What is asked for when a letter is to be written, and what is missing before it may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND
from concordant.facts.plan.consent import consent_given
from concordant.letters.people import Addressee, Clinic, Patient, Signer
from concordant.letters.words import on
from concordant.record.record import Record

TO_PHYSICIAN = Term(consent_given, key="send_to_physician")


@dataclass(frozen=True, slots=True)
class Request:
    """One letter. What is not there yet is None or empty, and is then named when the letter is refused."""

    clinic: Clinic
    patient: Patient
    to: Addressee | None = None
    signer: Signer | None = None
    signed_as_of: date | None = None
    """The day as of which the signer signed the assessment. Only that assessment may be told."""
    remark: str = ""
    """The signer's own words; an empty line begins a new paragraph."""


def missing(request: Request, record: Record) -> Iterator[str]:
    """What every letter to a physician needs (operations 4.5: consent on record, who, to whom, about whom)."""
    yield from _addressee(request.to)
    yield from _signer(request.signer)
    yield from _signature(request.signed_as_of, record.as_of)
    yield from _patient(request.patient, record)
    if not request.clinic.name.strip():
        yield "The letterhead has no name of the clinic."
    # Silence is no consent.
    agreed = record.read(TO_PHYSICIAN, UNBOUND).value
    if not isinstance(agreed, date) or agreed > record.as_of:
        yield "No consent to send records to the physician is on record."


def _addressee(to: Addressee | None) -> Iterator[str]:
    if to is None or not to.name.strip():
        yield "The addressee is missing: to whom the letter goes."
    elif not any(line.strip() for line in to.lines):
        yield "The addressee has no address."


def _signer(signer: Signer | None) -> Iterator[str]:
    if signer is None:
        yield "The signer is missing: who answers for the letter."
        return
    for what in ("name", "profession", "registration"):
        if not getattr(signer, what).strip():
            yield f"The signer has no {what}."


def _signature(signed: date | None, as_of: date) -> Iterator[str]:
    if signed is None:
        yield f"The assessment as of {on(as_of)} is not signed."
    elif signed != as_of:
        yield f"The assessment that is signed is that of {on(signed)}; this letter would tell that of {on(as_of)}."


def _patient(patient: Patient, record: Record) -> Iterator[str]:
    if not patient.name.strip():
        yield "The name of the person is missing."
    if record.case.person.born is None and not patient.number.strip():
        yield "Neither a date of birth nor a number says who the person is."
