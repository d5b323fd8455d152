"""What every letter needs, by whom it goes to, what consent it rests on, and what was signed before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum

from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND
from concordant.facts.plan.consent import consent_given
from concordant.letters.people import Addressee, Patient, Signer
from concordant.letters.request import Request
from concordant.letters.words import on
from concordant.record.record import Record


class To(Enum):
    """To whom a kind of letter goes."""

    FAMILY_DOCTOR = "family doctor"
    PHYSICIAN = "physician or specialist"
    EMERGENCY = "emergency department or physician on call"
    INSURER = "insurer"
    PERSON = "the person"


class Consent(Enum):
    """The key of ``consent_given`` that has to be on record (operations 3.6, 4.5)."""

    PHYSICIAN = "send_to_physician"
    PAYER = "send_to_payer"


class Basis(Enum):
    """What somebody has signed before a letter of this kind may tell it."""

    ASSESSMENT = "an assessment signed as of the day of the letter"
    PLAN = "a signed plan"
    NAMED_SIGNER = "no earlier signature: whoever signs the letter answers for what it tells"


NO_ADDRESSEE = "The addressee is missing: to whom the letter goes."
NO_ADDRESS = "The addressee has no address."
NO_SIGNER = "The signer is missing: who answers for the letter."
SIGNER_LACKS = "The signer has no {what}."
NOT_SIGNED = "The assessment as of {day} is not signed."
SIGNED_ON_ANOTHER_DAY = "The assessment that is signed is that of {signed}; this letter would tell that of {day}."
NO_NAME = "The name of the person is missing."
NOBODY = "Neither a date of birth nor a number says who the person is."
NO_CLINIC = "The letterhead has no name of the clinic."
NO_CONSENT = "No consent is on record: {what}."


def common(to: To, consent: Consent | None, basis: Basis, request: Request, record: Record) -> Iterator[str]:
    """One sentence for each thing that is missing (operations 4.5: consent on record, who, to whom, about whom)."""
    if to is not To.PERSON:
        # Whoever carries the letter to the emergency department knows where that is.
        yield from _addressee(request.to, has_address=to is not To.EMERGENCY)
    yield from _signer(request.signer)
    if basis is Basis.ASSESSMENT:
        yield from _signature(record)
    yield from _patient(request.patient, record)
    if not request.clinic.name.strip():
        yield NO_CLINIC
    if consent is not None and consented(record, consent) is None:
        yield NO_CONSENT.format(what=consent_given.kind.keys[consent.value].lower())


def consented(record: Record, consent: Consent) -> date | None:
    """Since when; None where there is none by that day. Silence is no consent."""
    agreed = record.read(Term(consent_given, key=consent.value), UNBOUND).value
    return agreed if isinstance(agreed, date) and agreed <= record.as_of else None


def _addressee(to: Addressee | None, *, has_address: bool) -> Iterator[str]:
    if to is None or not to.name.strip():
        yield NO_ADDRESSEE
    elif has_address and not any(line.strip() for line in to.lines):
        yield NO_ADDRESS


def _signer(signer: Signer | None) -> Iterator[str]:
    if signer is None:
        yield NO_SIGNER
        return
    for what in ("name", "profession", "registration"):
        if not getattr(signer, what).strip():
            yield SIGNER_LACKS.format(what=what)


def _signature(record: Record) -> Iterator[str]:
    signed = record.assessments[-1] if record.assessments else None
    if signed is None:
        yield NOT_SIGNED.format(day=on(record.as_of))
    elif signed.date != record.as_of:
        yield SIGNED_ON_ANOTHER_DAY.format(signed=on(signed.date), day=on(record.as_of))


def _patient(patient: Patient, record: Record) -> Iterator[str]:
    if not patient.name.strip():
        yield NO_NAME
    if record.case.person.born is None and not patient.number.strip():
        yield NOBODY
