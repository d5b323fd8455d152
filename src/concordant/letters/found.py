"""What was found: each headache with its diagnoses, where it seems to come from, and the acute medicines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from concordant.assessment import Assessment
from concordant.criteria import Truth
from concordant.criteria.nodes import Term
from concordant.criteria.reading import UNBOUND
from concordant.diagnosis import DiagnosisReading
from concordant.diagnosis import Status as Standing
from concordant.diagnosis.catalogue import DIAGNOSES
from concordant.diagnosis.grouped import Group, grouped, own_letters
from concordant.facts.diary.counts import any_acute_med_days_per_30d
from concordant.facts.values import UNKNOWN
from concordant.letters.letter import Paragraph, Part, Points, Section
from concordant.letters.words import labels, listed

HEADING = "What we found"
UNNAMED = "headache {id}"
CONCLUDED = "{by} concludes: {name} (ICHD-3 {code}), {standing}."
A_CLINICIAN = "The clinician who signs"
STANDING: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.DEFINITE: "definite",
        Standing.PROVISIONAL: "working diagnosis, not all criteria are met",
        Standing.UNDETERMINED: "still open",
        Standing.EXCLUDED: "excluded",
    }
)
ALL_MET = "{name} (ICHD-3 {code}): all criteria are met ({letters})."
WORKING = "{name} (ICHD-3 {code}): a working diagnosis; criteria {criteria}."
OPEN = "{name} (ICHD-3 {code}): still open; criteria {criteria}."
BY_LETTER = (("met {letters}", Truth.MET), ("open {letters}", Truth.UNKNOWN), ("not met {letters}", Truth.NOT_MET))
SETTLES = "What would settle it: {names}."
POINT_TO = "Signs of the neck point to: {names}."
MEDICINES = "Acute medicines of any kind: on {days} of the last 30 days."
MEDICINES_UNKNOWN = "On how many days acute medicines were taken is not known."
CRITERIA_SAY = "By the published criteria:"
NAMES = {one.code: one.name for one in DIAGNOSES}
NOTHING_STANDS = "No diagnosis stands so far."
NO_HEADACHE = "No headache is described in our chart yet."


def found(assessment: Assessment, *more: Part) -> Section:
    """Each headache beside the others, the heaviest first; then acute medicines, and what else it tells."""
    return Section(HEADING, (headaches(assessment), Paragraph(medicines(assessment)), *more))


def headaches(assessment: Assessment) -> Part:
    """One point for each headache."""
    items = tuple(_headache(assessment, one) for one in assessment.headaches)
    return Points(items) if items else Paragraph(NO_HEADACHE)


def headache_within(assessment: Assessment, headache: str) -> str:
    """As the person calls it, within a sentence."""
    return assessment.record.headaches[headache].name or UNNAMED.format(id=headache)


def headache_name(assessment: Assessment, headache: str) -> str:
    """The same at the beginning of one."""
    return _capital(headache_within(assessment, headache))


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def signed_conclusions(assessment: Assessment, headache: str, codes: tuple[str, ...] = ("",)) -> Iterator[str]:
    """What a clinician has concluded of this headache on this very day. ``codes``: how those that are told begin."""
    for signed in assessment.record.assessments[-1:]:
        if signed.date != assessment.as_of:
            continue
        for one in signed.conclusions:
            if one.headache == headache and one.code.startswith(codes):
                name = NAMES.get(one.code, one.code)
                yield CONCLUDED.format(
                    by=_capital(signed.by or A_CLINICIAN),
                    name=name,
                    code=one.code,
                    standing=STANDING[Standing(one.status)],
                )


def _headache(assessment: Assessment, headache: str) -> str:
    own = assessment.record.headaches[headache].name
    name = headache_name(assessment, headache)
    concluded = list(signed_conclusions(assessment, headache))
    standing = [in_words(one) for one in grouped(assessment.of_headache(headache))[Group.MAIN]]
    told = [*concluded, *([CRITERIA_SAY] if concluded and standing else []), *(standing or [NOTHING_STANDS])]
    if own or len(assessment.headaches) > 1:
        told[0] = f"{name}: {told[0]}"
    structures = [one.structure.name for one in assessment.sources(headache) if one.truth is Truth.MET]
    if structures:
        told.append(POINT_TO.format(names=listed(structures)))
    return " ".join(told)


def in_words(one: DiagnosisReading) -> str:
    """Code, how sure, its letters, and what would settle it."""
    called = {"name": one.diagnosis.name, "code": one.diagnosis.code}
    if one.status is Standing.DEFINITE:
        return ALL_MET.format(**called, letters=_letters(one, Truth.MET))
    words = WORKING if one.status is Standing.PROVISIONAL else OPEN
    by_letter = [each.format(letters=letters) for each, truth in BY_LETTER if (letters := _letters(one, truth))]
    told = words.format(**called, criteria="; ".join(by_letter))
    return f"{told} {SETTLES.format(names=labels(one.missing))}" if one.missing else told


def _letters(one: DiagnosisReading, truth: Truth) -> str:
    """The outer letters of the published criteria, as a physician finds them there."""
    return ", ".join(letter for letter, found in own_letters(one).items() if len(letter) == 1 and found is truth)


def medicines(assessment: Assessment) -> str:
    """On how many days, or that it is not known."""
    value = assessment.record.read(Term(any_acute_med_days_per_30d), UNBOUND).value
    if value is UNKNOWN:
        return MEDICINES_UNKNOWN
    return MEDICINES.format(days=any_acute_med_days_per_30d.kind.in_english(value))
