"""What the doctor must know before anything else: open flags, and what is asked of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


def first(assessment: Assessment) -> Section:
    """How it stands in one sentence, every open flag, and every request."""
    flags = tuple(_flag(one, assessment) for one in assessment.safety.open)
    asked = tuple(dict.fromkeys(_asked(assessment)))
    parts: list[Part] = [Paragraph(_status(assessment))]
    if flags:
        parts += [Paragraph("Warning signs and precautions that are open:"), Points(flags)]
    if asked:
        parts += [Paragraph("What we ask of you:"), Points(asked)]
    else:
        parts.append(Paragraph(NOTHING_ASKED))
    heading = "Please act on this first" if any(map(_is_red, assessment.safety.open)) else "In short"
    return Section(heading, tuple(parts))


def _status(assessment: Assessment) -> str:
    record, found = assessment.record, assessment.progress
    start = start_of_treatment(record)
    said = STATUSES[found.status]
    if found.visit is None or start is None or found.status is Status.RED:
        return said
    days = (record.day_of(found.visit) - start).days
    return f"{said} This is as of week {days // 7} of treatment." if days >= 0 else said


def _is_red(one: FlagReading) -> bool:
    return one.action is not None and one.action.holds_diagnosis


def _flag(one: FlagReading, assessment: Assessment) -> str:
    """What the flag advises besides is for whoever treats the neck, and stays on the page."""
    assert one.action is not None, "it is open"
    told = [f"{URGENCY[one.action]}. {one.flag.name}.", f"Because of: {labels(one.because)}."]
    if one.by is not None and one.by < assessment.as_of:
        told.append(f"It was due by {on(one.by)}, and no answer is on our record.")
    elif one.by is not None:
        told.append(f"Due by {on(one.by)}.")
    if one.disputed:
        told.append(DISPUTED)
    return " ".join(told)


def _asked(assessment: Assessment) -> Iterator[str]:
    if any(map(_is_red, assessment.safety.open)):
        yield SEE
    if assessment.safety.action in (Action.EMERGENCY, Action.SAME_DAY):
        yield NO_CALL
    for each in assessment.progress.asked_to_act:
        yield f"{each.name} of {on(each.on)}: {each.flag.says}"
    for reading in assessment.diagnoses:
        if reading.status is Standing.DEFINITE and reading.diagnosis.role is not Role.DECIDE:
            words = SUSPECTED if reading.diagnosis.role is Role.SUSPECT else INFORMED
            yield words.format(name=reading.diagnosis.name, code=reading.diagnosis.code)
    for one in assessment.progress.triggers:
        if one.truth is Truth.MET and one.trigger.id in ASKED:
            yield ASKED[one.trigger.id]
