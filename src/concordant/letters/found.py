"""What was found: each headache with its diagnoses, where it seems to come from, and the acute medicines."""

from __future__ import annotations

from concordant.assessment import Assessment
from concordant.criteria import Truth
from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND
from concordant.diagnosis import DiagnosisReading
from concordant.diagnosis import Status as Standing
from concordant.diagnosis.grouped import Group, grouped, own_letters
from concordant.facts.diary.counts import any_acute_med_days_per_30d
from concordant.facts.values import UNKNOWN
from concordant.letters.letter import Paragraph, Points, Section
from concordant.letters.words import labels, listed

NOTHING_STANDS = "No diagnosis stands so far."
NO_HEADACHE = "No headache is described in our chart yet."


def found(assessment: Assessment) -> Section:
    """The heaviest headache first."""
    items = tuple(_headache(assessment, one) for one in assessment.headaches)
    listing = Points(items) if items else Paragraph(NO_HEADACHE)
    return Section("What we found", (listing, Paragraph(_medicines(assessment))))


def _headache(assessment: Assessment, headache: str) -> str:
    own = assessment.record.headaches[headache].name
    name = f"{own[:1].upper()}{own[1:]}" if own else f"Headache {headache}"
    standing = [_diagnosis(one) for one in grouped(assessment.of_headache(headache))[Group.MAIN]]
    told = standing or [NOTHING_STANDS]
    if own or len(assessment.headaches) > 1:
        told[0] = f"{name}: {told[0]}"
    structures = [one.structure.name for one in assessment.sources(headache) if one.truth is Truth.MET]
    if structures:
        told.append(f"Signs of the neck point to: {listed(structures)}.")
    return " ".join(told)


def _diagnosis(one: DiagnosisReading) -> str:
    called = f"{one.diagnosis.name} (ICHD-3 {one.diagnosis.code})"
    if one.status is Standing.DEFINITE:
        return f"{called}: all criteria are met ({_letters(one, Truth.MET)})."
    standing = "our working label" if one.status is Standing.PROVISIONAL else "still open"
    by_letter = [
        f"{words} {letters}"
        for words, truth in (("met", Truth.MET), ("open", Truth.UNKNOWN), ("not met", Truth.NOT_MET))
        if (letters := _letters(one, truth))
    ]
    settles = f" What would settle it: {labels(one.missing)}." if one.missing else ""
    return f"{called}: {standing}; criteria {'; '.join(by_letter)}.{settles}"


def _letters(one: DiagnosisReading, truth: Truth) -> str:
    """The outer letters of the published criteria, as a physician finds them there."""
    return ", ".join(letter for letter, found in own_letters(one).items() if len(letter) == 1 and found is truth)


def _medicines(assessment: Assessment) -> str:
    value = assessment.record.read(Term(any_acute_med_days_per_30d), UNBOUND).value
    if value is UNKNOWN:
        return "On how many days acute medicines were taken is not known."
    return f"Acute medicines of any kind: on {any_acute_med_days_per_30d.kind.say(value)} of the last 30 days."
