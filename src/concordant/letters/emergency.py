"""The letter that goes with somebody to the emergency department, or to a physician on the same day. One page.

It goes out although nothing else is signed and no consent is on record: waiting for either could do harm. What is
required instead is a named, registered signer, who answers for it, and a warning sign that is open for today.
"""

from __future__ import annotations

from collections.abc import Iterator

from concordant.assessment import Assessment
from concordant.criteria.deciding import deciding_leaves
from concordant.criteria.saying import label, limits, value_in_words
from concordant.diagnosis import Status
from concordant.diagnosis.diagnosis import Role
from concordant.letters.background import background
from concordant.letters.first import DISPUTED, URGENCY
from concordant.letters.kind import Kind
from concordant.letters.letter import Paragraph, Part, Points, Section, Table
from concordant.letters.moments import moment_of
from concordant.letters.needed import Basis, Consent, To, consented
from concordant.letters.own_words import own_words
from concordant.letters.request import Request
from concordant.letters.words import labels, on
from concordant.safety import FlagReading
from concordant.safety.flag import Action

FOR_TODAY = (Action.EMERGENCY, Action.SAME_DAY)
NO_FLAG = "No warning sign is open that needs somebody today."

PHONED = "We telephoned: {phoned}."
NOT_PHONED = "Told by telephone to: ______________________________  at: __________ (by hand)"
CAME = "This patient came to us for headache, first on {day}."
ASK = "Please assess this patient today, and tell us what was found. We hold all care of the neck until then."
TELEPHONE = "By telephone first"
SUSPECTED = "What we suspect"
FINDINGS = "What we found, and when"
BESIDE = "What you may want to know besides"
BY_A_RULE = "The warning sign follows from a rule over several findings, and from no single one."
NOT_ASKED = "Not asked, so not clear: {names}."
CONTRADICTED = "Entries of our chart contradict each other: {says}. It is not known which is right."
DIAGNOSIS = "What we recorded meets the criteria of {name} (ICHD-3 {code})."
CONSENTED = "The patient agreed on {day} that we send records to a physician."
NO_CONSENT = "No consent to send records is written down; this goes out as waiting could do harm."
UNSIGNED = "No full assessment is signed as of this day. The signer answers for what this page says."
HEADER = ("Finding", "Recorded as", "When, and who said so")


def _lacks(assessment: Assessment, _request: Request) -> Iterator[str]:
    if not today(assessment):
        yield NO_FLAG


def today(assessment: Assessment) -> tuple[FlagReading, ...]:
    """The open flags that need somebody today, strongest first."""
    return tuple(one for one in assessment.safety.open if one.action in FOR_TODAY)


def _says(assessment: Assessment, request: Request) -> Iterator[Section]:
    phoned = PHONED.format(phoned=request.phoned.strip().rstrip(".")) if request.phoned.strip() else NOT_PHONED
    yield Section(TELEPHONE, (Paragraph(phoned), *_came(assessment), Paragraph(ASK)))
    yield Section(SUSPECTED, tuple(_suspected(assessment)))
    yield from own_words(request)
    found = tuple(_findings(assessment))
    yield Section(FINDINGS, (Table(HEADER, found) if found else Paragraph(BY_A_RULE),))
    yield Section(BESIDE, (Points(tuple(_beside(assessment, {name for name, _, _ in found}))),))


def _came(assessment: Assessment) -> Iterator[Part]:
    visits = assessment.record.seen
    if visits:
        yield Paragraph(CAME.format(day=on(min(one.date for one in visits))))


def _suspected(assessment: Assessment) -> Iterator[Part]:
    for action in FOR_TODAY:
        flags = tuple(_flag(one) for one in today(assessment) if one.action is action)
        if flags:
            yield Paragraph(f"{URGENCY[action]}:", fixed=True)
            yield Points(flags, fixed=True)
    for one in assessment.diagnoses:
        if one.status is Status.DEFINITE and one.diagnosis.role is Role.SUSPECT:
            yield Paragraph(DIAGNOSIS.format(name=one.diagnosis.name, code=one.diagnosis.code), fixed=True)


def _flag(one: FlagReading) -> str:
    return f"{one.flag.name}. {DISPUTED}" if one.disputed else f"{one.flag.name}."


def _findings(assessment: Assessment) -> Iterator[tuple[str, str, str]]:
    """Every fact that raised one of the flags, once."""
    told: dict[tuple[str, str, str], None] = {}
    for flag in today(assessment):
        for leaf in deciding_leaves(flag.trace):
            for term, reading in zip(leaf.criterion.terms, leaf.readings, strict=True):
                value = value_in_words(term, reading.value, limits(leaf.criterion))
                told[label(term), value, moment_of(assessment.record, term, reading)] = None
    yield from told


def _beside(assessment: Assessment, told: set[str]) -> Iterator[str]:
    yield from background(assessment, told)
    for one in assessment.contradictions:
        yield CONTRADICTED.format(says=one.says.rstrip("."))
    missing = assessment.safety.not_screened
    if missing:
        yield NOT_ASKED.format(names=labels(missing))
    agreed = consented(assessment.record, Consent.PHYSICIAN)
    yield NO_CONSENT if agreed is None else CONSENTED.format(day=on(agreed))
    signed = assessment.record.assessments
    if not signed or signed[-1].date != assessment.as_of:
        yield UNSIGNED


EMERGENCY = Kind(
    id="emergency",
    name="Emergency referral",
    title="For assessment today: warning signs of a serious cause",
    to=To.EMERGENCY,
    consent=None,
    basis=Basis.NAMED_SIGNER,
    needs=("A warning sign that is open and needs somebody today.",),
    says=_says,
    lacks=_lacks,
)
