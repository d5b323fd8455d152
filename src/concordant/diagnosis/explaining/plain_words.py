"""What each diagnosis is called, and what it is, in words that people who left school early can read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlainWords:
    """A diagnosis for the person who has it."""

    name: str
    """As it stands within a sentence."""
    what: str
    """One sentence, or two short ones: what it is."""
    careful: str = ""
    """Said of those that a doctor has to look at, whatever the verdict: what to do, without fright."""


_BY_DOCTOR = "Only a doctor can tell. If it gets worse fast, or you feel very ill, get help at once."

PLAIN: dict[str, PlainWords] = {
    "11.2.1": PlainWords("a headache that comes from the neck", "In this kind, the neck sends pain to the head."),
    "11.2.3": PlainWords(
        "a headache from muscles that pull the head", "This kind comes with a neck that turns by itself."
    ),
    "A11.2.4": PlainWords("a headache from a nerve at the top of the neck", "In this kind, a nerve there is sore."),
    "A11.2.5": PlainWords("a headache from sore neck muscles", "In this kind, sore spots send pain to the head."),
    "13.4": PlainWords("nerve pain at the back of the head", "This kind comes in short, sharp bursts."),
    "5.1": PlainWords("a new headache after a blow to the head", "This kind begins soon after the blow."),
    "5.2": PlainWords("a lasting headache after a blow to the head", "This kind goes on for more than three months."),
    "5.3": PlainWords("a new headache after whiplash", "This kind begins soon after the neck was jerked."),
    "5.4": PlainWords("a lasting headache after whiplash", "This kind goes on for more than three months."),
    "A5.9": PlainWords("a headache after other harm to the head or neck", "This kind begins soon after the harm."),
    "1.1": PlainWords("migraine", "This kind comes in bouts. Light, noise or moving can make it worse."),
    "1.2": PlainWords("migraine with aura", "In this kind, signs such as lights or numb skin come and then pass."),
    "1.2.1": PlainWords("migraine with aura", "In this kind, you may see lights or lines that then pass."),
    "1.3": PlainWords("migraine on most days", "In this kind, the head hurts on half of all days or more."),
    "1.5": PlainWords("a headache that is most like migraine", "In this kind, all signs but one are there."),
    "2.1": PlainWords("a tension-type headache now and then", "This kind is a dull ache, like a tight band."),
    "2.2": PlainWords("a tension-type headache that comes often", "This kind is a dull ache, like a tight band."),
    "2.3": PlainWords("a tension-type headache on most days", "This kind is a dull ache, like a tight band."),
    "2.4": PlainWords("a headache that is most like tension type", "In this kind, all signs but one are there."),
    "3.1": PlainWords("cluster headache", "In this kind, strong pain comes around one eye, for weeks in a row."),
    "3.2": PlainWords("short bouts of one-sided head pain", "This kind comes many times a day, around one eye."),
    "3.4": PlainWords(
        "a one-sided headache that does not stop",
        "In this kind, one certain drug takes the pain away.",
    ),
    "3.5": PlainWords("a headache that is most like cluster pain", "In this kind, all signs but one are there."),
    "3.5.1": PlainWords("a headache that is most like cluster headache", "In this kind, all signs but one are there."),
    "4.7": PlainWords("short stabs of head pain", "In this kind, each stab is gone in a few seconds."),
    "4.8": PlainWords("head pain in one small round spot", "In this kind, the spot stays the same in size and place."),
    "4.8.1": PlainWords("what may be head pain in one small round spot", "In this kind, all signs but one are there."),
    "4.10": PlainWords("a daily headache that began on one day", "In this kind, it has not stopped since that day."),
    "6.4.1": PlainWords("a headache from a sore blood vessel", "This kind is rare.", _BY_DOCTOR),
    "6.5.1": PlainWords("pain from a tear in a neck blood vessel", "This kind is rare.", _BY_DOCTOR),
    "6.5.1.1": PlainWords("pain from a tear in a neck blood vessel", "This kind is rare.", _BY_DOCTOR),
    "6.5.1.2": PlainWords("pain that stays after a tear in a neck blood vessel", "This kind is rare.", _BY_DOCTOR),
    "7.2": PlainWords(
        "a headache from low fluid around the brain", "This kind is worse when you stand up. It is rare.", _BY_DOCTOR
    ),
    "8.2": PlainWords("a headache from too many pain pills", "Pain pills on too many days can keep a headache going."),
}
"""By code of the classification. Every diagnosis of the catalogue has its words; a test asks each."""
