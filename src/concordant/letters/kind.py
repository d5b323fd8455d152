"""A kind of letter: to whom it goes, what it needs before it may be written, and what it then says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from concordant.assessment import Assessment
from concordant.letters.letter import Letter, Section
from concordant.letters.needed import Basis, Consent, To, common
from concordant.letters.refused import LetterRefused
from concordant.letters.request import Request
from concordant.letters.words import on

Says: TypeAlias = Callable[[Assessment, Request], Iterable[Section]]
Lacks: TypeAlias = Callable[[Assessment, Request], Iterable[str]]
Identifies: TypeAlias = Callable[[Assessment, Request], Iterable[tuple[str, str]]]


SIGNED: Mapping[Basis, str] = MappingProxyType(
    {
        Basis.ASSESSMENT: "Signed the assessment as of {day}",
        Basis.PLAN: "{day}",
        Basis.NAMED_SIGNER: "As known on {day}",
    }
)
"""The last line below the signature."""


def _nothing_more(_assessment: Assessment, _request: Request) -> Iterable[tuple[str, str]]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind. Whoever lists the kinds needs to know no more than this."""

    id: str
    name: str
    title: str
    """The subject of the letter."""
    to: To
    consent: Consent | None
    """None where none is asked: it goes to the person, or waiting for it could do harm."""
    basis: Basis
    needs: tuple[str, ...]
    """What it needs besides a name for everybody, the consent and the basis; one sentence each."""
    says: Says = field(repr=False)
    lacks: Lacks = field(repr=False)
    """What of ``needs`` is missing, one sentence each."""
    identifies: Identifies = field(default=_nothing_more, repr=False)
    """Further lines that say whom and what the letter is about."""

    def missing(self, assessment: Assessment, request: Request) -> tuple[str, ...]:
        """Everything that has to be put right before it is written; empty where it may be."""
        return (
            *common(self.to, self.consent, self.basis, request, assessment.record),
            *self.lacks(assessment, request),
        )

    def letter(self, assessment: Assessment, request: Request) -> Letter:
        """What it says as of the day of the assessment. Raises LetterRefused with all that is missing."""
        refused = self.missing(assessment, request)
        if refused:
            raise LetterRefused(*refused)
        signer, told_as_of = request.signer, on(assessment.as_of)
        written = request.written or assessment.as_of
        assert signer is not None, "else it was refused"
        # A sheet for the person names them once.
        to = request.to if self.to is not To.PERSON else None
        return Letter(
            title=self.title,
            author=signer.name,
            written=written,
            day=on(written),
            letterhead=(request.clinic.name, *request.clinic.lines),
            addressee=() if to is None else (to.name, *to.lines),
            about=tuple(self._about(assessment, request)),
            sections=tuple(self.says(assessment, request)),
            signature=(
                signer.name,
                f"{signer.profession}, {signer.registration}",
                request.clinic.name,
                SIGNED[self.basis].format(day=told_as_of),
            ),
            footer=(request.patient.name, on(written), "Confidential"),
            paper=request.clinic.paper,
        )

    def _about(self, assessment: Assessment, request: Request) -> Iterator[tuple[str, str]]:
        born = assessment.record.case.person.born
        yield "Patient", request.patient.name
        if born is not None:
            yield "Born", on(born)
        elif (age := assessment.record.case.person.age_years) is not None:
            yield "Age", str(age)
        if request.patient.number:
            yield "Number", request.patient.number
        if request.written not in (None, assessment.as_of):
            yield "As known on", on(assessment.as_of)
        yield from self.identifies(assessment, request)
