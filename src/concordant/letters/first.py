"""What the doctor must know before anything else: open flags, and what is asked of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from concordant.assessment import Assessment
from concordant.criteria import Truth
from concordant.diagnosis import Status as Standing
from concordant.diagnosis.diagnosis import Role
from concordant.letters.letter import Paragraph, Part, Points, Section
from concordant.letters.words import labels, on
from concordant.progress import Status
from concordant.record.derive.treatment_start import start_of_treatment
from concordant.safety import FlagReading
from concordant.safety.flag import Action

STATUSES: Mapping[Status | None, str] = MappingProxyType(
    {
        Status.RED: "A warning sign is open, so care of the neck is held.",
        Status.DISCORDANT: "One measure is much better and the other worse.",
        Status.WORSE: "This patient is worse: in headache days or in function.",
        Status.RESPONDING_STRONG: "This patient is responding strongly to care.",
        Status.RESPONDING: "This patient is responding to care.",
        Status.POSSIBLE: "This patient may be responding to care; chance is not yet ruled out.",
        Status.NO_CHANGE: "There is no change beyond measurement error.",
        Status.UNKNOWN: "Whether care helps cannot be told: neither headache days nor function can be assessed.",
        None: "Whether care helps is not yet decided, as answers are missing.",
    }
)
URGENCY: Mapping[Action, str] = MappingProxyType(
    {
        Action.EMERGENCY: "EMERGENCY: needs the emergency department at once",
        Action.SAME_DAY: "SAME DAY: needs a physician on the day",
        Action.URGENT: "URGENT: needs a physician soon",
        Action.CAUTION: "PRECAUTION: we treat with limits",
    }
)
ASKED: Mapping[str, str] = MappingProxyType(
    {
        "medicine": "Please review the acute medicines: they are taken on too many days. Care of the neck alone may "
        "fail until that stops.",
        "migraine": "Please consider migraine beside this headache: nausea or light sensitivity on at least half of "
        "the headache days.",
        "mood": "The screen for low mood or anxiety is positive. A screen is no diagnosis; please consider it when you "
        "see this patient.",
        "neck better, headache not": "The neck is back to normal and the headache days are not fewer: please consider "
        "another cause with us.",
        "non-response": "There is no response although the home programme is done: please look at the diagnosis again "
        "with us.",
    }
)
"""For the triggers of a retest that concern a physician: what is asked, in words for one."""
HEADING, HEADING_RED = "In short", "Please act on this first"
AS_OF_WEEK = "This is as of week {week} of treatment."
FEW_DAYS = "It rests in part on headache days of which too few were answered for a full result."
BECAUSE = "Because of: {names}."
WAS_DUE = "It was due by {day}, and no answer is on our record."
DUE = "Due by {day}."
OPEN_FLAGS = "Warning signs and precautions that are open:"
ASKING = "What we ask of you:"
NOTHING_ASKED = "Nothing is asked of you now. This letter is to keep you informed."
SEE = (
    "Please see to the warning signs above and tell us what was found. "
    "We give no manual therapy of the neck until a physician has answered."
)
NO_CALL = "This letter does not replace a call: please telephone us today."
DISPUTED = "Entries in our chart contradict each other about this; it stays open until that is settled."
SUSPECTED = (
    "Please assess for {name} (ICHD-3 {code}): what we recorded meets its criteria, and it is not ours to diagnose."
)
INFORMED = "What we recorded meets the criteria of {name} (ICHD-3 {code}). Its medical treatment is yours to decide."


def first(
    assessment: Assessment,
    *said: str,
    asks: Iterable[str] = (),
    subject: Collection[str] = (),
    to_family_doctor: bool = True,
) -> Section:
    """How it stands in a sentence or two, every open flag, and every request, those of this letter before the rest.

    ``subject``: codes of diagnoses and ids of triggers that ``said`` and ``asks`` have told already. What screens of
    mood and the like ask for goes to the family doctor alone.
    """
    parts: list[Part] = [*map(Paragraph, said), *warnings(assessment)]
    of_flags = tuple(_of_flags(assessment))
    asked = tuple(dict.fromkeys((*asks, *_of_diagnoses(assessment, subject))))
    if to_family_doctor:
        asked = tuple(dict.fromkeys((*asked, *_of_rules(assessment, subject))))
    parts.append(Paragraph(ASKING if of_flags or asked else NOTHING_ASKED))
    if of_flags:
        parts.append(Points(of_flags, fixed=True))
    if asked:
        parts.append(Points(asked))
    return Section(HEADING_RED if any(map(is_red, assessment.safety.open)) else HEADING, tuple(parts))


def warnings(assessment: Assessment) -> Iterator[Part]:
    """Every open flag; nothing where none is open. Nobody edits them away."""
    flags = tuple(_flag(one, assessment) for one in assessment.safety.open)
    if flags:
        yield Paragraph(OPEN_FLAGS, fixed=True)
        yield Points(flags, fixed=True)


def status(assessment: Assessment) -> str:
    """Whether care helps, as of which week of treatment, and whether it rests on few answered days."""
    record, found = assessment.record, assessment.progress
    start = start_of_treatment(record)
    said = STATUSES[found.status]
    if found.visit is None or start is None or found.status is Status.RED:
        return said
    days = (record.day_of(found.visit) - start).days
    told = [said, AS_OF_WEEK.format(week=days // 7)] if days >= 0 else [said]
    if any(one.days is not None and one.days.robust is None for one in assessment.changes):
        told.append(FEW_DAYS)
    return " ".join(told)


def is_red(one: FlagReading) -> bool:
    """Whether a physician has to answer it."""
    return one.action is not None and one.action.holds_diagnosis


def _flag(one: FlagReading, assessment: Assessment) -> str:
    """What the flag advises besides is for whoever treats the neck, and stays on the page."""
    assert one.action is not None, "it is open"
    told = [f"{URGENCY[one.action]}. {one.flag.name}.", BECAUSE.format(names=labels(one.because))]
    if one.by is not None and one.by < assessment.as_of:
        told.append(WAS_DUE.format(day=on(one.by)))
    elif one.by is not None:
        told.append(DUE.format(day=on(one.by)))
    if one.disputed:
        told.append(DISPUTED)
    return " ".join(told)


def _of_flags(assessment: Assessment) -> Iterator[str]:
    if any(map(is_red, assessment.safety.open)):
        yield SEE
    if assessment.safety.action in (Action.EMERGENCY, Action.SAME_DAY):
        yield NO_CALL


def _of_rules(assessment: Assessment, subject: Collection[str]) -> Iterator[str]:
    for each in assessment.progress.asked_to_act:
        yield f"{each.name} of {on(each.on)}: {each.flag.says}"
    for one in assessment.progress.triggers:
        if one.truth is Truth.MET and one.trigger.id in ASKED.keys() - set(subject):
            yield ASKED[one.trigger.id]


def _of_diagnoses(assessment: Assessment, subject: Collection[str]) -> Iterator[str]:
    for reading in assessment.diagnoses:
        if reading.diagnosis.code in subject:
            continue
        if reading.status is Standing.DEFINITE and reading.diagnosis.role is not Role.DECIDE:
            words = SUSPECTED if reading.diagnosis.role is Role.SUSPECT else INFORMED
            yield words.format(name=reading.diagnosis.name, code=reading.diagnosis.code)
